"""People, outlets and nobody."""

import time

import pytest

from cleaners.metadata.byline.names import (
    is_nobody,
    is_outlet,
    is_person,
    is_press,
    names_alone,
    split_glued,
)


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
    "name",
    [
        "未知",
        "佚名",
        "本站",
        "admin",
        "系统管理员",
        "网络",
        "小编",
        "NF075",
        "12345",
        "—",
        "大陸新聞組北京17日電",
        "本社8日讯",
        "\ufffd鞴",
    ],
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


@pytest.mark.parametrize("name", ["欧阳", "欧阳小明大", "王小明大", "丨小明", "扎西小明", "汉·某某日报"])
def test_names_of_another_length_or_end_are_nobodys(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王小明李大为张三丰周长庆", ["王小明", "李大为", "张三丰", "周长庆"]),
        ("王小明李大为张三丰周长庆王", []),
        ("张伟", ["张伟"]),
        ("张", []),
    ],
)
def test_glued_names_are_few(text: str, names: list[str]) -> None:
    assert split_glued(text) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("王小明", ["王小明"]),
        ("◎ 王小明", ["王小明"]),
        ("王 明,李小明", ["王明", "李小明"]),
        ("王小明 李大为 张三丰 张伟 陈平", ["王小明", "李大为", "张三丰", "张伟", "陈平"]),
        ("张伟 陈平 王明 李明 周庆 赵云", []),  # a list of people
        ("王小明 李大为 张三丰 周长庆 陈平安", ["王小明", "李大为", "张三丰", "周长庆", "陈平安"]),
        ("王小明  李大为  张三丰  周长庆  张伟", []),
        ("王小明 石桥镇", []),
        ("石桥新貌", []),
    ],
)
def test_a_line_of_names_alone(line: str, names: list[str]) -> None:
    assert names_alone(line) == names


@pytest.mark.parametrize(
    ("name", "outlet", "press"),
    [
        ("报", False, False),
        ("石桥日报", True, True),
        ("石桥" * 13 + "石日报", True, True),
        ("石桥" * 14 + "石日报", False, False),
        ("未知", False, False),
    ],
)
def test_an_outlet_has_a_name_of_some_length(name: str, outlet: bool, press: bool) -> None:
    assert (is_outlet(name), is_press(name)) == (outlet, press)
