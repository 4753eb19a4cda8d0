"""Telling the names of people from places, companies, portals and sentences."""

from __future__ import annotations

import re

from cleaners.metadata.places import PLACES
from cleaners.metadata.words import word_set

# The surnames that cover nearly all Chinese bylines; where the scripts differ, both forms.
_SURNAMES = frozenset(
    "赵趙钱錢孙孫李周吴吳郑鄭王冯馮陈陳褚卫衛蒋蔣沈韩韓杨楊朱秦尤许許何吕呂施张張孔曹严嚴华華金魏陶姜戚谢"
    "謝邹鄒喻柏水窦竇章云雲苏蘇潘葛奚范範彭郎鲁魯韦韋昌马馬苗凤鳳花方俞任袁柳酆鲍鮑史唐费費廉岑薛雷贺賀倪"
    "汤湯滕殷罗羅毕畢郝邬鄔安常乐樂于時时傅皮卞齐齊康伍余餘元卜顾顧孟平黄黃和穆萧蕭肖尹姚邵湛汪祁毛禹狄米"
    "贝貝明臧计計伏成戴谈談宋茅庞龐熊纪紀舒屈项項祝董梁杜阮蓝藍闵閔席季麻强強贾賈路娄婁危江童颜顏郭梅盛林"
    "刁钟鍾鐘徐邱骆駱高夏蔡田樊胡凌霍虞万萬支柯昝管卢盧莫经經房裘缪繆干解应應宗丁宣贲邓鄧郁单單杭洪包诸諸"
    "左石崔吉钮龚龔程嵇邢滑裴陆陸荣榮翁荀羊惠甄曲家封芮羿储儲靳汲邴糜松井段富巫乌烏焦巴弓牧隗山谷车車侯宓"
    "蓬全郗班仰秋仲伊宫宮宁寧仇栾欒暴甘钭厉厲戎祖武符刘劉景詹束龙龍叶葉幸司韶郜黎蓟薄印宿白怀懷蒲邰从從鄂"
    "索咸籍赖賴卓蔺藺屠蒙池乔喬阴胥能苍闻聞莘党黨翟谭譚贡貢劳勞逄姬申扶堵冉宰郦雍璩桑桂濮牛寿壽通边邊扈燕"
    "冀郏浦尚农農温溫别庄莊晏柴瞿阎閻闫充慕连連茹习習宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满滿弘匡国文寇广"
    "禄阙东欧歐利师師巩鞏聂聶关關荆荊辛阚那简簡饶饒曾沙丰豐养帅帥展禤仝佟佘佴但冼初化原冷凃涂塗占植覃敖来"
    "來付代召台兰蘭邝鄺邸郇卿隋隆雒铁年海战戰旷昂晋晉由练練缐苑苟茶莱菅麦麥门門游遊楚楼樓操揭撒晁智朴权權"
    "查栗母毋沃泮洛泽源漆潭火烟炎爱牟犹狐玉甫生皇相真矫祭禚种秘税竹笪粟纳線续绳缑肇胖腾臣良芦色英药虎蛮西"
    "要訾谌諶豆贠员岳嶽巢帖库开彦必忻性怡敏敦斯昊是普"
)
_COMPOUND = word_set(
    """
    欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 令狐
    慕容 宇文 长孙 長孫 司徒 司空 夏侯 端木 独孤 獨孤 南宫 南宮 申屠 闻人 聞人
    呼延 轩辕 軒轅 钟离 鍾離 澹台 澹臺 公冶 淳于 濮阳 濮陽 单于 太史 拓跋 完颜
    完顏 纳兰 納蘭 西门 西門 张简 范姜 阿不 乐正 宗政
    """
)
# Not people, though they begin with a surname: ends of outlets, offices and places.
_NOT_A_NAME = re.compile(
    r"(?:[报報网網社台臺局部委会會厅廳处處组組刊省市县縣区區州镇鎮乡鄉村站厂廠店讯訊电電版]|频道|頻道|新闻|新聞|时报|公司|集团|大学|学院|中心|日报|晚报|在线"
    r"|记者|記者|编辑|編輯|通讯员|报道|報導|摄影|先生|女士|教授|老师|同学|网友|網友|市民|部门|有关|消息|来源|者|时间|評論|评论)$"
)
_WORDS = word_set(
    """
    高清 时间 時間 时事 時事 时尚 時尚 时政 時政 文化 文娱 文学 文章 文字 文库
    金融 金融界 游戏 遊戲 房产 房產 房地产 安全 体育 国际 國際 国内 國內 全部 全文
    全国 华夏 华商 海外 海南 海口 江西 江苏 江蘇 江南 云南 雲南 宁夏 寧夏 宁波
    华北 华东 华南 安徽 安阳 洛阳 沈阳 成都 长沙 重庆 石家庄 广东 广西 广告 东方
    开封 福建 武汉 马上 常见 常识 方面 明星 明天 明日 平安 平台 单位 单身 通知
    通讯 通告 公告 利好 真实 相关 相關 生活 生态 原创 原創 简介 简体 关闭 關閉
    关注 關注 关于 來自 来自 从业 应用 应急 边疆 边境 计划 容易 经济 經濟 经营
    财经 解读 解密 国务院 强国 温馨 温州 何时 何况 白领 权威 师生 家居 家庭 家长
    本报 全景 新华 国家 左右 成果 能源 智能 汽车 农业 农村 党建 党员 党政 海报
    路透 查看 查询 种子 万家 万众 向上 易信 古装 但是 由于 要闻 要聞 爱国 开放
    开展 管理员
    """
)
_NOBODY = re.compile(
    r"(?:未知|佚名|匿名|不详|不詳|无名氏|暂无|暫無|无|無|網友|网友\S{0,4}|网络|網路|互联网|本站|本网|本網|本报|本報|本刊|原创|原創|转载|轉載|综合|綜合|整理|佚\s?名"
    r"|(?:系统|網站|网站)?管理[员員]|系统|小编|小編|编辑部?|編輯部?|记者|記者|作者|责任编辑|通讯员|责编|编辑|admin\w{0,10}"
    r"|administrator|root|robot|null|none|undefined|unknown|test"
    r"|\d+|[\W_]+|[A-Z]{1,3}\d{2,6})",
    re.IGNORECASE,
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af〇]{2,4}")
_DOTTED = re.compile(r"[\u3400-\u9fffA-Za-z]{1,10}(?:[·•・‧][\u3400-\u9fffA-Za-z]{1,12}){1,3}")
_OUTLET = re.compile(
    r"(?:[报報网網社刊台臺]|日报|晚报|新闻|新聞|资讯|資訊|电视|電視|广播|廣播|卫视|衛視|在线|在線|線上|客户端|客戶端|杂志|雜誌|周刊|週刊|出版社|通讯社|通訊社|频道|頻道|传媒|傳媒|"
    r"融媒体?|新媒体|微博|微信|公众号|公號|观察|觀察|财经|財經|政府|[委局厅廳办辦院部会會]|公司|集团|集團|中心|大学|大學|学院|學院|研究所|[.](?:com|cn|net|org))$",
)


