"""Whose a page is: lines of the copyright, links to the front page, and what looks like them (synthetic)."""

from __future__ import annotations

import pytest

from cleaners.document import Document, Run
from cleaners.dom import parse
from cleaners.metadata.owner import has_copyright, is_owner, logos, names_copyright
from cleaners.sites import GENERIC

NAME = "河岸网"


def lines(*texts: str) -> Document:
    return Document(runs=[Run(text, None) for text in texts], site=GENERIC)


@pytest.mark.parametrize(
    ("line", "owner", "copyright_"),
    [
        (f"{NAME} 版权所有", True, True),
        (f"© 2024 {NAME}", True, True),
        (f"Copyright {NAME}", True, True),
        (f"{NAME}由石桥镇政府主办", True, False),
        (f"{NAME}欢迎投稿", False, False),
        ("石桥网 版权所有", False, False),
        (f"{NAME} 版权所有".ljust(200, "石"), True, True),
        (f"{NAME} 版权所有".ljust(201, "石"), False, False),
    ],
)
def test_a_line_that_says_whose_the_page_is(line: str, owner: bool, copyright_: bool) -> None:
    doc = lines("石桥镇新修步道全线开放", line)
    assert (is_owner(doc, NAME), has_copyright(doc, NAME)) == (owner, copyright_)


@pytest.mark.parametrize(("below", "found"), [(19, True), (20, False)])
def test_the_copyright_stands_at_the_foot(below: int, found: bool) -> None:
    doc = lines("石桥", f"{NAME} 版权所有", *["石"] * below)
    assert (has_copyright(doc, NAME), is_owner(doc, NAME)) == (found, True)


@pytest.mark.parametrize(("line", "named"), [("版權所有 翻印必究", True), ("版权页", False)])
def test_a_line_of_the_copyright(line: str, named: bool) -> None:
    assert names_copyright(line) is named


@pytest.mark.parametrize(
    ("href", "url", "any_site", "own_site"),
    [
        ("/", None, True, True),
        ("", None, False, False),
        ("/a", None, False, False),
        ("https://stone.example/", None, True, False),
        ("https://stone.example/", "https://stone.example/a/1", True, True),
        ("https://www.stone.example", "https://m.stone.example/a/1", True, True),
        ("https://www.river.example", "https://www.stone.example/a/1", True, False),
        ("https://stone.example/a", "https://stone.example/a/1", False, False),
    ],
)
def test_a_link_to_the_front_page(href: str, url: str | None, any_site: bool, own_site: bool) -> None:
    doc = Document(runs=[], site=GENERIC, tree=parse(f"<a href='{href}'>{NAME}</a>"), url=url)
    assert (NAME in logos(doc), NAME in logos(doc, own=True)) == (any_site, own_site)
    assert is_owner(doc, NAME) is any_site


@pytest.mark.parametrize(("before", "found"), [(59, True), (60, False)])
def test_a_logo_is_among_the_first_links(before: int, found: bool) -> None:
    source = f"{'<a href=/a>石</a>' * before}<a href=/>{NAME}</a>"
    assert (NAME in logos(Document(runs=[], site=GENERIC, tree=parse(source)))) is found


def test_without_a_tree_there_is_no_logo() -> None:
    assert not list(logos(lines(NAME)))
