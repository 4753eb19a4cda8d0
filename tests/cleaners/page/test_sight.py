"""What a reader sees, by sheets, attributes and scripts."""

from __future__ import annotations

import pytest

from cleaners.dom import parse
from cleaners.page.sight import FOLDED, HIDDEN, SEEN, Sight
from cleaners.runs import read_runs
from cleaners.sites.site import GENERIC

LONG = "石桥下的水缓缓流过，凉亭里坐着几位老人，正在谈论今年的收成和天气，谁也没有注意到天色渐渐暗了下来。"
"""More Han characters than any label has."""


def sight_of(html: str, css: str = "#i, .i") -> int:
    """How the first element that a selector names is seen, on a page with other text beside it."""
    tree = parse(f"{html}<p>{LONG * 4}</p>")
    return Sight(tree).of(tree.cssselect(css)[0])


@pytest.mark.parametrize(
    ("sheet", "seen"),
    [
        (".a{display:none}", HIDDEN),
        (".b, .a {color:red;display: none}", HIDDEN),
        ("#i{visibility:hidden}", HIDDEN),
        (".a{font-size:0;height:0}", HIDDEN),
        ("p{display:none}", HIDDEN),
        (".out .a{display:none}", HIDDEN),
        ("#o p{display:none}", HIDDEN),
        ("div > p.a{display:none}", HIDDEN),
        ("body > p.a{display:none}", SEEN),
        ("p.a.x{display:none}", HIDDEN),
        ("span.a{display:none}", SEEN),
        (".a.y{display:none}", SEEN),
        (".in .a{display:none}", SEEN),
        (".a::before{display:none}", SEEN),
        (".a:hover{display:none}", SEEN),
        ("html.no-js .a{display:none}", SEEN),
        (".a{font-size:0.9em}", SEEN),
        (".a p{display:none}", SEEN),
        (".b{display:none}", SEEN),
        (".a{list-style:none}", SEEN),
        ("display:none", SEEN),
        ("}{", SEEN),
        ("/* .a{display:none} */", SEEN),
        ("/* } */ .a{display:none}", HIDDEN),
        ("@import 'x.css'; .a{display:none}", HIDDEN),
    ],
)
def test_selectors(sheet: str, seen: int) -> None:
    page = f"<style>{sheet}</style><div id=o class=out><p id=i class='x a'>石桥</p></div>"
    assert sight_of(page) == seen


@pytest.mark.parametrize(
    ("condition", "seen"),
    [
        ("print", SEEN),
        ("only print", SEEN),
        ("not print", HIDDEN),
        ("not screen", SEEN),
        ("screen", HIDDEN),
        ("all", HIDDEN),
        ("screen, print", HIDDEN),
        ("(max-width:768px)", SEEN),
        ("screen and (max-width: 480px)", SEEN),
        ("(max-width:2000px)", HIDDEN),
        ("(min-width: 48em)", HIDDEN),
        ("(min-width:200em)", SEEN),
        ("(prefers-color-scheme: dark)", SEEN),
    ],
)
def test_media(condition: str, seen: int) -> None:
    body = "<p class=i>石桥</p>"
    inside = f"<style>@media {condition}{{.x{{color:red}}.i{{display:none}}.y{{color:red}}}}</style>"
    assert sight_of(f"{inside}{body}") == seen
    assert sight_of(f"<style media='{condition}'>.i{{display:none}}</style>{body}") == seen


def test_what_stands_behind_a_media_rule_holds() -> None:
    assert sight_of("<style>@media print{.x{top:0}} .i{display:none}</style><p class=i>石桥</p>") == HIDDEN
    assert sight_of("<style>@keyframes k{from{opacity:0}} .i{top:0}</style><p class=i>石桥</p>") == SEEN
    assert sight_of("<noscript><style>.i{display:none}</style></noscript><p class=i>石桥</p>") == SEEN


