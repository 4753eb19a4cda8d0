"""A recorded case is the response byte for byte, with a proposal that the cleaner meets."""

import re
from functools import partial
from pathlib import Path

import pytest

from cleaners import Cleaner, known_sites
from cleaners.sites import read_site
from crawler.cases import FIXTURES, read_case
from crawler.discovery.forms import Counts
from crawler.discovery.links import host_of
from crawler.recording import case_name, proposal_of, propose
from crawler.recording import record as record_page
from schemas import Page

record = partial(record_page, sites=known_sites())


@pytest.mark.parametrize("name", ["yybnet/short-notice", "ppfocus/login", "generic/heating"])
def test_a_recorded_case_reads_back(name: str, tmp_path: Path) -> None:
    known = read_case(FIXTURES / name)

    def fetch(url: str) -> Page:
        return known.page

    case = read_case(record(known.page.url or "", tmp_path, fetch=fetch, site=known.site))
    assert case.page == known.page
    assert case.site == known.site
    assert case.expected["kind"] == known.expected["kind"]
    assert case.expected.get("text") == known.expected.get("text")


@pytest.mark.parametrize(
    "name",
    ["yybnet/list-1", "ppfocus/list-1", "sanwenwang/list-1", "fastadmin/list-1", "pinyin_mirror/list-1"],
)
def test_the_links_of_a_list_are_proposed(name: str) -> None:
    known = read_case(FIXTURES / name)
    site = known_sites().named(known.site)
    assert site
    proposed = propose(known.page, site, Cleaner())
    assert proposed["kind"] == "list" and proposed["articles"] == known.expected["articles"]
    assert set(proposed["pages"]) >= set(known.expected["pages"])


def test_a_case_may_be_named(tmp_path: Path) -> None:
    page = Page(url="https://a.example/b/index.html", body=b"<p>one")
    assert record(page.url or "", tmp_path, fetch=lambda url: page, name="front").name == "front"


def test_a_second_recording_replaces_the_first(tmp_path: Path) -> None:
    def fetch(body: bytes) -> Page:
        return Page(url="https://a.example/b/1.html", body=body)

    record("https://a.example/b/1.html", tmp_path, fetch=lambda url: fetch(b"<p>one"))
    folder = record("https://a.example/b/1.html", tmp_path, fetch=lambda url: fetch(b"<p>two"))
    assert read_case(folder).page.body == b"<p>two"
    assert len(list(folder.iterdir())) == 3


def test_another_page_of_the_same_name_is_not_overwritten(tmp_path: Path) -> None:
    def fetch(url: str) -> Page:
        return Page(url=url, body=b"<p>one")

    record("https://a.example/b/index.html", tmp_path, fetch=fetch)
    with pytest.raises(FileExistsError, match=r"a\.example/b/index"):
        record("https://a.example/c/index.html", tmp_path, fetch=fetch)


def test_a_site_without_a_file_gets_a_proposal(tmp_path: Path) -> None:
    for name in ("heating", "opera", "list-1"):
        page = read_case(FIXTURES / "generic" / name).page
        case = record(page.url or "", tmp_path, fetch=lambda url, page=page: page, name=name)  # type: ignore[misc]  # mypy infers no type for a lambda with a default
    assert case == tmp_path / "yunhe" / "list-1"
    proposed = read_site(proposal_of(case).read_text("utf-8"))
    assert proposed.title == "云禾新闻网" and proposed.start == (page.url,)
    assert read_case(case).expected["kind"] == "list" and len(read_case(case).expected["articles"]) > 1


def test_a_known_site_gets_none(tmp_path: Path) -> None:
    page = read_case(FIXTURES / "yybnet" / "seed").page
    assert not proposal_of(record(page.url or "", tmp_path, fetch=lambda url: page)).exists()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.yybnet.net/wuzhou/news/201807/7713944.html", "7713944"),
        ("https://www.sanwenwang.com/subject/3866869/", "3866869"),
        ("https://a.example/", "front"),
        ("https://a.example/新闻/A_b.shtml?x=1", "a-b"),
    ],
)
def test_case_names(url: str, name: str) -> None:
    assert case_name(url) == name


def test_what_a_job_learnt_of_urls_is_proposed(tmp_path: Path) -> None:
    known = read_case(FIXTURES / "generic/heating")
    host = host_of(known.page.url or "").removeprefix("www.")
    forms = {
        f"{host}/read?id=0": Counts(pages=20, articles=20),
        f"{host}/more/@/": Counts(pages=3, led=20),
        f"{host}/print?id=0": Counts(pages=5),
        "other.example/a/0": Counts(pages=20, articles=20),
    }
    case = record(known.page.url or "", tmp_path, fetch=lambda url: known.page, site="made", forms=forms)
    site = read_site(proposal_of(case).read_text("utf-8"))
    assert re.search(site.article_url, "/read?id=7") and not re.search(site.article_url, "/print?id=7")
    assert re.search(site.list_url, "/more/city/") and not re.search(site.list_url, "/a/0")
