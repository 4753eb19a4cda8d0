"""Files, videos and lead pictures of an article's box: just what is one, and just what is none (synthetic)."""

from __future__ import annotations

import pytest
from lxml import etree, html

from cleaners.document import Body
from cleaners.metadata.attachments import find_attachments
from cleaners.metadata.media import find_media
from cleaners.metadata.pictures.find import _is_strip, _shows, is_ornament
from cleaners.metadata.pictures.lead import lead_elements
from cleaners.metadata.pictures.place import Places
from cleaners.reading import read_html
from tests.cleaners.metadata.pages import page, read

URL = "https://n.example/a/1.html"
FILE = "<a href=/f/b.pdf>年报</a>"
BOX = "<div>{}</div>"


def files(inner: str, below: str = "") -> list[tuple[str, str]]:
    """Name and address of each file of a box, with what stands below it."""
    page = html.fromstring(f"<body><main><div id=text>{inner}</div>{below}</main></body>")
    found = find_attachments(page.get_element_by_id("text"), URL)
    return [(one.name, one.url.removeprefix("https://n.example")) for one in found]


@pytest.mark.parametrize(
    ("inner", "below", "names"),
    [
        (FILE, "", ["年报"]),
        (f"<p>{FILE}</p>", "", ["年报"]),
        (f"<p class=share>{FILE}</p>", "", []),
        (f"<p class=fujian>{FILE}</p>", "", ["年报"]),
        ("<a href=/b.html>年报</a>", "", []),
        ("", f"<div class=fujian>{FILE}</div>", ["年报"]),
        ("", f"<div>附件：{FILE}</div>", ["年报"]),
        ("", f"<div>别的{FILE}</div>", []),
        ("", f"<div class=fujian>{FILE}{'<a href=/1>一</a>' * 39}</div>", ["年报"]),
        ("", f"<div class=fujian>{FILE}{'<a href=/1>一</a>' * 40}</div>", []),
        ("", "<div class=fujian>没有</div>", []),
    ],
)
def test_which_links_are_files(inner: str, below: str, names: list[str]) -> None:
    assert [name for name, _ in files(inner, below)] == names


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("<a href=/f/b.pdf>附件：年报</a>", "年报"),
        ("<a href=/f/b.pdf>附件一</a>", "附件一"),
        ("<a href=/f/b.pdf>下载</a>", "b.pdf"),
        ("<a href=/f/b.pdf title=年报>下载</a>", "年报"),
        ("<a href=/f/%E5%B9%B4.pdf></a>", "年.pdf"),
        (f"<a href=/f/b.pdf>{'年' * 200}</a>", "年" * 200),
        (f"<a href=/f/b.pdf>{'年' * 201}</a>", "b.pdf"),
        ("<a href=/f/b.pdf>年报（12 KB）</a>", "年报"),
        ("<p>河岸年报<a href=/f/b.pdf>下载</a></p>", "河岸年报下载"),
    ],
)
def test_what_a_file_is_called(link: str, name: str) -> None:
    assert [one for one, _ in files(link)] == [name]


@pytest.mark.parametrize(
    ("link", "size"),
    [
        ("<a href=/f/b.pdf>年报（12 KB）</a>", "12 KB"),
        ("<a href=/f/b.pdf>年报</a>（12 KB）", "12 KB"),
        ("<a href=/f/b.pdf>年报</a>", None),
    ],
)
def test_how_large_a_file_is(link: str, size: str | None) -> None:
    (found,) = find_attachments(html.fromstring(f"<div>{link}</div>"), URL)
    assert found.size == size


def test_a_hundred_files_at_most() -> None:
    assert len(files("".join(f"<a href=/f/{n}.pdf>年报{n}</a>" for n in range(102)))) == 100


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<video src=/1.mp4 title='河边 的  灯'></video>", [("video", "河边 的 灯")]),
        ("<audio src=/1.mp3 aria-label=河边></audio>", [("audio", "河边")]),
        ("<audio src=/1.mp3 data-title=河边 name=灯></audio>", [("audio", "河边")]),
        ("<video><source src=/1.mp4></video>", [("video", None)]),
        (f"<video src=/1.mp4 title={'河' * 201}></video>", [("video", "河" * 200)]),
        ("<iframe src=https://player.bilibili.com/player.html?aid=1></iframe>", [("player", None)]),
        ("<iframe src=https://n.example/frame.html></iframe>", []),
        ("<video src=blob:1></video>", []),
        ("<video src=/1.mp4></video><video src=/1.mp4></video>", [("video", None)]),
        ("".join(f"<video src=/{n}.mp4></video>" for n in range(51)), [("video", None)] * 50),
    ],
)
def test_videos_and_recordings(inner: str, shown: list[tuple[str, str | None]]) -> None:
    found = find_media(html.fromstring(BOX.format(inner)), URL)
    assert [(one.form, one.title) for one in found] == shown


PICTURE = "<img src=/1.jpg>"


