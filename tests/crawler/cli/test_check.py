"""`qingwen check`: private sites have a door of their own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.cases import Case, write_case
from schemas import Page
from tests import forks
from tests.crawler.texts import article

SITE = "name = 'hebian'\nhosts = ['hebian.example']\narticle_url = '^/a/'\nlist_url = '^/l/'\n"
URL = "https://hebian.example/a/1.html"
LIST = '<a href="/a/1.html">一</a><a href="/l/2.html">二</a>'


def check(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "crawler.cli", "check", *arguments]
    return forks.run(command)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "hebian.toml").write_text(SITE, "utf-8")
    page = Page(url=URL, body=article("合成报道").encode())
    lists = Page(url="https://hebian.example/l/1.html", body=LIST.encode())
    pages = {"kind": "list", "articles": [URL], "pages": ["https://hebian.example/l/2.html"]}
    write_case(Case("hebian", "list", lists, pages), tmp_path)
    write_case(
        Case("hebian", "none", Page(url=URL, body=b" "), {"kind": "rejection", "reason": "empty"}), tmp_path
    )
    from cleaners import clean

    text = clean(page.body).text.splitlines()
    write_case(Case("hebian", "one", page, {"kind": "article", "title": "合成报道", "text": text}), tmp_path)
    return tmp_path


def test_cases_that_agree(folder: Path) -> None:
    done = check(str(folder))
    assert (done.returncode, done.stderr) == (0, "hebian: 3 recorded pages, 0 of them differ\n")
    (folder / "hebian.toml").rename(elsewhere := folder.parent / "hebian.toml")
    assert check(str(elsewhere), "--fixtures", str(folder)).stderr == done.stderr
    elsewhere.unlink()


@pytest.mark.parametrize(
    ("case", "expected", "told"),
    [
        ("one", {"title": "别的"}, "hebian/one: title: expected '别的', got '合成报道'"),
        ("one", {"text": ["没有的一段。"]}, "hebian/one: text: '没有的一段。' is missing"),
        ("one", {"kind": "rejection"}, "hebian/one: no article was expected"),
        ("none", {"reason": "status"}, "hebian/none: reason: expected status, got empty"),
        ("none", {"kind": "article", "text": []}, "an article was expected, but it is rejected: empty"),
        ("list", {"articles": []}, f"hebian/list: article_url takes {URL}"),
        (
            "list",
            {"pages": ["https://hebian.example/l/3.html"]},
            "list_url does not take https://hebian.example/l/3.html",
        ),
    ],
)
def test_what_differs_is_told(folder: Path, case: str, expected: dict[str, object], told: str) -> None:
    path = folder / "hebian" / case / "expected.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | expected), "utf-8")
    done = check(str(folder))
    assert done.returncode == 2 and told in done.stderr


def test_a_faulty_site_or_case_is_told(folder: Path) -> None:
    (folder / "hebian/one/expected.json").write_text("{", "utf-8")
    done = check(str(folder))
    assert done.returncode == 1 and "hebian: a recorded page is malformed" in done.stderr
    (folder / "hebian.toml").write_text("nam = 'x'", "utf-8")
    done = check(str(folder))
    assert done.returncode == 1 and "unknown key 'nam': did you mean 'name'?" in done.stderr
