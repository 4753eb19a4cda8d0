"""Each line pattern: a line that it takes, in either script, and sentences that it must leave."""

from __future__ import annotations

import re

import pytest

from cleaners.lexicon import fold
from cleaners.readings.noise import LINES, _is_told, noise
from cleaners.readings.noise.calls import is_call

TAKEN: list[tuple[str, str]] = [
    ("tool", "[图片]"),
    ("tool", "【圖片 2】 【圖片 3】"),
    ("tool", "[IMAGE]"),
    ("byline", "签名：心有多大，阳台就有多大"),
    ("byline", "個性簽名檔：慢慢走比較快才是真的"),
    ("disclaimer", "免責聲明：石橋網不保證內容的準確。"),
    ("disclaimer", "声明：本文由入驻作者撰写，不代表石桥网观点。"),
    ("disclaimer", "石桥财富声明：以上内容与本站立场无关。"),
    (
        "promotion",
        "【關於石橋快報】石橋社旗下的短訊欄目，創辦於2017年。如果你有線索，歡迎發送郵件到 a@b.example。",
    ),
    ("promotion", "关于石桥研究所：我们研究步道和石头，欢迎关注公众号“石桥”。"),
    ("vote", "這篇文章對你有幫助嗎？"),
    ("vote", "以上内容是否对您有用？"),
    ("vote", "你現在的心情：開心 41%　難過 3%　驚訝 12%"),
    ("vote", "感动(12) 愤怒(3) 路过(1)"),
    ("tool", "發現內容有誤？回報錯誤給編輯部"),
    ("tool", "文章有错别字，欢迎指正"),
    ("tool", "本頁每五分鐘自動更新，請按重新整理取得最新內容"),
    ("tool", "（每隔五分钟自动刷新一次）"),
    ("tool", "编辑讨论上传视频收藏"),
    ("promotion", "按此下載石橋App，第一時間收取步道情報：iOS／Android"),
    ("promotion", "立即下载石桥新闻客户端，随时掌握最新资讯"),
    ("neighbour", "同場加映：河灣三間老餅店"),
    ("disclaimer", "本網站所載資料由石橋社提供，只供參考之用，對任何錯漏概不負責。"),
    ("disclaimer", "以上内容仅作一般参考，读者据此作出的决定，石桥财经概不承担责任。"),
    ("disclaimer", "违法和不良信息举报电话：000-0000000 我要纠错"),
    ("byline", "原创 李石 石桥周刊 收录于话题#老城"),
    ("byline", "配图来自网络"),
    ("byline", "（本文来自微信公众号：石桥生活（ID：shiqiao），作者：李石，题图来自某某图库）"),
    ("counter", "本文字数约：4208 字"),
    ("counter", "全文共3210字，阅读大约需要8分钟"),
    ("disclaimer", "本文由小溪育儿原创，欢迎个人评论、分享"),
    ("disclaimer", "图片来源于网络，侵删"),
    ("disclaimer", "如对本稿件有异议或投诉，请联系石桥社"),
    ("promotion", "喜欢本文的朋友，请点赞、收藏、转发，谢谢支持！"),
    ("promotion", "你怎么看？欢迎在评论区留言讨论"),
    ("promotion", "为了方便您讨论和分享，在您阅读之前，麻烦您点击一下“关注”。"),
    ("promotion", "原创不易，请勿抄袭"),
    ("promotion", "文末有福利，记得看到最后"),
    ("promotion", "还没有人赞赏，支持一下"),
    ("promotion", "想看懂世界的人，都在 石桥APP"),
    ("vote", "今日互动：你喜欢走路吗？"),
    ("byline", "Published On 2026年5月9日"),
    ("byline", "Article information"),
    ("promotion", "石桥银行戶口：123-456-7890123（石桥社有限公司）"),
    ("promotion", "⚡️转数快FPS +852 51234567（注明奉献）"),
    ("promotion", "守护自由空间，请支持周刊《石桥》"),
    ("promotion", "贊助《石橋》 守護老城 我們需要你們的支持"),
    ("merchant", "石桥Q5 指导价：15.98-19.58万 询底价 口碑 图片(312)"),
    ("tool", "¥2¥5¥10其他金额"),
    ("counter", "3人已赞赏"),
    ("counter", "参与人数 2 威望 +5 收起 理由：原创精彩，感谢分享"),
    ("counter", "參與人數 3 金幣 +12 威望 +2"),
    ("promotion", "微信扫一扫，打赏作者"),
    ("comment", "还没有评论，快来抢沙发吧"),
    ("contact", "来信请投：shiqiao@example.com"),
    ("promotion", "海量资讯、精准解读，尽在石桥财经APP"),
    ("tool", "------分隔线----------------------------"),
    ("byline", "（图/能源学院 审核/李石）"),
    ("byline", "文 | 石桥内参，作者 | 李石"),
    ("neighbour", "[下一首] 石桥"),
    ("dateline", "发表于云南"),
    ("byline", "（访谈整理：李石）"),
    ("neighbour", "相關文章：石橋步道開放（有片）"),
    ("counter", "+2"),
    ("promotion", "▼點擊圖片放大▼"),
    ("byline", "本文作者：李石，某某大学教授"),
    ("byline", "作者李石，某某大学历史学院教授。"),
    ("editor", "（石桥日报 王桥 编辑 李石）"),
    ("disclaimer", "版权所有 石桥网"),
    ("disclaimer", "石桥晚报社版权所有"),
    ("record", "附件【名单.docx】已下载417次"),
    ("record", "第A02版：要闻"),
    ("promotion", "下載石橋社「快報」 app，每日新聞不漏接！"),
    ("byline", "本文来自微信公众号“石桥”，作者：李石，某某网经授权发布。"),
    ("byline", "（来稿单位：机电工程学院 撰稿：李石 编辑：王桥）"),
    ("counter", "字数 1102，阅读约需 3 分钟"),
    ("counter", "預計閱讀時間：8 分鐘"),
    ("keyword", "分类目录 随笔 标签 石桥"),
    ("pagination", "· 12 ·"),
    ("tool", "x"),
    ("editor", "责任编辑：李石"),
    ("editor", "（責任編輯：李石）"),
    ("editor", "〔责任编辑：李 石〕"),
    ("editor", "［責任編輯：李石］"),
    ("editor", "老街的灯亮了［责编：李石］"),
    ("byline", "［石橋日報／記者李石／綜合報導］"),
    ("byline", "编辑 刘桥 校对 李石"),
    ("editor", "(李石 編輯)"),
    ("editor", "步道开放 图集看这里（编辑：李石）"),
    ("byline", "（文章来源：石桥日报）"),
    ("byline", "【記者 李石】"),
    ("byline", "来源：石桥日报 作者：李石"),
    ("byline", "□本报记者 李石 通讯员 王桥"),
    ("byline", "石桥日报记者 李石"),
    ("byline", "文/記者 李石"),
    ("byline", "記者李石／攝影"),
    ("byline", "【石橋新生報／記者李石／台北報導】"),
    ("byline", "圖／石橋日報提供"),
    ("byline", "文 李石"),
    ("byline", "圖片來源：石橋日報"),
    ("byline", "◎李石"),
    ("byline", "記者｜李石"),
    ("byline", "石桥日报 记者 李石 编辑 王桥"),
    ("byline", "图片：石桥 | 撰稿：李石 | 责编：王桥"),
    ("byline", "記者李石／台北報導"),
    ("byline", "地方中心／李石報導"),
    ("byline", "國際中心／李石、王橋／綜合報導"),
    ("byline", "體育中心／李石整理"),
    ("byline", "記者李石專訪"),
    ("byline", "採訪／李石"),
    ("byline", "By Shi Li, Contributor | 星期一, 2024年05月20日"),
    ("byline", "Published On 2024年5月20日"),
    ("byline", "本文原载：石桥网（采访：李石）"),
    ("byline", "- 轉載自 石橋日報"),
    ("byline", "影 / 李石"),
    ("byline", "最近更新： 2024年5月20日"),
    ("video", "由于您未安装flash播放器视频无法播放，点击这里安装"),
    ("disclaimer", "© 2024 石桥新闻网，所有内容受著作权法保护，未经许可不得使用。"),
    ("disclaimer", "Notice: The content above is uploaded and posted by a user."),
    ("promotion", "阅读此文前，诚邀您点击一下“关注”，既方便您讨论，又不会错过下一篇，感谢支持。"),
    ("promotion", "喜歡石橋故事的，請關注微信公眾號“石橋紀元”，每天一篇，長按複製。"),
    ("promotion", "立即訂閱石橋新聞 YouTube，即時掌握時事發展。"),
    ("contact", "TEL：400 000 0000(石桥专线)"),
    ("contact", "投稿/商务合作/咨询邮箱：shiqiao@example.com"),
    ("byline", "石橋時報記者 Jeremy Stone / Betsy Bridge"),
    ("byline", "石桥网特派记者"),
    ("byline", "By Ryan Stone, Contributor | 星期二, 2021年10月 12日"),
    ("byline", "撰文．圖/石橋大學附設醫院 整形外科 李石醫師"),
    ("dateline", "李石 的个人博客 / 37 / 0 / 创建于 11个月前"),
    ("more", "☆更多重要醫藥新聞訊息，請上石橋健康網。"),
    ("promotion", "立即订阅石桥新闻 YouTube，即时掌握时事发展。"),
    ("record", "石桥学院学报 2023年8期"),
    ("record", "(1.石桥大学 土木学院,江南 石桥 410205;2.石桥市第四小学,江南 石桥 417599)"),
    ("record", "• 演讲PPT下载(PDF格式 124KB)"),
    ("record", "[中图分类号] F49 [文献标识码] A"),
    ("disclaimer", "本文原刊於《石橋日報》，本刊獲授權轉載。"),
    ("promotion", "温馨提示! 你需要支付 ￥0.00 元后才能查看"),
    ("promotion", "一秒记住【石桥小说网】,精彩小说无弹窗免费阅读!"),
    ("keyword", "#石橋 #步道 #春耕"),
    ("tool", "使用道具 舉報"),
    ("tool", "Image caption"),
    ("dateline", "石桥新闻网 2024-05-20 08:00 浏览 12 次"),
    ("dateline", "2024年05月20日 08:00"),
    ("dateline", "January 17, 2012 06:00 AM | 151 次"),
    ("dateline", "石桥频道 05-20 08:00"),
    ("title_note", "原標題：石橋步道開放"),
    ("title_note", "（原题为《石桥步道开放》）"),
    ("share", "分享到：微信 微博"),
    ("share", "轉貼到新浪微博"),
    ("tool", "【大 中 小】 【打印】 【关闭】"),
    ("tool", "調整字體"),
    ("byline", "字号:T|T"),
    ("pagination", "上一页 1 2 3 下一页"),
    ("pagination", "[1] [2] [3]"),
    ("neighbour", "上一篇：石桥春耕开始"),
    ("byline", "作者简介：林青禾，住在石桥镇，写过一本《慢慢走回家》。"),
    ("link", "首发散文网：https://example.com/subject/1/"),
    ("link", "https://example.com/a.html"),
    ("disclaimer", "免责声明：本文由网友上传。"),
    ("disclaimer", "未經本報書面授權不得轉載。"),
    ("disclaimer", "本文僅代表作者觀點。"),
    ("disclaimer", "以上内容仅供参考，据此操作，风险自担。"),
    ("disclaimer", "Copyright 2024 石桥网"),
    ("disclaimer", "② 凡本网注明来源石桥网的稿件均为原创"),
    ("promotion", "长按二维码关注我们"),
    ("promotion", "歡迎加入石橋新聞Facebook專頁，快點按讚！"),
    ("promotion", "下载石桥新闻客户端"),
    ("promotion", "回复【公租房】查看最新消息"),
    ("promotion", "喜欢这篇文章就点个在看"),
    ("more", "点击查看更多精彩内容"),
    ("more", "返回搜狐，查看更多"),
    ("keyword", "關鍵字：石橋 步道"),
    ("promotion", "👉点击上方蓝字关注我们👈"),
    ("video", "您的浏览器不支持video标签，请升级浏览器后观看。"),
    ("tool", "【点击进入股吧讨论】"),
    ("fold", "訂閱會員看完整內容"),
    ("fold", "剩余 72% 未读，成为会员解锁全文"),
    ("editor", "一审：张石　二审：李石　三审：王石"),
    ("byline", "图文：张石"),
    ("byline", "文╱張石　攝影╱李石"),
    ("byline", "石桥日报记者 张石 发自库尔勒"),
    ("byline", "編譯張石／綜合外電報導"),
    ("video", "视频加载中..."),
    ("video", "00:00 / 01:45"),
    ("video", "视频展开收起"),
    ("comment", "石桥步道开放的评论 (共 14 条)"),
    ("comment", "已有 12 条评论"),
    ("comment", "请在这里发表您的评论"),
    ("label", "相关链接如下："),
    ("contact", "石桥资讯中心：editor@example.com 电话：0000000"),
    ("merchant", "[参考价格] 5400元"),
    ("crumb", "您所在的位置：首页 > 新闻 > 正文"),
    ("crumb", "石桥网 > 新闻 > 社会 > 正文"),
    ("counter", "图片 1 / 2"),
    ("vote", "（单选）您看完步道怎么想？"),
    ("vote", "支持 (12)"),
    ("end", "（完）"),
    ("byline", "石桥河畔人｜文"),
    ("editor", "一审：李石"),
    ("disclaimer", "版权说明"),
    ("disclaimer", "基于创作共同协议（BY-NC）发布"),
    ("disclaimer", "《石桥时间》原创文章，转载须征求许可，违者必究。"),
    ("promotion", "后台回复关键词“步道”"),
    ("promotion", "欢迎点右下角“在看”支持。"),
    ("promotion", "了解《石桥日报》的三观"),
    ("byline", "原创 李石 石桥周刊 来自专辑走吧！步道！|石桥节"),
    ("disclaimer", "本栏欢迎来稿，请勿一稿多投，来稿请附真实姓名，本报有删修权，不付稿酬。"),
    ("disclaimer", "如需转载，请到本号的后台联系。"),
    ("promotion", "测一测：你走得完步道吗？点击进入小程序"),
    ("promotion", "你认得几块石桥的石頭！掃碼參與答題 >>"),
    ("promotion", "走完步道拿紅包，點擊領取！"),
    ("promotion", "石桥美食节满50减10元代金券，点击领取"),
    ("promotion", "◤石桥好物◢"),
    ("promotion", "石桥新闻LINE@每日推播热门文章"),
    ("contact", "官方微博：@石桥新闻"),
    ("byline", "本文授权转载自公众号：石桥人家"),
]

