"""Appeals between the paragraphs and behind them: letters, memberships, coupons, authors. All invented (合成)."""

from __future__ import annotations

from functools import partial
from time import process_time

import pytest

from cleaners.readings.appeals import find_appeals
from tests.cleaners.readings.pages import LAST, LEAD, SECOND, TEXT, THIRD, article, paragraphs, text_of
from tests.cleaners.readings.views import good, page, scope
from tests.growth import is_linear

MIDDLE, END, BEHIND = "{1}{0}{2}", "{1}{2}{0}", "<div class=text>{1}{2}</div>{0}"
BYLINE = "<div class=by>文／李石　2024年5月20日</div>"
LETTER = "每个星期五早上，把镇上的事寄给你，不收一分钱。"
HOUSE = "每月十五元，就能让记者继续走在路上，写下镇里的每一件事。"
LIFE = "住在河边的人，走过石桥镇所有的台阶，养着一只猫。"


def left(card: str, place: str) -> list[str]:
    """What is kept of a card at a place of the article."""
    inner = place.format(card, paragraphs([LEAD, SECOND]), paragraphs([THIRD, LAST]))
    found = text_of(article(f"<div class=body>{BYLINE}{inner}</div>"))
    assert [line for line in found if line in TEXT] == TEXT
    return [line for line in found if line not in TEXT]


@pytest.mark.parametrize("place", [MIDDLE, END, BEHIND])
@pytest.mark.parametrize(
    "card",
    [
        f"<div class=s><p>{LETTER}</p><form><input type=email><button>好</button></form><small>想走就走</small></div>",
        f"<div><h3>石桥来信</h3><p>{LETTER}</p><form><input type=EMAIL><button>好</button></form></div>",
        f"<form class=nl><p>{LETTER}</p><input name=mail><input type=submit value=好></form>",
        f"<form class=nl><p>{LETTER}</p><input type=button value=马上订阅></form>",
        f"<section class=m><div>石桥日报靠读者活着</div><p>{HOUSE}</p><a href=/join>立即加入会员</a></section>",
        f"<part-x class=m><div><div>石桥日报靠读者活着</div><p>{HOUSE}</p><a href=/join>成为会员</a></div></part-x>",
        "<div class=d><p>沒有廣告，沒有老闆，我們只靠讀者的每一分錢走下去。</p><div class=btn>小額捐款</div></div>",
        "<div class=k><h3>三分钟开一家小店</h3><p>石桥小店，头三个月不收租，现在就能开张。</p><button>免费试用</button></div>",
        "<div class=c9><b>石桥美食节</b><span>满五十减十元，限今天</span><a>立即抢购</a></div>",
        "<div class=k><span>石桥新闻</span><p>读得更快，不错过每一次停水通知。</p><a href=/app>打开APP</a></div>",
        "<div class=q><p>你是哪一种走路的人？十道题，只给你自己看。</p><span class=q-btn>开始测试</span></div>",
        "<div class=e><p>下个月在凉亭办读者见面会，记者和石匠都来。</p><a href=/e>我要报名</a></div>",
        f"<div class=u><h4>李石</h4><p>{LIFE}</p><a>+ 关注</a><a>查看全部文章</a></div>",
    ],
)
def test_a_card_goes(card: str, place: str) -> None:
    assert left(card, place) == []


@pytest.mark.parametrize("place", [MIDDLE, END])
@pytest.mark.parametrize(
    "box",
    [
        "<div class=pull><p>水不等人，人等水，这是石桥镇的老话。</p></div>",
        "<div class=facts><p>步道全长四公里，台阶一千二百级。</p><p>青石取自上游，一共用了六百吨。</p></div>",
        "<div class=box><p>读者见面会，欢迎各位邻居都来。</p><p>地点：石桥镇凉亭</p><a href=/e>立即报名</a></div>",
        "<div class=note>走步道的人可以先看地图，再到凉亭<a href=/m>报名</a>。</div>",
        "<div class=note><p>走步道的人可以先看地图，再到凉亭<a href=/m>报名</a></p></div>",
        "<div class=faq><button>预约流程</button><p>先在凉亭登记名字，再按号走上步道。</p></div>",
        "<blockquote><p>我只想走路，走到河的那一头去看看。</p><a href=/x>订阅</a></blockquote>",
        f"<figure><p>{LIFE}</p><button>立即报名</button></figure>",
        f"<div class=long><p>{LETTER * 12}</p><button>立即订阅</button></div>",
        f"<div class=copy><p>{LETTER}</p><input readonly value=x></div>",
        "".join(
            f"<div class=h><p>{name}客栈在步道边上，有十二间房。</p><a href=/h>立即预订</a></div>"
            for name in ("临河", "听水", "望桥")
        ),
    ],
)
def test_a_box_of_the_article_stays(box: str, place: str) -> None:
    assert left(box, place)


@pytest.mark.parametrize(
    ("card", "kept"),
    [
        (f"<div class=u><img src=a.jpg><h4>李石</h4><p>{LIFE}</p></div>", False),
        (f"<div class=u><img src=a.jpg><div><div>李石</div><div>{LIFE}</div></div></div>", False),
        (f"<div class=u><h4>王小明</h4><button>追蹤</button><p>{LIFE}</p></div>", False),
        (f"<div class=u><img src=a.jpg><h4>王小明</h4><p>{LIFE}</p></div>", True),
        (f"<div class=u><h4>李石</h4><p>{LIFE}</p></div>", True),
    ],
)
def test_who_is_credited_above_has_a_card_below(card: str, kept: bool) -> None:
    assert bool(left(card, BEHIND)) is kept


def test_a_portrait_with_a_button_inside_the_text_stays() -> None:
    portrait = f"<div class=u><img src=a.jpg><h4>李石</h4><button>关注</button><p>{LIFE}</p></div>"
    assert LIFE in left(portrait, MIDDLE)