_PRESS = re.compile(
    r"(?:(?!举报|舉報|汇报|通报|海报|情报|预报|简报|喜报|季报|财报|晒网|上网|互联网|电网)[\u4e00-\u9fff][报報网網刊]|[通新华華中国國]社"
    r"|电视台|電視台|广播|新闻|新聞|在线|在線|客户端|客戶端|杂志|雜誌|周刊|週刊|频道|頻道|通讯社)(?:网络版|電子版|电子版|数字报)?$"
)


def is_person(name: str) -> bool:
    """Whether a string is shaped like a personal name: 张伟, 上官云, 艾力·买买提. Pen names are not."""
    if "·" in name or "•" in name or "・" in name or "‧" in name:
        return bool(_DOTTED.fullmatch(name)) and not is_outlet(name)
    if not _HAN_NAME.fullmatch(name) or name in _WORDS or name in PLACES or _NOT_A_NAME.search(name):
        return False
    if name[:2] in _COMPOUND:
        return len(name) in (3, 4)
    return len(name) <= 3 and name[0] in _SURNAMES


def is_nobody(name: str) -> bool:
    """Whether a field says that the author is unknown, or names no one: 未知, 佚名, 网络, admin."""
    return bool(_NOBODY.fullmatch(name))


def is_outlet(name: str) -> bool:
    """Whether a string is shaped like the name of a newspaper, agency, site or office."""
    return 2 <= len(name) <= 30 and bool(_OUTLET.search(name))


def is_press(name: str) -> bool:
    """Whether a string is shaped like the name of a news outlet proper. Offices and accounts may sign; these do not."""
    return 2 <= len(name) <= 30 and bool(_PRESS.search(name)) and not is_nobody(name)


def split_glued(text: str) -> list[str]:
    """Names printed without a separator (`张建周长庆`): the one way to cut them into three- and two-character names
    that all begin with a surname, long names first. Empty when there is none."""
    if is_person(text):
        return [text]
    if len(text) > 12:
        return []
    for size in (4, 3, 2) if text[:2] in _COMPOUND else (3, 2):
        if len(text) - size >= 2 and is_person(text[:size]) and (rest := split_glued(text[size:])):
            return [text[:size], *rest]
    return []
