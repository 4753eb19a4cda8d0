"""People, outlets and nobody."""

import time

import pytest

from cleaners.metadata.byline.names import is_nobody, is_outlet, is_person, is_press, split_glued


@pytest.mark.parametrize(
    "name", ["张伟", "王小明", "陳誼傑", "欧阳小明", "上官云", "尉遲恭", "艾力·买买提", "阿卜杜拉·热合曼"]
)
def test_people(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "北京",
        "江西",
        "台北",
        "金融",
        "高清",
        "时间",
        "新华社",
        "王牌电视台",
        "李宁公司",
        "明报",
        "张",
        "张小明说",
        "John",
        "汇报",
        "安全部",
        "a·b网",
    ],
)
def test_no_people(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    "name", ["未知", "佚名", "本站", "admin", "系统管理员", "网络", "小编", "NF075", "12345", "—"]
)
def test_nobody(name: str) -> None:
    assert is_nobody(name)


@pytest.mark.parametrize(
    "name", ["新京报", "聯合報", "人民网", "新华社", "某某在线", "省发改委", "IT168.com", "北京大学"]
)
def test_outlets(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize(
    ("name", "press"), [("新京报", True), ("某某日报网络版", True), ("内容举报", False), ("省发改委", False)]
)
def test_press_proper(name: str, press: bool) -> None:
    assert is_press(name) is press


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张建周长庆", ["张建", "周长庆"]),
        ("王小明李大为", ["王小明", "李大为"]),
        ("欧阳小明李大为", ["欧阳小明", "李大为"]),
        ("今年以来", []),
        ("路闻卓立者", []),
    ],
)
def test_glued_names(text: str, names: list[str]) -> None:
    assert split_glued(text) == names


def test_splitting_is_bounded() -> None:
    started = time.process_time()
    assert split_glued("王" * 1000) == []
    assert time.process_time() - started < 2
