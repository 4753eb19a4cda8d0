"""The account that published a text on a platform, where no file of its site tells (synthetic)."""

import pytest

from cleaners import Cleaner
from tests.cleaners.metadata.pages import page, read

DATED = "<p>2026-05-09 10:10</p>"


def account_of(byline: str, above: str = "", below: str = "") -> object:
    source = page(byline=byline, above=above, below=below)
    return read(source, url="https://www.n.example/a/1.html").metadata["account"]


@pytest.mark.parametrize(
    ("byline", "above"),
    [
        (
            "<p>2026-05-09 10:10 来源：<a href=https://mp.n.example/profile?id=1>河岸渡口</a> 发布于：山东省</p>",
            "",
        ),
        ("<p>2026-05-09 10:10</p><p>来源：<a href=/user/12>河岸渡口</a></p>", ""),
        (
            "<p>2026-05-09 10:10 来源：河岸渡口</p>",
            "<h4><a href=/profile?id=1>河岸渡口</a></h4><p>1208文章</p>",
        ),
        ("<p>來源：<a href=/@heandukou>河岸渡口</a> 2026-05-09 10:10</p>", ""),
    ],
)
def test_a_source_with_a_page_of_its_own_on_the_platform(byline: str, above: str) -> None:
    assert account_of(byline, above) == "河岸渡口"


@pytest.mark.parametrize(
    "byline",
    [
        "<p>2026-05-09 10:10 来源：河岸渡口</p>",
        "<p>2026-05-09 10:10 来源：<a href=https://www.other.example/user/12>河岸日报</a></p>",
        "<p>2026-05-09 10:10 来源：<a href=/list/12.html>河岸日报</a></p>",
        "<p>2026-05-09 10:10 来源：河岸日报 <a href=/user/12>河岸渡口</a></p>",
        "<p>图片来源：<a href=/user/12>河岸渡口</a></p><p>2026-05-09 10:10</p>",
    ],
)
def test_another_source_is_no_account(byline: str) -> None:
    assert account_of(byline) is None


@pytest.mark.parametrize(
    "button", ["关注", "关注他", "關注她", "+ 关注", "加关注", "關注TA", "追蹤", "关注作者"]
)
@pytest.mark.parametrize("badge", ["", "<div>方言话题下的优秀答主</div>", "<div>石桥大学讲师</div>"])
def test_the_name_above_a_button_and_what_is_said_of_it(button: str, badge: str) -> None:
    byline = f"<div><a href=/people/du>河岸渡口</a></div>{badge}<button>{button}</button><p>128 人赞同</p>"
    found = read(page(byline=byline, below="<div>发布于 2026-05-09 21:30・IP 属地浙江</div>")).metadata
    assert (found["account"], [one.name for one in found["credits"] or ()]) == ("河岸渡口", ["河岸渡口"])


@pytest.mark.parametrize(
    "byline",
    [
        "<div><a href=/people/du>河岸渡口</a></div><div>讲师</div><div>石桥</div><button>关注</button>",
        "<div><a href=/tag/1>河岸渡口</a></div><div>一千人</div><button>关注他</button>",
        "<div><a href=/people/du>河岸渡口</a></div><div>128 人赞同</div><div>关注我们的报道</div>",
    ],
)
def test_a_name_too_far_from_the_button_or_no_link_is_no_account(byline: str) -> None:
    assert account_of(byline + DATED) != "河岸渡口"


SAID = "石桥镇的步道修好以后，河边又热闹起来了，傍晚来散步的人比以前多了一倍，老木匠也搬来了椅子。"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["河岸渡口", "关注作者"], "河岸渡口"),
        (["河岸渡口", "木匠，住在河边", "关注他", "3,206 人赞同"], "河岸渡口"),
        (["河岸渡口", "首页", "关注"], None),
        (["收藏", "關注"], None),
        (["2026-05-09", "关注"], None),
    ],
)
def test_a_name_above_the_button_in_a_dump(lines: list[str], name: str | None) -> None:
    article = Cleaner(script="original").clean_text("\n".join(["石桥镇的冬天", *lines, *[SAID] * 3]))
    assert (article.account, article.authors) == (name, (name,) if name else ())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("張貼者： 河岸渡口 於 晚上9:47", "河岸渡口"),
        ("张贴者：河岸渡口 于 2026-05-09", "河岸渡口"),
        ("发帖人：河岸渡口", "河岸渡口"),
        ("作者：王小明 于 周三", "王小明"),
        ("本帖最后由 河岸渡口 于 2026-8-2 22:10 编辑", "河岸渡口"),
    ],
)
def test_who_posted_a_dump(line: str, name: str) -> None:
    article = Cleaner(script="original").clean_text(
        "\n".join(["石桥镇的冬天", "2026-05-09", line, *[SAID] * 3])
    )
    assert article.authors == (name,)
