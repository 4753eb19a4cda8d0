"""Who took the pictures, by their captions (synthetic)."""

import pytest

from cleaners.metadata.people.captions import photographers
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