@pytest.mark.parametrize(("times", "dropped"), [(3, True), (2, False)])
def test_cards_are_little_beside_the_text(times: int, dropped: bool) -> None:
    view = page(
        f"<div class=c>{f'<p>{LETTER}</p>' * times}<div class=s><p>{LETTER}</p><button>订阅</button></div></div>"
    )
    assert bool(find_appeals(scope(view, "c"))) is dropped


def found(inner: str, above: str = "") -> list[str]:
    """The boxes of a text that are cards, by their classes, each with its rule; `above`: lines over the text's box."""
    view = page(f"{above}<div class=c>{inner}</div>")
    rules = find_appeals(scope(view, "c"))
    boxes = (view.runs[at].box for at in rules)
    return [f"{box.name} {rules[box.start]}" for box in dict.fromkeys(boxes) if box is not None and box.name]


def card(*lines: str, name: str = "k") -> str:
    """A card whose lines bear its name themselves, so that it is told by it."""
    return f"<div class={name}>{'<br>'.join(lines)}</div>"


FOLLOW, DEED = "<button>关注</button>", "<button>订阅</button>"
BOTH = paragraphs([LEAD, SECOND])


@pytest.mark.parametrize(
    ("box", "rules"),
    [
        (card("石桥", DEED), ["k promotion"]),
        (card(*["石"] * 6, DEED), ["k promotion"]),
        (card(*["石"] * 7, DEED), []),
        (card("石" * 218, DEED), ["k promotion"]),
        (card("石" * 219, DEED), []),
        (card("石" * 398, FOLLOW), ["k user"]),
        (card("石" * 399, FOLLOW), []),
        (card("石桥", "5月20日（星期一）", DEED), []),
        (card("石桥", "步道地图.pdf", DEED), []),
        (card("石桥", "<button>现在就立即订阅石桥的每封来信</button>"), ["k promotion"]),
        (card("石桥", "<button>现在就立即订阅石桥镇的每封来信</button>"), []),
        (card(good(20), DEED), ["k promotion"]),
        (card(DEED, good(20)), []),
        (card("石桥", DEED) * 2, ["k promotion"] * 2),
        (card("石桥", DEED) * 3, ["k promotion"] * 3),
        ("".join(card(word, DEED) for word in ("临河", "听水")), ["k promotion"] * 2),
        ("".join(card(word, DEED) for word in ("临河", "听水", "望桥")), []),
        ("".join(card(word, FOLLOW) for word in ("临河", "听水", "望桥")), ["k user"] * 3),
    ],
)
def test_a_card_is_a_small_box_with_a_button(box: str, rules: list[str]) -> None:
    assert found(f"{BOTH}{box}") == rules
    assert found(f"<p>{LEAD}{SECOND}</p>{box}{paragraphs([THIRD])}") == rules
    assert found(f"{box}{BOTH}") == []


@pytest.mark.parametrize(
    ("kind", "above"), [("email", True), ("tel", True), ("text", False), ("", False), ("search", False)]
)
def test_a_field_for_an_address_may_stand_above_the_text(kind: str, above: bool) -> None:
    box = card("石桥", f"<input type='{kind}'>")
    assert found(f"{BOTH}{box}") == ["k promotion"] * (kind != "search")
    assert found(f"{box}{BOTH}") == found(f"{box}<p>{LEAD}</p>") == ["k promotion"] * above


@pytest.mark.parametrize(("count", "cards"), [(1, 1), (2, 2), (3, 0)])
def test_several_cards_are_little_together(count: int, cards: int) -> None:
    boxes = "".join(card(good(20), DEED, name=f"k{n}") for n in range(count))
    assert len(found(f"<p>{good(80)}</p><p>{good(40)}</p>{boxes}")) == cards


@pytest.mark.parametrize(
    ("inner", "above", "card_of_author"),
    [
        (f"{BOTH}%s", BYLINE, True),
        (f"{BOTH}%s", f"{BYLINE}{'<p>石</p>' * 15}", True),
        (f"{BOTH}%s", f"{BYLINE}{'<p>石</p>' * 16}", False),
        (f"{BOTH}%s", "<p>李石</p>", True),
        (f"{BOTH}%s", "<p>记得李石的人</p>", False),
        (f"<p>李石</p>{BOTH}%s", "", True),
        (f"{BOTH}%s{paragraphs([THIRD])}", BYLINE, False),
    ],
)
def test_the_author_is_credited_right_above_the_text(inner: str, above: str, card_of_author: bool) -> None:
    for lines in (["李石", "住在河边的人"], ["李石", *["石"] * 4], ["李石"], ["李石", *["石"] * 5]):
        box = card(*lines).replace("<div class=k>", "<div class=k><img src=a.png>")
        assert bool(found(inner % box, above)) is (card_of_author and 2 <= len(lines) <= 5)


def test_without_a_text_there_are_no_cards() -> None:
    assert found(card("石桥", "<input type=email>")) == []


def test_without_boxes_there_are_no_cards() -> None:
    assert not find_appeals(scope(page(f"<p>{LEAD}</p><div><p>{LETTER}</p><button>订阅</button></div>")))


@pytest.mark.parametrize(
    "box", ["<div class=k><p>短</p><button>订阅</button></div>", "<div>" * 60 + "</div>" * 60]
)
def test_cards_in_linear_time(box: str) -> None:
    def seconds(count: int) -> float:
        source = article(f"<div class=body>{paragraphs(TEXT * 9)}{box * (count // 60)}</div>")
        started = process_time()
        text_of(source)
        return process_time() - started

    assert is_linear(partial(seconds, 1200), partial(seconds, 19200))