@pytest.mark.parametrize(
    ("above", "count"),
    [
        (f"<h1>题</h1>{PICTURE}", 1),
        (f"<h1>题</h1><p>{PICTURE}</p>", 1),
        (f"<p>{PICTURE}</p><h1>题</h1>", 0),
        (f"<div><p>{PICTURE}</p><h1>题</h1><p>{PICTURE}</p></div>", 1),
        (f"<h1>题</h1><p>{PICTURE}</p><p>{PICTURE}</p>", 2),
        (f"<h1>题</h1><p>{PICTURE}{PICTURE}</p><p>{PICTURE}</p>", 0),
        (f"<h1>题</h1><div class=share>{PICTURE}</div>", 0),
        (f"<h1>题</h1><div><div class=share>{PICTURE}</div></div>", 0),
        (f"<p>{PICTURE}</p>", 0),
        (f"<div><h1>题</h1></div><div><p>{PICTURE}</p></div>", 1),
    ],
)
def test_a_lead_picture_stands_between_headline_and_text(above: str, count: int) -> None:
    page = html.fromstring(f"<body><main>{above}<div id=text><p>文</p></div></main></body>")
    title = next(page.iter("h1"), None)
    assert len(lead_elements(page.get_element_by_id("text"), title)) == count


@pytest.mark.parametrize(
    ("inner", "count"),
    [
        (f"<body><h1>题</h1>{PICTURE}<main><div id=text></div></main></body>", 1),
        (f"<body><h1>题</h1>{PICTURE}<b><i><u><div id=text></div></u></i></b></body>", 1),
        (f"<body><h1>题</h1>{PICTURE}<b><i><u><s><div id=text></div></s></u></i></b></body>", 0),
        (f"<main>{PICTURE}<div id=text></div></main>", 0),
    ],
)
def test_boxes_around_the_text_in_which_a_lead_picture_stands(inner: str, count: int) -> None:
    page = html.fromstring(inner)
    title = next(page.iter("h1"), html.fromstring("<h1>题</h1>"))
    assert len(lead_elements(page.get_element_by_id("text"), title)) == count


def test_a_tree_without_a_body_has_no_lead_picture() -> None:
    tree = etree.fromstring("<main><img/><div/></main>")
    assert lead_elements(tree[1], html.fromstring("<h1>题</h1>")) == []


@pytest.mark.parametrize(
    ("figure", "shows"),
    [
        ("<figure style='background:url(/1.jpg)'></figure>", True),
        (f"<figure style='background:url(/1.jpg)'>{PICTURE}</figure>", False),
        ("<figure data-src=/1.jpg></figure>", False),
        (PICTURE, True),
    ],
)
def test_a_figure_shows_its_background(figure: str, shows: bool) -> None:
    assert _shows(html.fromstring(figure)) is shows


@pytest.mark.parametrize(
    ("inner", "ornament"),
    [
        ("<p class=share>{}</p>", True),
        ("<p class=share><b>{}</b></p>", True),
        ("<p class=share><b><i>{}</i></b></p>", False),
        (f"<p><img style='color:{'r' * 483};width:79px'>{{}}</p>", True),
        (f"<p><img style='color:{'r' * 484};width:79px'>{{}}</p>", False),
    ],
)
def test_boxes_whose_name_says_that_a_picture_is_an_ornament(inner: str, ornament: bool) -> None:
    assert is_ornament(next(html.fromstring(f"<div>{inner.format(PICTURE)}</div>").iter("img"))) is ornament


@pytest.mark.parametrize(
    ("inner", "end", "kept", "held"),
    [
        ("<p>河岸{}</p>", 1, (0,), True),
        ("<p>河岸</p><p>{}</p>", 1, (0,), True),
        ("<p>河岸</p><div><p><a href=/1>老街</a></p>{}</div><p>石桥</p>", 3, (0, 2), False),
        ("<p>河岸</p><div><p>老街</p>{}</div><p>石桥</p>", 3, (0, 2), True),
        ("<p>河岸</p><div class=share><p>老街</p>{}</div><p>石桥</p>", 3, (0, 2), False),
        ("<p>河岸</p><div><p>老街</p><p><a href=/1>河边</a></p>{}</div><p>石桥</p>", 4, (0, 1, 3), True),
        ("<p>河岸</p>{}<p>老街</p><p>石桥</p>", 3, (0,), True),
        ("<p>河岸</p><p>老街</p>{}<p>石桥</p>", 3, (0,), False),
        ("<p>河岸</p><p>老街{}</p>", 2, (0,), False),
        ("<p>河岸</p>{}", 1, (), True),
        ("<p>河岸</p><figure>老街</figure>", 1, (0,), True),
    ],
)
def test_a_picture_stands_among_what_is_kept(inner: str, end: int, kept: tuple[int, ...], held: bool) -> None:
    doc = read_html(f"<html><body><main>{inner.format(PICTURE)}</main></body></html>", encoding=None).doc
    assert doc.tree is not None
    container = next(doc.tree.iter("main"))
    places = Places(doc, Body((), 0, end, container, kept=kept), container)
    assert places.holds(next(container.iter("img", "figure"))) is held


def test_two_hundred_pictures_at_most() -> None:
    inside = "".join(f"<p><img src=/{n}.jpg></p>" for n in range(202))
    assert len(read(page(inside=inside), url=URL).metadata["images"]) == 200


@pytest.mark.parametrize(
    ("width", "ratio", "strip"),
    [
        ("80", "1", False),
        ("79", "1", True),
        ("640", "0.125", False),
        ("640", "0.124", True),
        ("640", "", False),
        ("x", "0.1", False),
    ],
)
def test_a_strip_between_sections_is_no_picture(width: str, ratio: str, strip: bool) -> None:
    assert _is_strip(html.fromstring(f"<img data-w='{width}' data-ratio='{ratio}'>")) is strip
