"""Where the address of a picture stands, and which addresses are of ornaments."""

import pytest
from lxml import html

from cleaners.metadata.pictures.address import (
    is_clone,
    is_ornament_address,
    picture_address,
    picture_key,
)

URL = "https://a.example/news/1.html"
A = "https://a.example/a.jpg"


@pytest.mark.parametrize(
    ("element", "address"),
    [
        ("<img src=/a.jpg>", A),
        ("<img src=/b.jpg data-src=/a.jpg>", A),
        ("<img src=/loading.gif data-original=' /a.jpg '>", A),
        ("<img src=/a.jpg data-src=/loading.gif>", A),
        ("<img src=/a.jpg data-src='data:image/gif;base64,AA'>", A),
        ("<img src='data:image/gif;base64,AA' srcset='/b.jpg 100w, /a.jpg 800w, /c.jpg 400w'>", A),
        ("<img src='' srcset='/b.jpg, /a.jpg 2x, /c.jpg 1.5x'>", A),
        ("<img srcset='/a.jpg 1x, /b.jpg big'>", A),
        ("<img srcset='/a.jpg'>", A),
        ("<img srcset='/b.jpg big, /a.jpg 0.5x'>", A),
        ("<img srcset='/a.jpg 2x, /b.jpg 2x'>", A),
        ("<img srcset=' , '>", None),
        ("<picture><source srcset='/a.jpg 2x'><img></picture>", A),
        ("<picture><source srcset='/b.jpg'><img src=/a.jpg></picture>", A),
        ("<div><source srcset='/a.jpg 2x'><img></div>", None),
        ("<div style='background-image: url(\"/a.jpg\")'></div>", A),
        ("<div style='color: red'></div>", None),
        ("<div src=/a.jpg></div>", None),
        ("<amp-img src=/a.jpg></amp-img>", A),
        ("<img src=/icon.png>", None),
        ("<img>", None),
    ],
)
def test_address(element: str, address: str | None) -> None:
    root = html.fromstring(f"<main>{element}</main>")
    picture = next(root.iter("img"), None)
    assert picture_address(root[0] if picture is None else picture, URL) == address


@pytest.mark.parametrize(
    ("address", "ornament"),
    [
        ("/images/logo2.png", True),
        ("/images/analogous.png", False),
        ("/emoji/smile/001.gif", True),
        ("/a/qrcode_for_app.jpg", True),
        ("/a/river.svg", True),
        ("/a/river.svg?v=1", True),
        ("//qr.a.example/x.jpg", True),
        ("/a/river_20x30.jpg", True),
        ("/a/river_20x99.jpg", True),
        ("/a/river_20x100.jpg", False),
        ("/a/river_640x480.jpg", False),
        ("/logo/river.jpg", True),
        ("/a/river.jpg?from=logo", False),
        ("/a/RIVER-LOGO.JPG", True),
        ("https://mmbiz.qpic.cn/logo/icon.png", False),
        (f"https://{'a' * 38}.mmbiz.qpic.cn/logo/icon.png", False),
        (f"https://{'a' * 39}.mmbiz.qpic.cn/logo/icon.png", True),
    ],
)
def test_ornaments_are_told_by_their_address(address: str, ornament: bool) -> None:
    assert is_ornament_address(address) is ornament


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/a-150x150.jpg", "https://a.example/a.jpg", True),
        ("http://a.example/a.jpg", "https://a.example/a.jpg?w=150", True),
        ("https://a.example/a.jpg#1", "https://a.example/a.jpg", True),
        ("https://a.example/640x480_a.jpg", "https://a.example/a.jpg", True),
        ("https://a.example/a.jpg", "https://a.example/b.jpg", False),
        ("https://a.example/of/http://c.example/a.jpg", "https://b.example/of/http://c.example/a.jpg", False),
        ("https://a.example/show?id=1", "https://a.example/show?id=2", False),
        ("https://a.example/show?id=1#a", "https://a.example/show?id=1", True),
    ],
)
def test_one_picture_in_several_sizes(one: str, other: str, same: bool) -> None:
    assert (picture_key(one) == picture_key(other)) is same


@pytest.mark.parametrize(
    ("around", "clone"),
    [
        ("<div class='slick-cloned'><img></div>", True),
        ("<div class='swiper-slide-duplicate'><a><span><img></span></a></div>", True),
        ("<div class='swiper-slide-duplicate'><a><span><b><img></b></span></a></div>", False),
        ("<div class='slide'><img></div>", False),
        ("<img>", False),
    ],
)
def test_a_slider_makes_a_picture_twice(around: str, clone: bool) -> None:
    assert is_clone(next(html.fromstring(f"<main>{around}</main>").iter("img"))) is clone
