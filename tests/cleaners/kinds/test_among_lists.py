"""Articles on pages that are lists for the most part, and lists that look like articles. All invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from schemas import Article, Kind, Page, Rejection
from tests.cleaners.readings.pages import FOOTER, NAVIGATION

_TITLE, _BRIEF = (
    "石桥镇三座老桥通车",
    "石桥镇三座老桥昨天修复通车，两岸居民不必再绕行五公里，桥面加宽了一米。",
)
_INFO = "<div>2024-03-04 10:20 来源：石桥日报</div>"
_STORIES = [f"城东第{n}座图书馆延长开放时间" for n in range(10)]
_CARDS = "".join(
    f"<div class=card><a href=/c/{n}><h4>{story}</h4></a><p>{story}，记者从镇里了解到，周末也开门。</p></div>"
    for n, story in enumerate(_STORIES)
)
_LINKS = "".join(f"<li><a href=/n/{n}.html>{_STORIES[n % 10]}（{n}）</a></li>" for n in range(60))


def _outcome(inner: str, title: str, url: str = "https://www.example.com/p/1") -> Article | Rejection:
    source = f"<title>{title}</title>{NAVIGATION}{inner}{FOOTER}"
    return Cleaner().process(Page(url=url, body=source.encode()))


def test_a_short_text_above_cards_of_other_stories() -> None:
    found = _outcome(f"<h1>{_TITLE}</h1>{_INFO}<div><p>{_BRIEF}</p></div>{_CARDS}{_CARDS}", "石桥网")
    assert isinstance(found, Article)
    assert (found.text, found.title) == (_BRIEF, _TITLE)


@pytest.mark.parametrize(("href", "taken"), [("/p/1", True), ("/p/2", False)])
def test_a_headline_that_leads_to_its_own_page(href: str, taken: bool) -> None:
    """A blog whose <title> is its own name links the headline of an article to itself, that of another to there."""
    post = f"<h2><a href={href}>{_TITLE}</a></h2>{_INFO}<div><p>{_BRIEF}</p></div><ul>{_LINKS}</ul>"
    found = _outcome(post, "青禾的博客")
    assert isinstance(found, Article) is taken
    assert not taken or found.title == _TITLE  # type: ignore[union-attr]  # it is an article


def test_paragraphs_with_a_button_to_the_full_text_below_each() -> None:
    entries = "".join(
        f"<div><h2>{story}</h2>{_INFO}<p>{story}，记者从镇里了解到，周末也开门。</p><a href=/p/{n}>阅读全文</a></div>"
        for n, story in enumerate(_STORIES)
    )
    assert _outcome(entries, "石桥网", "https://www.example.com/").kind is Kind.CHANNEL


def test_a_player_over_its_own_name_and_other_films() -> None:
    """The text is the headline once more; what the player says of the browser is no notice of the site's."""
    player = "<video src=a.mp4></video><div>您的浏览器不支持HTML5视频播放，请升级浏览器</div>"
    info = f"<div>播放：3.2万 发布：2021-05-02 时长 01:12</div><p>简介：{_TITLE}</p>"
    found = _outcome(f"{player}<h1>{_TITLE}</h1>{info}<h3>接下来播放</h3>{_CARDS}", f"{_TITLE}_视频_石桥网")
    assert isinstance(found, Rejection)
    assert found.kind is not Kind.NOTICE


_TOLD = (
    f"{_BRIEF}施工队在冬季枯水期里加固了桥墩，又把旧石板一块块编号，照原样铺回桥面。镇里说，三座老桥建成已有一百多年，"
    "这次修复花了八个月，桥头还立了石碑，记下捐款人的名字，供后来的人看。"
)


