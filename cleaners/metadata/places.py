"""Names of places that stand glued to a reporter's name (`潘姿羽台北報導`) or open an affiliation."""

import re

from cleaners.metadata.words import word_set

PLACES = word_set(
    """
    中国 中國 中央 中共 全国 国家 国务院 清华 北大 复旦 北京 北京市 天津 上海 重庆
    重慶 河北 山西 辽宁 遼寧 吉林 黑龙江 江苏 江蘇 浙江 安徽 福建 江西 山东 山東
    河南 湖北 湖南 广东 廣東 海南 四川 贵州 貴州 云南 雲南 陕西 陝西 甘肃 青海
    台湾 台灣 臺灣 内蒙古 广西 廣西 西藏 宁夏 新疆 香港 澳门 澳門 台北 臺北 新北
    桃園 台中 臺中 台南 臺南 高雄 基隆 新竹 苗栗 彰化 南投 雲林 嘉義 屏東 宜蘭
    花蓮 台東 臺東 澎湖 金門 馬祖 广州 廣州 深圳 南京 杭州 武汉 武漢 成都 西安
    青岛 青島 大连 宁波 厦门 廈門 济南 沈阳 哈尔滨 长春 长沙 郑州 合肥 南昌 南宁
    南寧 昆明 贵阳 太原 石家庄 兰州 西宁 银川 乌鲁木齐 拉萨 海口 福州 苏州 无锡
    东莞 佛山 珠海 温州 巴黎 伦敦 倫敦 纽约 紐約 东京 東京 首尔 首爾 莫斯科 华盛顿
    華盛頓 柏林 日内瓦 综合 綜合 專訪 现场 現場 即時 採訪 采访 特稿 独家
    """
)
_ALTERNATIVES = "|".join(sorted(PLACES, key=lambda word: (-len(word), word)))

ENDS_WITH_PLACE = re.compile(f"(?:{_ALTERNATIVES})$")
STARTS_WITH_PLACE = re.compile(f"(?:{_ALTERNATIVES}|某|系|现任|原)")
