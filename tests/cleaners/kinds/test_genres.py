"""The small pages that genres are trained on, in both forms, and others. All invented (合成)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.genre_pages import GenrePage, genre_pages
from cleaners import Cleaner, Rejected
from schemas import Article, Kind, Page, Reason, Rejection

PAGES = tuple(genre_pages())
_MISSED = {
    "html": {
        "《河上的灯》",
        "《河上的人》第3集",
        "停电通知",
        "停课通知",
        "坐船去对岸，请记住这几点",
        "心理健康自测量表",
        "机场专线延长到大桥东 票价不变",
        "梅雨",
        "石桥市天气预报",
        "网站地图与无障碍说明",
    },
    "dump": {
        "12路公交",
        "《河上的人》第3集",
        "三分钟教你煎出脆皮豆腐",
        "心理健康自测量表",
        "您最关心的民生问题是什么",
        "星河传说",
        "梅雨",
        "石桥市今日油价",
        "石桥市天气预报",
        "石桥市实验小学",
        "秋夜",
        "网站地图与无障碍说明",
    },
}
"""What is not told: notices of one sentence and short verse without a date beside many links; sales talk, lists of figures and
houses that tell a story."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_a_page(page: GenrePage) -> None:
    outcome = Cleaner().process(Page(body=page.html.encode()))
    right = isinstance(outcome, Article) is (page.kind == "article")
    assert right is (page.title not in _MISSED["html"]), outcome


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_a_dump(page: GenrePage) -> None:
    try:
        taken = bool(Cleaner().clean_text(page.dump))
    except Rejected:
        taken = False
    right = taken is (page.kind == "article")
    assert right is (page.title not in _MISSED["dump"])


@pytest.mark.parametrize("docs", ["docs/kinds.md", "docs/kinds.zh.md"])
def test_the_docs_count_what_is_missed(docs: str) -> None:
    text = (Path(__file__).parents[3] / docs).read_text("utf-8")
    for is_article in (True, False):
        titles = [page.title for page in PAGES if (page.kind == "article") is is_article]
        missed = sum(title in names for names in _MISSED.values() for title in titles)
        total = len(_MISSED) * len(titles)
        assert f"{missed} of {total} " in text or re.search(rf"{total} [篇个]\w+错 {missed} [篇个]", text)


def _outcome(title: str, *lines: str) -> Article | Rejection:
    inner = "".join(f"<p>{line}</p>" for line in lines)
    return Cleaner().process(Page(body=f"<title>{title}</title><h1>{title}</h1>{inner}".encode()))


_ASKED = "职位描述：负责整理书架。任职要求：大专以上学历，双休，五险一金，月薪四千，有意者请投递简历。"


def test_the_words_that_show_it_are_told() -> None:
    found = _outcome("招聘管理员", _ASKED)
    assert isinstance(found, Rejection)
    assert (found.kind, found.reason) == (Kind.PRODUCT, Reason.OTHER_KIND)
    assert found.detail == "product: much of the text is 任职要求 职位描述 月薪 五险一金"


def test_a_genre_that_is_asked_for_is_taken() -> None:
    source = f"<title>招聘管理员</title><h1>招聘管理员</h1><p>{_ASKED}</p>"
    assert Cleaner(kinds=[Kind.PRODUCT]).clean(source).kind is Kind.PRODUCT


def test_a_ban_keeps_its_kind() -> None:
    found = _outcome("抱歉", "您的访问存在安全威胁，已被阻断，请您稍后重试。您的IP：10.0.0.1")
    assert (found.kind, isinstance(found, Rejection)) == (Kind.BLOCKED, True)


@pytest.mark.parametrize(
    ("title", "line", "taken"),
    [
        ("验证码", "请输入验证码，完成验证后您可以继续访问，如有疑问请联系网站管理员，并附上您的IP。", False),
        (
            "验证码的十年",
            "去年冬天，父亲第一次在手机上看到验证码，他说那几个字母像河边的芦苇，于是抄在了本子上，后来他自己也忘了。",
            True,
        ),
    ],
)
def test_a_word_of_a_notice_in_a_story(title: str, line: str, taken: bool) -> None:
    assert isinstance(_outcome(title, line), Article) is taken


MENDS = [
    "主轴连续转两小时后，外壳的温升一般在十五度以内；超过二十度，工件表面就容易出现振纹，轴承的寿命也会缩短。",
    "根据我们近三年处理的两百多起故障，建议按下面的顺序，由易到难一项一项排查。",
    "最容易被忽略的是润滑油加得太多。油位高过视窗，滚动体搅油生热，温度半小时内就会上去，放掉多余的油，多数当场见效。",
    "再看皮带。用弹簧秤在中段往下拉，下沉十到十五毫米才算合适，新皮带磨合一周以后要再调一次。",
    "都排除了，最后才考虑拆检轴承。隔圈的厚度差两微米，预紧力就有明显变化，没有量具不要自己动手。",
]
FOOT = "<p>联系电话：0000-7788123 传真：0000-7788124</p><p>公司地址：石桥镇三号路17号</p>"
FOOT += "<h3>在线咨询</h3><p>点击发送消息给售前咨询</p>"


@pytest.mark.parametrize(("lines", "taken"), [(MENDS, True), (MENDS[1:2], False)])
def test_a_text_that_tells_much_is_judged_without_the_house_around_it(lines: list[str], taken: bool) -> None:
    body = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<title>主轴发热的原因_石桥机床</title><h2>主轴发热的原因</h2><p>时间：2026-02-26</p>{body}{FOOT}"
    assert isinstance(Cleaner().process(Page(body=html.encode())), Article) is taken


def test_a_profile_is_told_by_its_title() -> None:
    text = "<p>在石桥住了五十一年，看着巷子从石板路变成水泥路，又变回石板路，谁家的枣树什么时候种的，问我都知道。</p>"
    html = f"<title>老住户的个人资料 - 石桥论坛</title><h2>老住户</h2>{text}<p>注册时间2011-6-18 20:11</p>"
    outcome = Cleaner().process(Page(body=html.encode()))
    assert isinstance(outcome, Rejection)
    assert outcome.kind is Kind.USER
