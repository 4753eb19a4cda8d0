"""Every page is there in both languages, and both say the same where that can be told: code, figures of tables, links,
sections. A figure that is changed in one wants the same change in the other."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(
    path.name.removesuffix(".md") for path in DOCS.glob("*.md") if not path.name.endswith(".zh.md")
)
_FENCED = re.compile(r"^```.*?^```$", re.M | re.S)


def code(text: str) -> list[str]:
    """Lines of the examples, without what is said about them."""
    lines = "\n".join(_FENCED.findall(text)).splitlines()
    return [re.sub(r"\s*(?:^|(?<=\s))#\s.*", "", line).rstrip() for line in lines]


def tables(text: str) -> list[list[str]]:
    """The figures of each table, in order."""
    found = re.findall(r"(?:^\|.*\n)+", _FENCED.sub("", text), re.M)
    return [sorted(re.findall(r"[\d.,]*\d", table)) for table in found]


def links(text: str) -> list[str]:
    """Where it leads to, without the section, which has another name in another language."""
    targets = re.findall(r"\]\(([^)#]*)", _FENCED.sub("", text))
    return sorted(target.replace(".zh.md", ".md") for target in targets)


def sections(text: str) -> list[int]:
    """The levels of the headings."""
    return [len(level) for level in re.findall(r"^(#+) ", _FENCED.sub("", text), re.M)]


def read(page: str) -> tuple[str, str]:
    return (DOCS / f"{page}.md").read_text("utf-8"), (DOCS / f"{page}.zh.md").read_text("utf-8")


def test_every_page_is_there_in_both() -> None:
    chinese = {path.name.removesuffix(".zh.md") for path in DOCS.glob("*.zh.md")}
    assert chinese == set(PAGES)


@pytest.mark.parametrize("part", [code, tables, links, sections], ids=lambda part: part.__name__)
@pytest.mark.parametrize("page", PAGES)
def test_both_have_the_same(page: str, part: Callable[[str], object]) -> None:
    english, chinese = read(page)
    assert part(chinese) == part(english)


@pytest.mark.parametrize("page", PAGES)
def test_no_marks_of_a_merge(page: str) -> None:
    assert re.findall(r"^(?:<{7}|={7}|>{7}).*", "\n".join(read(page)), re.M) == []


@pytest.mark.parametrize("page", PAGES)
def test_the_chinese_page_is_chinese(page: str) -> None:
    """Paragraphs and list items that nobody translated."""
    text = re.sub(r"^(?:    |\|).*$", "", _FENCED.sub("", read(page)[1]), flags=re.M)
    prose = [re.sub(r"`[^`]*`|<!--.*?-->", "", block) for block in text.split("\n\n")]
    assert [
        block
        for block in prose
        if len(re.findall(r"[A-Za-z]{3,}", block)) > 8 and not re.search("[一-鿿]", block)
    ] == []


@pytest.mark.parametrize(
    ("part", "english", "other"),
    [
        (code, "```sh\nqingwen a  # x\n```\n", "```sh\nqingwen b  # y\n```\n"),
        (tables, "| a |\n|---|\n| 1.5 |\n", "| a |\n|---|\n| 1.6 |\n"),
        (links, "[a](b.md#c)", "[a](c.md#c)"),
        (sections, "# a\n\n## b\n", "# a\n"),
    ],
)
def test_a_difference_is_found(part: Callable[[str], object], english: str, other: str) -> None:
    assert part(english) != part(other)
