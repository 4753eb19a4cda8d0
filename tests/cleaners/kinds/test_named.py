"""Pages whose name says what they are. All invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from schemas import Article, Kind, Page, Reason, Rejection
from tests.cleaners.readings.pages import FOOTER, NAVIGATION

_HOUSE = (
    "石桥科技创办于二〇〇八年，总部在临江，现有员工三百余人，其中六成做研发。",
    "多年来，公司为制造和零售等行业的上千家客户提供服务，赢得了广泛赞誉。",
)
_TOLD = (
    "昨天下午，记者在石桥镇看到，几位老人正围着一块旧木牌说话，木牌上写着四个字。",
    "“这是我父亲写的，”王先生说，他后来再也没有回来过，只有这块牌子还挂在门口。",
)


def _outcome(title: str, *lines: str, info: str = "", below: str = "") -> Article | Rejection:
    text = "".join(f"<p>{line}</p>" for line in lines)
    source = (
        f"<title>{title}_石桥网</title>{NAVIGATION}<h1>{title}</h1>{info}<div>{text}</div>{below}{FOOTER}"
    )
    return Cleaner().process(Page(url="https://www.example.com/p/1", body=source.encode()))


@pytest.mark.parametrize("title", ["关于我们", "隐私政策", "石桥科技用户协议"])
def test_a_page_about_its_house(title: str) -> None:
    found = _outcome(title, *_HOUSE)
    assert isinstance(found, Rejection)
    assert (found.kind, found.reason) == (Kind.SHELL, Reason.OTHER_KIND)
    assert found.detail == "shell: so the page's name says"


def test_a_report_may_bear_such_a_name() -> None:
    assert isinstance(_outcome("关于我们", *_TOLD, info="<div>2024-03-04 来源：石桥日报</div>"), Article)


def test_what_is_gone_in_other_words_below_a_hint() -> None:
    found = _outcome(
        "提示信息", "您要找的那一页已经不在这里了，也可能是当初抄下它的人抄错了一个字，五秒后回到首页。"
    )
    assert (found.kind, isinstance(found, Rejection)) == (Kind.NOTICE, True)


def test_an_author_and_his_stories() -> None:
    profile = "石桥网记者，长年在镇里采访修桥铺路的人，曾经获得全省好新闻奖，信箱在报社三楼。"
    assert _outcome("作者：王小明", profile).kind is Kind.USER


@pytest.mark.parametrize("wanted", [False, True])
def test_comments_without_what_they_are_about(wanted: bool) -> None:
    posts = "".join(
        f"<div class=post><a href=/user/{n}>青禾{n}</a> <em>{n}楼 发表于 2024-04-0{n} 08:30</em>"
        f"<p>桥栏杆松了{n}处，上个月打过电话，一直没有人来看，只好自己拿绳子先绑上，等镇里派人来修。</p></div>"
        for n in range(1, 6)
    )
    kinds = [Kind.ARTICLE, Kind.THREAD] if wanted else [Kind.ARTICLE]
    source = f"<title>网友评论：老石桥修好了_石桥网</title><h1>网友评论：老石桥修好了</h1>{posts}"
    outcome = Cleaner(kinds=kinds).process(Page(body=source.encode()))
    assert (isinstance(outcome, Article), outcome.kind) == (wanted, Kind.THREAD)


@pytest.mark.parametrize(
    ("title", "line", "kind"),
    [
        ("用户登录", "还没有账号？立即注册，注册即代表同意用户协议和隐私保护指引。", Kind.LOGIN),
        (
            "个人空间 - 南巷",
            "个性签名：走遍每一条老巷子，积分两千三百一十，好友三十二人，日志十二篇。",
            Kind.USER,
        ),
    ],
)
def test_a_page_to_log_in_and_one_of_a_member(title: str, line: str, kind: Kind) -> None:
    found = _outcome(title, line)
    assert (found.kind, isinstance(found, Rejection)) == (kind, True)


_ENTRIES = (
    (
        "市图书馆延长开放时间",
        "自下月起，周末开放时间延长到晚上九点，同时增设夜间自习区两百个座位，市民凭证即可入馆…",
    ),
    (
        "古戏台修缮完工",
        "历时两年的古戏台修缮工程日前通过验收，修缮坚持修旧如旧，保留了原有的木雕和彩绘，工匠们…",
    ),
    (
        "诗歌节周六开幕",
        "第五届诗歌节将于本周六在江边广场开幕，二十余位诗人将与读者见面，现场朗诵作品，并为获奖…",
    ),
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [("文化", Kind.CHANNEL), ("站内检索：图书馆", Kind.SEARCH), ("标签：老街", Kind.TAG)],
)
def test_three_entries_and_their_name(title: str, kind: Kind) -> None:
    entries = "".join(
        f"<div class=n><h3><a href=/c>{head}</a></h3><p>{said}</p></div>" for head, said in _ENTRIES
    )
    found = Cleaner().process(
        Page(body=f"<title>{title}_石桥网</title><h1>{title}</h1>{entries}{FOOTER}".encode())
    )
    assert (found.kind, isinstance(found, Rejection)) == (kind, True)