@pytest.mark.parametrize(
    ("sheet", "attributes", "seen"),
    [
        (".i{display:none} .i{display:block}", "class=i", SEEN),
        (".i{display:block} .i{display:none}", "class=i", HIDDEN),
        (".i.x{display:block} .i{display:none}", "class='i x'", SEEN),
        ("#j{display:block} .i{display:none}", "class=i id=j", SEEN),
        (".i{display:none!important} #j{display:block}", "class=i id=j", HIDDEN),
        (".i{display:none} .i{visibility:visible}", "class=i", HIDDEN),
        (".i{display:none}", "class=i style='display: block;'", SEEN),
        (".i{display:none !important}", "class=i style='display:block'", HIDDEN),
        ("", "class=i hidden", HIDDEN),
        ("", "class=i hidden style='display:block'", SEEN),
        (".x{display:none} .i{display:flex}", "class=i hidden", SEEN),
    ],
)
def test_the_cascade(sheet: str, attributes: str, seen: int) -> None:
    assert sight_of(f"<style>{sheet}</style><p {attributes}>石桥</p>") == seen
    assert sight_of(f"<style>{sheet}</style><p>步<b {attributes}>石桥</b>道</p>") == seen


def test_what_fades_in_is_folded_and_what_fades_in_a_line_is_a_mark() -> None:
    assert sight_of(f"<div class=i style='opacity:0'>{LONG}</div>") == FOLDED
    assert sight_of("<p>步<b class=i style='opacity:0'>石桥</b>道</p>") == HIDDEN
    assert sight_of(f"<div class=i style='max-height:0;overflow:hidden'>{LONG}</div>") == FOLDED
    assert sight_of("<p>步<b class=i style='width:0;height:0;overflow:hidden'>石桥</b>道</p>") == HIDDEN


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<p><b class=i>图像来源，</b>云河社</p>", SEEN),
        ("<figcaption><b class=i>图像加注文字，</b>石桥</figcaption>", HIDDEN),
        ("<div><b class=i>Article information</b></div>", HIDDEN),
        ("<div><p class=i>点击分享</p></div>", HIDDEN),
        (f"<div class=i>{LONG}</div>", SEEN),
        ("<p>2026年11月8日<b class=i></b></p>", SEEN),
    ],
)
@pytest.mark.parametrize("hides", ["clip: rect(0,0,0,0)", "clip-path:inset(50%)", ""])
def test_what_is_read_aloud_and_not_seen(html: str, seen: int, hides: str) -> None:
    """By a rule of the page, or by a name whose rule is in another file."""
    sheet = f"<style>.i{{position:absolute;{hides};width:1px;height:1px;overflow:hidden}}</style>"
    assert sight_of(sheet + html if hides else html.replace("class=i", "class='sr-only i'")) == seen


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<p>步<b class=i style='color:#fff'>石桥网</b>道</p>", HIDDEN),
        ("<p>步<b class=i style='color: rgb(255, 255, 255)'>石桥网</b>道</p>", HIDDEN),
        ("<p>步<b>桥</b>步<b class=i style='color:white'>石桥网</b>道</p>", HIDDEN),
        ("<style>.i{color:transparent}</style><p>步<b class=i>石桥网</b>道</p>", HIDDEN),
        ("<p><b class=i style='color:#fff'>石桥网</b></p>", SEEN),
        ("<p>步 <b class=i style='color:#fff'>石桥网</b> 道</p>", SEEN),
        ("<p>步<b class=i style='color:#ff0'>石桥网</b>道</p>", SEEN),
        ("<p style='background:#234'>步<b class=i style='color:#fff'>石桥网</b>道</p>", SEEN),
        (f"<p>步<b class=i style='color:#fff'>{LONG}</b>道</p>", SEEN),
    ],
)
def test_marks_without_colour_inside_a_word(html: str, seen: int) -> None:
    assert sight_of(html) == seen


@pytest.mark.parametrize(
    ("script", "seen"),
    [
        ("$('#i').show()", FOLDED),
        ("$('#other, #i').hide(); $('#i').slideDown(200)", FOLDED),
        ('document.getElementById("i").style.display = "block"', FOLDED),
        ("var a = document.getElementById('i'); a.style.display=''", FOLDED),
        ("document.querySelector('.k').classList.remove('hide')", FOLDED),
        ("$('#i').css('display', 'block')", FOLDED),
        ("$('#i').hide()", HIDDEN),
        ('document.getElementById("i").style.display="none"', HIDDEN),
        ("$('#i').css('display', 'none')", HIDDEN),
        ("$('#other').show()", HIDDEN),
        ("var id = 'i';", HIDDEN),
    ],
)
def test_scripts_that_show_a_region(script: str, seen: int) -> None:
    region = f"<div id=i class=k style='display:none'><p>{LONG}</p></div>"
    assert sight_of(f"{region}<script>{script}</script>") == seen


