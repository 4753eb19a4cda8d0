"""Lines with which a page takes leave of its reader, in the words of many sites, and last lines of texts in the same words."""

from __future__ import annotations

import pytest

from cleaners.lexicon import fold
from cleaners.readings.noise import noise
from cleaners.readings.noise.closings import CLOSINGS, closing
from cleaners.readings.sections import section
from tests.cleaners.readings.pages import TEXT, article, paragraphs, text_of

CALLED = [
    "快加入石橋日報官方帳號，最新消息不錯過",
    # it is over
    "以上就是小编为大家带来的步道怎么走的全部内容了，希望对各位有所帮助，更多攻略请持续关注本站。",
    "以上是石桥网小编为您介绍的步道开放时间，更多的热点知识请关注石桥网。",
    "好啦，以上就是今天给大家分享的步道知识，觉得有用的话记得点赞收藏！",
    "以上便是今天的全部内容啦，感谢阅读，记得关注我哦~",
    "關於步道，以上就是全部內容，更多資訊請關注石橋網。",
    "关于步道怎么走，小编就为大家介绍到这里，希望对你有所帮助。",
    "到此这篇关于步道的文章就介绍到这了，更多内容请搜索以前的文章，希望大家以后多多支持石桥之家！",
    "文章到这里就结束了，喜欢的朋友点个关注吧",
    "今天的內容就到這裡，咱們下期見！",
    "本文到此结束，感谢您的阅读！",
    "希望以上内容能对您有所帮助，更多资讯请继续关注石桥网。",
    # more elsewhere
    "如果您还想了解更多相关内容，请持续关注本站。",
    "想看更多精彩報導，請按這裡",
    "关注“石桥发布”，了解更多石桥资讯",
    "打开石桥新闻，查看更多图片",
    "戳下方小程序，立即报名",
    "↓↓↓点击阅读原文，一键购买",
    "更多石桥报道，请订阅我们的频道，每天更新。",
    # a star, a group, an account
    "微信改版后很多朋友收不到推送，请把“石桥育儿”设为星标，点亮在看，我们才不会走散",
    "由于公众号改变了推送规则，请将“石桥”设为星标，以免错过更新。",
    "⭐星标“石桥”，不错过每一次推送",
    "添加微信shiqiao01，备注“步道”，拉你进群",
    "想進群的朋友，請掃碼添加小助手，備註步道",
    "读者交流群已建立，添加微信 shiqiao 进群",
    "进群方式：添加小助手微信",
    "关注我，每天分享步道知识",
    "我是石桥，一个爱走路的朋友，关注我，不迷路",
    "歡迎追蹤石橋的 Instagram",
    "加入石橋 LINE 官方帳號，天天看好新聞",
    "加入石橋會員，支持獨立媒體",
    "支持獨立媒體，請贊助石橋",
    "商务合作请联系微信：shiqiao88",
    "转载请在后台留言",
    # what the reader may do
    "觉得不错，点个“赞”和“在看”再走吧",
    "点亮“在看”，分享给更多人",
    "转发、点赞、在看，安排一下？",
    "一键三连，下次一定",
    "喜欢就支持一下吧",
    "喜歡這篇文章嗎？快分享給朋友吧！",
    "如果觉得我的文章对您有用，请随意打赏。您的支持将鼓励我继续创作！",
    "您的支持是我继续创作的最大动力",
    "赶紧转发给更多人看看吧！",
    "扩散周知！",
    "你怎么看？欢迎留言讨论。",
    "聊一聊：你喜欢步道吗？留言告诉我们吧",
    "如果有什么问题可以在评论区留言",
    "你有什么想说的？评论区聊聊吧",
    # the box of a gift
    "其他金额",
    "¥2¥5¥10其他金额",
    "1元 5元 10元 自定义",
    "赞赏作者",
    "3人已赞赏",
    "微信扫一扫，打赏作者",
    "快来当第一个赞赏的人吧",
    "朗读纠错加入背诵",
]  # fmt: skip  # laid out for reading

