"""Who took the pictures, by their captions (synthetic)."""

import pytest
from lxml import html

from cleaners.metadata.people.captions import photographers
from cleaners.metadata.pictures.captions import Captions
from schemas import Credit, Place, Role
from tests.cleaners.metadata.pages import page, read

CAPTIONS = [
    ("街长在巡查。新华社记者 王小明 摄", "王小明"),
    ("街长在巡查（记者王小明 通讯员李大为摄）", "王小明 李大为"),
    ("某报记者 王小明、李大为 摄影", "王小明 李大为"),
    ("王小明/摄", "王小明"),
    ("摄影：王小明", "王小明"),
    ("街长在老城 王小明摄", "王小明"),
    ("圖／記者王小明攝", "王小明"),
    ("资料图 新华社发（王小明 摄）", "王小明"),
    ("村民王小明在地里拍摄", ""),
    ("图/视觉中国", ""),
    ("图片来源：某某网", ""),
    ("王小明", ""),
]


@pytest.mark.parametrize(("caption", "names"), CAPTIONS)
def test_photographers(caption: str, names: str) -> None:
    assert " ".join(photographers(caption)) == names


def figure(caption: str) -> str:
    return f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption></figure>"


def test_a_photographer_of_a_caption_is_a_credit_behind_the_others() -> None:
    inside = figure("街长在巡查。记者 张三丰 摄") + figure("老城。记者 张三丰 摄")
    found = read(
        page(byline="<p>2019-11-25 作者：王小明</p>", inside=inside), url="https://h.example/a"
    ).metadata
    assert found["credits"] == (
        Credit(name="王小明", role=Role.AUTHOR),
        Credit(name="张三丰", role=Role.PHOTOGRAPHER, place=Place.CAPTION),
    )


def test_a_photographer_alone_is_no_author() -> None:
    found = read(page(inside=figure("街长在巡查。张三丰 摄")), url="https://h.example/a").metadata
    assert found["credits"] == (Credit(name="张三丰", role=Role.PHOTOGRAPHER, place=Place.CAPTION),)
    assert found.provenance["credits"] == "caption"


IMG = "<img src=/a.jpg>"
CENTRED = "<p style='text-align:center'>{}</p>"
# what stands around a picture, its caption
PRINTED = [
    (f"<figure>{IMG}<figcaption>河边的清晨</figcaption></figure>", "河边的清晨"),
    (f"<figure><p>{IMG}</p><img><figcaption>两幅河边的画</figcaption></figure>", "两幅河边的画"),
    (f"<figure>{IMG}<figcaption>河</figcaption></figure>", None),
    (f"<div>{IMG}<span class=pic-desc>河边的清晨</span></div>", "河边的清晨"),
    (f"<div>{IMG}<span class=byline>河边的清晨</span></div>", None),
    (f"<div>{IMG}<img><span class=caption>河边的清晨</span></div>", None),
    (f"<div><div><div><span>{IMG}</span></div><em class=note>河边的清晨</em></div></div>", "河边的清晨"),
    (f"<p>{IMG}</p><p>▲河边的清晨</p>", "▲河边的清晨"),
    (f"<p>{IMG}</p><p>河边的清晨。王小明 摄</p>", "河边的清晨。王小明 摄"),
    (f"<p>{IMG}</p><p>河边的清晨，许多人在散步。</p>", None),
    (f"<p>{IMG}</p><blockquote>▲河边的清晨</blockquote>", None),
    (f"<p>{IMG}</p><p>▲河边的清晨<img></p>", None),
    (f"<p>{IMG}</p><p>▲</p>", None),
    (f"<p>{IMG}</p>", None),
    (f"<p>说的是河边。{IMG}</p><p>▲河边的清晨</p>", None),
    (f"<p>{IMG}说的是河边。</p><p>▲河边的清晨</p>", None),
    (f"<p><b>河边</b>{IMG}</p><p>▲河边的清晨</p>", None),
    (f"<p>{IMG}<img></p><p>▲河边的清晨</p>", None),
    (f"<p>{IMG}<br><br></p><p>▲河边的清晨</p>", "▲河边的清晨"),
    (f"<p>{IMG}<br><br><br></p><p>▲河边的清晨</p>", None),
    (f"<div><p><a href=/a.jpg>{IMG}</a></p></div><p>▲河边的清晨</p>", "▲河边的清晨"),
    (CENTRED.format(IMG) + CENTRED.format("河边的清晨"), "河边的清晨"),
    (f"<center>{IMG}</center><p align=center>河边的清晨</p>", "河边的清晨"),
    (f"<p class=text-center>{IMG}</p><div class=text-center>河边的清晨</div>", "河边的清晨"),
    (CENTRED.format(IMG) + "<p>河边的清晨</p>", None),
    (f"<p>{IMG}</p>" + CENTRED.format("河边的清晨"), None),
    (CENTRED.format(IMG) + CENTRED.format("河边的清晨："), None),
    (CENTRED.format(IMG) + CENTRED.format("河边的清晨" * 13), None),
    ("<p><img alt='河边的 清晨'></p>", "河边的 清晨"),
    ("<p><img title=河边的清晨></p>", "河边的清晨"),
    ("<p><img alt=河></p>", None),
    ("<p><img alt=街长制走进社区></p>", None),
    ("<p><img alt=IMG_0123.jpg></p>", None),
    ("<p><img alt=河边></p>", "河边"),
    (f"<p><img alt={'河' * 200}></p>", "河" * 200),
    (f"<p><img alt={'河' * 201}></p>", None),
    (f"<figure>{IMG}<figcaption>{'河' * 200}</figcaption></figure>", "河" * 200),
    (f"<figure>{IMG}<figcaption>{'河' * 201}</figcaption></figure>", None),
    (f"<p>{IMG}</p><p>▲河</p>", "▲河"),
    (f"<p>{IMG}</p><p>▲{'河' * 199}</p>", "▲" + "河" * 199),
    (f"<p>{IMG}</p><p>▲{'河' * 200}</p>", None),
    (f"<p>{IMG}</p><p>▲河边{'<b></b>' * 20}</p>", "▲河边"),
    (f"<p>{IMG}</p><p>▲河边{'<b></b>' * 21}</p>", None),
    (f"<div><p><a><b>{IMG}</b></a></p></div><p>▲河边</p>", "▲河边"),
    (f"<div><p><a><b><i>{IMG}</i></b></a></p></div><p>▲河边</p>", None),
    ("<p><img alt=点击查看大图></p>", None),
]


@pytest.mark.parametrize(("around", "caption"), PRINTED)
def test_the_caption_of_a_picture(around: str, caption: str | None) -> None:
    container = html.fromstring(f"<div id=text>{around}</div>")
    picture = next(container.iter("img"))
    assert Captions(container, "街长制走进社区").of(picture) == caption