def test_a_label_that_a_script_shows_is_no_text() -> None:
    assert sight_of("<p id=i style='display:none'>石桥</p><script>$('#i').show()</script>") == HIDDEN


def test_a_dialog_that_a_script_shows_is_no_text() -> None:
    dialog = f"<div id=i class=login style='display:none'><p>{LONG}</p></div>"
    assert sight_of(f"{dialog}<script>$('#i').show()</script>") == HIDDEN


def test_most_of_a_page_is_never_hidden() -> None:
    assert sight_of(f"<div class=i hidden>{LONG * 7}</div>") == FOLDED
    assert sight_of(f"<div class=i hidden>{LONG * 4}</div>") == HIDDEN  # a second copy


def test_marks_of_folded_text() -> None:
    html = (
        f"<div class=i style='display:none'><p>{LONG * 3}</p><div class=share>石桥</div><p hidden>步道</p></div>"
        "<p>凉亭</p>"
    )
    runs = read_runs(parse(html), GENERIC)
    boxes = [run.box for run in runs]
    assert [run.junk for run in runs] == ["", "share", "hidden", ""]
    assert [box.folded for box in boxes if box is not None] == [True, True, True, False]


@pytest.mark.parametrize(
    "html",
    [
        "<style>" + "@media screen{" * 7_000 + "</style>",
        "<style>" + "a{" * 40_000 + "}" * 40_000 + "</style>",
        "<style>" + "/*" * 50_000 + "</style>",
        "<style>"
        + ".i .i{display:none}" * 4_000
        + "</style>"
        + "<div class=i>" * 300
        + "<p class=i>石桥" * 9_000,
        "<div style='display:none'>" * 300 + f"<p>{LONG}</p>" * 9_000,
        "<b style='color:#fff'>石</b>桥" * 30_000,
    ],
    ids=["open media", "open rules", "open comments", "many rules", "nested", "marks"],
)
def test_costly_pages_are_bounded(html: str) -> None:
    """Each would take minutes if every rule were tried on every element with all that stands around it."""
    tree = parse(html)
    sight = Sight(tree)
    for element in tree.iter("p", "b", "div"):
        sight.of(element)
    assert sight.steps <= 300_000


@pytest.mark.parametrize(
    ("before", "seen"),
    [
        ("<div>继续阅读</div>", FOLDED),
        ("<div>▼ 展开全文</div><p style='display:none'>石桥</p><p>步道</p>", FOLDED),
        ("<div>石桥</div>", HIDDEN),
        ("<div>展开全文的读者都看到了石桥镇的步道</div>", HIDDEN),
    ],
)
def test_what_a_button_before_it_unfolds(before: str, seen: int) -> None:
    assert sight_of(f"<div><p>步道</p>{before}<p class=i style='display: none'>石桥</p></div>") == seen


def test_what_is_no_paragraph_stays_hidden_behind_a_button() -> None:
    assert sight_of("<div><b>展开全文</b><b class=i style='display:none'>收起</b></div>") == HIDDEN


HALF = f"<div class=i style='display:none'><p>{LONG}</p><p>步道</p></div>"
DIALOG = HALF.replace("class=i", "class='i login'")