LEFT = [
    "步道的票卖完了吗？点击进入小程序就能看到余票。",
    "镇里发了三千张消费券，居民可以到文化站领取。",
    "他问我：“测试做了吗？”我说还没有参与测试",
    "参与人数 2 万，比去年多了一成。",
    "记者王小明采访时说",
    "数据中心 王小明说，机房的整理",
    "记者在采访中看到，老街已经整理一新",
    "创作不易，他常常写到深夜，一部小说改了八遍。",
    "他每天给朋友的照片点赞、转发，自己从不评论。",
    "本文由三位作者合写，讲的是老城的步道。",
    "跨镇混合步道赛获点赞",
    "编辑观点",
    "这篇文章对你有帮助吗，他问老师。",
    "这本书对你有用吗？",
    "本文有用吗？作者这样自问，也这样问读者，答案并不一致。",
    "他的心情：开心、难过，都写在脸上。",
    "账目有问题，镇里要求会计更正",
    "老人说记录有误，请镇里更正，可一直没有人理。",
    "该系统自动更新水位数据",
    "系统每五分钟自动更新数据，镇里的人可以在屏幕上看到水位。",
    "评论讨论",
    "关于石桥公司：石桥公司创立于1998年，总部在石桥镇，生产青石和石灰。",
    "【关于步道的三个问题】记者走访了镇里，居民都说雨天不滑。",
    "关于步道的投稿，镇里说都欢迎，已经收到三百篇。",
    "关于步道，镇里欢迎大家提意见：可以写信，也可以到文化站来。",
    "违法和不良信息举报电话已经打不通了，他只好去找镇里。",
    "石桥镇不良信息举报中心昨日挂牌，全镇的网站都要公布电话。",
    "店里的告示写着：“本店价格仅供参考，概不负责。”他看了直摇头。",
    "上述数据只供镇里参考，最后的数字要等到年底。",
    "一审：",
    "二审：驳回原告的全部诉讼请求",
    "年龄：34岁（1975/02/17）",
    "评论区里的留言，他一条一条地看。",
    "据统计，全文共引用古籍四十种。",
    "这张照片来源于网络，法院认为不能单独作为证据。",
    "公众号文章越来越长，读者却越来越少。",
    "投稿邮箱被塞满了，编辑每天要看上百封来信。",
    "步道的版权归谁所有，双方各执一词。",
    "石桥镇政府声明：从未向任何企业收取过步道管理费，网传消息不实。",
    "涉事公司发布声明：对此事深表歉意，将全力配合调查。",
    "两镇联合声明：双方同意共同养护步道。",
    "事先声明：我不是专业厨师，只是爱做饭。",
    "声明：近日有人冒充我司员工推销步道门票，请勿上当。",
    "“投资有风险，入市需谨慎”，这句话人人会背。",
    "扫描二维码就能领红包？石桥法院近日审结一起诈骗案。",
    "石桥镇沿河步道昨日全线开放，全长四公里。",
    "据石桥日报消息，2024年5月20日，步道正式开放。",
    "记者调查",
    "本报讯（记者 李石）石桥镇沿河步道昨日全线开放。",
    "工程负责人说：“编辑和作者都来过这里。”",
    "镇政府没有立即发表评论，但此前曾表示支持。",
    "作者在书中写道，桥是两岸人的约定。",
    "一、步道的来历",
    "该公司的声明称，所有图片的版权归原摄影师所有，任何转载都要事先取得书面同意。",
    "新开放的步道 张石 摄",
    "李石：步道用的是本地青石，雨天不滑。",
    "他在阅读这篇文章之前，并没有关注过步道的事，读完才去看。",
    "(c) 步道的石头归村里所有；",
    "他请邻居关注镇上的公众号，里面有步道的开放时间。",
    "他把照片分享到自己的博客里，很多人看了以后来到河边。",
]