def test_a_short_text_whose_headline_only_the_head_states() -> None:
    """A heading over other stories is not its headline."""
    ranks = f"<h2>石桥新闻四十八小时评论排行榜</h2><ul>{_LINKS}</ul>"
    found = _outcome(f"{_INFO}<div><p>{_TOLD}</p></div>{ranks}", f"{_TITLE}_石桥网")
    assert isinstance(found, Article)
    assert (found.text, found.title) == (_TOLD, _TITLE)


@pytest.mark.parametrize(
    ("below", "taken"), [(_BRIEF, True), ("发短信到五五五五，每天收看手机报，三元一月。", False)]
)
def test_a_line_below_a_headline_and_a_date_is_about_it(below: str, taken: bool) -> None:
    other = "<p>编者说，河边的步道上个月铺好了，路灯也亮了，市民吃过晚饭可以去走走。</p>"
    post = f"<h1>{_TITLE}</h1>{_INFO}<div class=a><p>{below}</p></div><ul>{_LINKS}</ul><div>{other}</div>"
    assert isinstance(_outcome(post, f"{_TITLE}_石桥网"), Article) is taken


@pytest.mark.parametrize(
    ("headline", "said", "taken"),
    [
        (
            "在山里住进一户人家",
            "火车到站是下午三点，天已经擦黑，来接我们的大叔开一辆旧面包车。\n第二天清晨，窗玻璃上结满了冰花，谁也不舍得伸手去擦。",
            True,
        ),
        ("我的父亲和他的二胡", "小时候家里穷，过年才吃得上一回肉，他总说自己不爱吃。\n后来我才明白，那年他把棉袄当了。", True),
        ("外婆的澎湖灣與我", "那年夏天，坐了七個小時的船，靠岸時天還沒有亮。\n她站在碼頭上，提著一盞燈，說粥還是熱的。", True),
        (_TITLE, "订阅晚报，全年三百元。\n送食用油一桶，城区各报亭均可办理，昨天起接受预订。", False),
        (_TITLE, "請您文明發言，遵守法律法規。\n本站有權刪除不當留言，評論不代表本站觀點。", False),
        (_TITLE, "下载客户端，随时随地看新闻。\n扫描二维码即可安装，新用户注册就送积分，邀请好友还有红包。", False),
        (_TITLE, "本站所有作品均由网友上传，只为让更多读者欣赏。\n如有侵权请联系我们删除，谢谢您的支持。", False),
    ],
)  # fmt: skip  # laid out for reading
def test_an_essay_says_its_headline_in_words_of_its_own(headline: str, said: str, taken: bool) -> None:
    other = "<p>编者说，河边的步道上个月铺好了，路灯也亮了，市民吃过晚饭可以去走走。</p>"
    below = "".join(f"<p>{line}</p>" for line in said.split("\n"))
    post = f"<h1>{headline}</h1>{_INFO}<div class=a>{below}</div><ul>{_LINKS}</ul><div>{other}</div>"
    found = _outcome(post, f"{headline}_石桥网")
    assert isinstance(found, Article) is taken
    assert not taken or found.text.count("\n") == 1  # type: ignore[union-attr]  # it is an article


def test_a_story_need_not_say_its_headline() -> None:
    lines = (
        "雨是半夜停的，屋檐下的水缸满了，月亮在里头一晃一晃。",
        "他披衣坐起，把那盏灯又挑亮了些，桌上的信写了一半，墨已经干了。",
        "“谁？”门外没有人答应，只有风翻过篱笆，吹得灯影乱跳。",
        "他走过去，把门闩轻轻拉开，一只湿透的猫钻进来，抖了抖身上的水。",
    )
    other = f"<div class=footer>{'<p>本站所有小说由网友上传，只为让更多读者欣赏，请支持正版。</p>' * 3}</div>"
    text = "".join(f"<div>{line}</div>" for line in lines)
    found = _outcome(
        f"<h1>第十二章 故人夜叩柴门</h1>{_INFO}<div>{text}</div>{other}", "第十二章 故人夜叩柴门_青禾小说"
    )
    assert isinstance(found, Article)
    assert found.text.split("\n") == list(lines)