@pytest.mark.parametrize(
    ("around", "seen"),
    [
        (f"<div><p>步道</p>{HALF}<div class=more><button>展開全文</button></div></div>", FOLDED),
        (f"<div><p>步道</p>{HALF}<a href=# class=more>阅读全文 <i></i></a></div>", FOLDED),
        (f"<section><p>步道</p>{HALF}<div class=mask></div><p>点击展开（剩余60%）</p></section>", FOLDED),
        (f"<div><p>步道</p><p class=i hidden>石桥</p>{HALF}<span>余下全文</span></div>", FOLDED),
        (f"<div>{HALF}<div>显示全文</div></div>", FOLDED),
        (f"<div><p>步道</p>{HALF}<p>凉亭</p><p>石桥</p><button>展开全文</button></div>", HIDDEN),
        (f"<div><p>步道</p>{HALF}<button>展开评论</button></div>", HIDDEN),
        (f"<div><p>{LONG[:30]}…</p>{HALF}<button>展开全文</button></div>", HIDDEN),
        (
            f"<div><p>步道</p>{DIALOG}<button>展开全文</button></div>",
            HIDDEN,
        ),
        ("<div><p>步道</p><div class=i hidden>收起</div><button>展开全文</button></div>", HIDDEN),
    ],
)
def test_the_rest_of_a_text_above_the_button_that_unfolds_it(around: str, seen: int) -> None:
    assert sight_of(around, ".i") == seen


@pytest.mark.parametrize(
    ("around", "seen"),
    [
        (f"<div><p>步道</p><div><span>展开剩余75%</span></div>{HALF}</div>", FOLDED),
        (f"<div><button>阅读全文</button>{HALF}</div>", FOLDED),
        (f"<div><p>步道</p><div>展开评论</div>{HALF}</div>", HIDDEN),
        (f"<div><p>步道</p><div>展开全文</div><p>石桥</p>{HALF}</div>", HIDDEN),
        (f"<div><p>{LONG[:30]}…</p><div>展开全文</div>{HALF}</div>", HIDDEN),
        (f"<div><p>步道</p><div>展开全文</div>{DIALOG}</div>", HIDDEN),
        ("<div><p>步道</p><div>展开全文</div><div class=i hidden>收起</div></div>", HIDDEN),
    ],
)
def test_the_rest_of_a_text_below_the_button_that_unfolds_it(around: str, seen: int) -> None:
    assert sight_of(around, ".i") == seen


SLIDE = "<img src=/1.jpg><div class=txt>石桥老戏台的木雕</div>"


@pytest.mark.parametrize(
    ("slides", "seen"),
    [
        (f"<ul><li class='s on'>{SLIDE}</li><li class='s i' style='display:none'>{SLIDE}</li></ul>", FOLDED),
        (f"<div><div class=s>{SLIDE}</div><div class='s i' hidden>{SLIDE}</div></div>", FOLDED),
        (f"<style>.s{{display:none}}.s.on{{display:block}}</style><ol><li class='s on'>{SLIDE}</li><li class='s i'>{SLIDE}"
         "</li></ol>", FOLDED),
        (f"<div><figure>{SLIDE}</figure><figure class=i style='display: none'>{SLIDE}</figure></div>", HIDDEN),
        (f"<div><figure>{SLIDE}</figure><figure id=i style='display: none'>{SLIDE}</figure></div>", FOLDED),
        (f"<ul><li class='s i' style='display:none'>{SLIDE}</li><li class=s style='display:none'>{SLIDE}</li></ul>", HIDDEN),
        (f"<ul><li class=s>{SLIDE}</li><li class='s i' style='display:none'>{SLIDE * 2}</li></ul>", HIDDEN),
        (f"<ul><li class=s>{SLIDE}</li><li class='s i' style='visibility:hidden'>{SLIDE}</li></ul>", HIDDEN),
        ("<ul><li class=s><p>石桥</p></li><li class='s i' style='display:none'><p>步道</p></li></ul>", HIDDEN),
        (f"<ul><li class=s><a href=/1>{SLIDE}</a></li><li class='s i' style='display:none'><a href=/2>{SLIDE}</a></li></ul>",
         HIDDEN),
        (f"<ul><li class=s>{SLIDE}</li><li class='s i cloned' style='display:none'>{SLIDE}</li></ul>", HIDDEN),
    ],
)  # fmt: skip  # laid out for reading
def test_slides_that_are_not_yet_shown(slides: str, seen: int) -> None:
    assert sight_of(slides) == seen


def test_many_slides_and_folds_are_bounded() -> None:
    tree = parse(f"<ul>{f'<li class=s style=display:none>{SLIDE}</li>' * 9_000}</ul>{HALF * 9_000}")
    sight = Sight(tree)
    for element in tree.iter("li", "div"):
        sight.of(element)
    assert sight.steps <= 300_000