TOLD = [
    "以上就是这座桥的来历，信不信由你。",
    "以上就是今天石桥报的全部内容，感谢大家阅读。",
    "以上就是本次会议通过的全部内容，镇政府将于下月公布细则。",
    "以上是本场发布会的全部内容，感谢大家的关注，再见。",
    "以上就是我汇报的全部内容，希望各位老师多给我帮助。",
    "今天的会议到此结束，明天继续讨论步道的预算，请关注下期公报。",
    "今天，镇政府公布了步道的相关内容，居民可以放心观看演出。",
    "希望这些措施能帮助更多老人走出家门。",
    "如果想了解更多有关步道的内容，可以访问我们这篇文章。",
    "想了解更多报名信息，请关注镇文化馆公布的通知。",
    "报名请关注微信公众号“石桥文化馆”，回复“步道”领取表格。",
    "他把这个公众号设为星标，每天早上第一个打开。",
    "很多人把老师的微信设为星标朋友，怕漏掉家长群里的通知。",
    "骗子让老人添加微信，备注“步道”，再一步步诱导转账。",
    "加入微信群之后，邻居们开始轮流扫地。",
    "扫码领取号码牌后，在大厅等候叫号。",
    "小程序上线三个月，已有两万人用它预约看病。",
    "点击“小程序”里的“报修”，十分钟内就有人回电。",
    "吃了饭再走吧，母亲说，路上冷。",
    "这样的做法，值得点个赞。",
    "为这群修路人点个赞吧！",
    "他们的故事被转发给更多人，步道从此出了名。",
    "点赞、转发、评论，成了他每天的工作。",
    "如果你觉得步道不错，下次就带上父母一起来走走。",
    "看到好看的花，不妨收藏一朵。",
    "这篇文章写的是步道，可以收藏在镇志里。",
    "喜欢，就要说出来，这是父亲留下的话。",
    "大家的支持就是我们最大的动力，镇长在会上说，步道还要再修两公里。",
    "请把这封信转给需要的人。",
    "请转告身边的老人，接到这类电话一律挂断。",
    "亲爱的读者，你有多久没有给父母打一个电话了？",
    "我们究竟想要怎样的一条河？也许每个人心里都有自己的答案。",
    "评论区里有人说，自己也走过这座桥。",
    "关注我们身边的步道，就是关注生活本身！",
    "关注“沉默的大多数”，看起来容易，做起来难。",
    "石桥日报将持续关注此事。",
    "追踪Facebook上的照片，警方找到了失主。",
    "支持独立媒体的人越来越少，会员从两万降到八千。",
    "商务合作谈了三次，最后还是没有谈成。",
    "支付宝扫一扫就能付停车费，老人却更愿意给现金。",
    "欢迎来石桥走一走，春天的时候，油菜花开满两岸。",
]


@pytest.mark.parametrize("line", CALLED)
def test_a_page_takes_leave(line: str) -> None:
    assert noise(fold(line), edge=True)


@pytest.mark.parametrize("line", TOLD)
@pytest.mark.parametrize("edge", [False, True])
def test_the_last_line_of_a_text_in_the_same_words(line: str, edge: bool) -> None:
    assert noise(fold(line), edge) == ""


def test_every_pattern_has_a_line() -> None:
    lines = [fold(line) for line in CALLED if closing(fold(line))]
    assert [entry for entry in CLOSINGS if not any(entry.pattern.search(line) for line in lines)] == []


@pytest.mark.parametrize("line", ["往期精彩回顾", "好文推荐", "更多石橋新聞"])
def test_a_heading_of_other_stories(line: str) -> None:
    found = section(fold(line))
    assert found is not None and found.rule == "related"


@pytest.mark.parametrize("size", [198, 199])
def test_a_long_line_is_no_leave(size: int) -> None:
    line = "以上就是小编带来的步道，希望有帮助" + "石" * (size - 17)
    assert bool(closing(line + "。" * 2)) is (size == 198)


@pytest.mark.parametrize(
    "line",
    [
        "微信" + "1" * 38,
        "1" * 60,
        "转发" * 30 + "x",
        "，" * 99 + "关注",
        "请" * 79 + "赞",
        "你的" * 40 + "动力",
    ],
)
def test_no_pattern_backtracks_for_long(line: str) -> None:
    for _ in range(200):
        noise(line, edge=True)


def test_calls_in_the_form_of_the_paragraphs_go() -> None:
    calls = [
        "微信改版后很多朋友收不到推送，请把“石桥”设为星标，我们才不会走散",
        "扫描下方二维码添加小桥老师微信，备注“步道”进读者交流群",
        "觉得不错，点个“赞”和“在看”再走吧",
    ]
    assert text_of(article(f"<div>{paragraphs(TEXT + calls)}</div>")) == TEXT


def test_between_the_paragraphs_they_are_the_texts() -> None:
    lines = [TEXT[0], "您的支持是我继续创作的最大动力", *TEXT[1:]]
    assert text_of(article(f"<div>{paragraphs(lines)}</div>")) == lines


def test_a_box_of_gifts_goes() -> None:
    box = (
        "<div><p>喜欢就支持一下吧</p><ul><li>点赞 12</li><li>收藏 8</li></ul></div>"
        "<div><p>赞赏作者</p><span>¥2</span><span>¥5</span><span>¥10</span><span>其他金额</span></div>"
    )
    assert text_of(article(f"<div>{paragraphs(TEXT)}{box}</div>")) == TEXT