def test_a_dated_text_beside_prices_under_a_headline_that_the_head_does_not_name() -> None:
    offers = "".join(f"{n}、前{n}00名游客赠送草帽一顶；<br>" for n in range(1, 6))
    prices = "<td>老桥 ￥60<br>石佛山 ￥45<br>古渡 ￥30</td>"
    rows = f"<tr><td><strong>{_TITLE}推出五项优惠</strong></td></tr><tr><td>发布者：石桥 2008-4-25 点击：339</td></tr>"
    text = f"为迎接小长假，镇里推出五项措施：<br>{offers}晚上还将举行篝火晚会，游客可以免费参加。"
    page = f"<table><tr>{prices}<td><table>{rows}<tr><td>{text}</td></tr></table></td></tr></table>"
    found = _outcome(page, "旅游168--旅游资讯")
    assert isinstance(found, Article)
    assert found.title == f"{_TITLE}推出五项优惠"


@pytest.mark.parametrize(
    ("stated", "marks", "taken"), [(True, "。", True), (False, "。", False), (True, "", False)]
)
def test_a_log_that_does_not_say_what_it_is_about(stated: bool, marks: str, taken: bool) -> None:
    """Sentences under their times, where the page states an article; headlines under theirs are a list."""
    head = "<meta property=og:type content=article>" if stated else ""
    told = [
        "电力公司统计，两镇共有三百户停电",
        "渔港浪高超过六米，两艘船进港避风",
        "山区撤离三百人，安置在体育馆里",
    ]
    log = "".join(
        f"<section><time>{9 + n}:20</time><p>{line}{marks}</p></section>" for n, line in enumerate(told)
    )
    inner = f"{head}<h1>台风逼近石桥各地最新情况</h1><div class=log>{log}</div><ul>{_LINKS}</ul>"
    assert isinstance(_outcome(inner, "台风逼近石桥各地最新情况_石桥网"), Article) is taken


_LIVE = (
    "石桥牌电风扇新品发布会直播",
    (
        "发布会结束，现场体验区开放，电风扇可以试用。",
        "售价公布：标准版两百九十九元，十一月二十八日开售。",
        "工作人员把电风扇泡进水箱，石桥牌的叶片仍在转。",
        "主持人登场，开场视频用旧电风扇拍摄。",
    ),
)
_MATCH = (
    "石橋隊主場迎戰青溪隊直播",
    (
        "全場結束，石橋隊三比二贏下青溪隊。",
        "青溪隊扳回一球，播放的慢動作顯示沒有越位。",
        "石橋隊角球破門，主播席上一片歡呼。",
        "雙方球員進場，主場看臺坐滿了人。",
    ),
)


@pytest.mark.parametrize(
    "around", ["<div>直播已结束</div><div>主播厅 精彩回放 播放</div>", "<div>主播 点播 相关视频</div>"]
)
@pytest.mark.parametrize(("headline", "entries"), [_LIVE, _MATCH])
@pytest.mark.parametrize(
    ("change", "taken"),
    [
        (("", ""), True),
        (("<h1>", "<video src=/1.mp4></video><h1>"), False),
        ((":0", "点零"), False),
        (("。", " 第二集"), False),
    ],
    ids=["a report", "a player", "without times", "a programme"],
)
def test_a_report_among_words_of_watching(
    around: str, headline: str, entries: tuple[str, ...], change: tuple[str, str], taken: bool
) -> None:
    log = "".join(
        f"<div class=it><b>直播君</b><div class=ti>14:0{n}</div><div class=ct>{line}</div></div>"
        for n, line in enumerate(entries)
    )
    page = f"<h1>{headline}</h1>{around}<div class=flow>{log}</div><div>说点什么吧 相关视频 播放</div>"
    assert (
        isinstance(_outcome(page.replace(*change) if change[0] else page, f"{headline}_石桥现场"), Article)
        is taken
    )