@pytest.mark.parametrize(("rule", "line"), TAKEN)
def test_taken(rule: str, line: str) -> None:
    assert noise(fold(line), edge=True) == rule


@pytest.mark.parametrize("line", LEFT)
@pytest.mark.parametrize("edge", [False, True])
def test_left(line: str, edge: bool) -> None:
    assert noise(fold(line), edge) == ""


def test_every_pattern_has_a_line() -> None:
    lines = [fold(line) for _, line in TAKEN]
    assert [entry for entry in LINES if not any(entry.pattern.search(line) for line in lines)] == []


def test_edge_patterns_spare_the_middle() -> None:
    assert noise("来源：石桥日报", edge=True) == "byline"
    assert noise("来源：石桥日报", edge=False) == ""


def test_long_lines_are_running_text() -> None:
    assert noise(fold("来源：" + "石桥日报" * 40), edge=True) == ""


@pytest.mark.parametrize(
    "line", ["." * 79 + "x", "返回首页" * 19 + "x", "> " * 49, "评论" + "(" * 37, "1|" * 39 + "x"]
)
def test_no_pattern_backtracks_for_long(line: str) -> None:
    for _ in range(200):
        noise(line, edge=True)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("石" * 41 + "转载" + "石" * 118, True),
        ("石" * 41 + "转载" + "石" * 117, False),
        ("石" * 40 + "转载" + "石" * 119, False),
        ("石" * 41 + "转载", False),
        ("“转载”石桥石桥", True),
        ("“转载”石桥石", False),
        ("石“桥，转载的石头”石桥石桥", True),
        ("石桥转载的石头”石桥石桥", False),
        ("石“桥转载的石头", False),
        ("石“桥”转载的石头”石桥石桥", False),
        ("石“桥转载的“石头”石桥石桥", False),
        ("石“桥转“石头”石桥石桥转载", False),
        ("转载“石头”石桥石桥", False),
    ],
)
def test_a_sentence_that_speaks_of_the_words(sentence: str, told: bool) -> None:
    """Deep in a long one, or in quotation marks behind which it goes on."""
    found = re.search("“?转载", sentence) if sentence[0] == "“" else re.search("转载", sentence)
    assert found is not None and _is_told(sentence, found) is told


@pytest.mark.parametrize("mark", ["“", "桥"])
def test_a_quotation_that_opens_with_the_words(mark: str) -> None:
    """A second one that opens behind them is another."""
    sentence = f"{mark}转载”的“石头”石桥石桥"
    found = re.search(f"{mark}转载", sentence)
    assert found is not None and _is_told(sentence, found) is (mark == "“")


@pytest.mark.parametrize(
    ("line", "called"),
    [
        ("二维码下载更多，请你来石桥。", True),
        ("二维码下载，请你来石桥。", False),
        ("下载更多，点击石桥扫码。", False),
        ("石桥石桥石桥二维码下载更多，请你来。", True),
        ("石桥石桥石桥老二维码下载更多，请你来。", False),
        ("二维码更多微博，石桥的石头很多。", False),
        ("二维码下载更多，请你来石桥。" + "石" * 146, True),
        ("二维码下载更多，请你来石桥。" + "石" * 147, False),
    ],
)
def test_a_call_opens_with_a_word_of_promotion_and_holds_three_kinds(line: str, called: bool) -> None:
    assert is_call(line) is called
