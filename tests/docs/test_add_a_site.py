"""docs/add-a-site.md, followed to the letter in an empty folder, ends with a site that crawls, replays and batches."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.cases import read_cases
from crawler.demo.server import FixtureServer
from schemas import Page
from tests.docs.forked import commands
from tests.docs.snippets import SHELL, command_path, snippets

ROOT = Path(__file__).parents[2]
RENAMED = (("yunhe", "qinghe"), ("云禾", "青禾"))

pytestmark = pytest.mark.slow


def renamed(page: Page) -> Page:
    """A page of the generic fixtures as one of the new site."""
    body = page.body
    for encoding in ("utf-8", "gb18030"):
        for old, new in RENAMED:
            body = body.replace(old.encode(encoding), new.encode(encoding))
    return page.model_copy(update={"url": (page.url or "").replace("yunhe", "qinghe"), "body": body})


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The commands of a checkout's environment, with the code of the copy; the new site is served on loopback."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    pages = (renamed(case.page) for case in read_cases() if case.site == "generic")
    with FixtureServer(pages) as server, commands() as forked:
        yield {
            **own,
            "PATH": f"{forked}:{command_path(tmp_path / 'bin')}",
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "SCRAPY_SETTINGS_MODULE": "crawler.demo.settings",
            "FIXTURE_SERVER": server.address,
        }


def run(code: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-euc", code], cwd=folder, env=environment, capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, f"{code}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
    return done.stdout


def test_the_page_leads_to_a_site_that_works(environment: dict[str, str], tmp_path: Path) -> None:
    shown = False
    for snippet in snippets(ROOT / "docs/add-a-site.md", "toml"):
        if snippet.language in SHELL:
            run(snippet.code, tmp_path, environment)
            continue
        head, code = snippet.code.split("\n", 1)
        file = tmp_path / head.removeprefix("# ")
        assert shown or file.read_text("utf-8") == code, (
            "the page shows another proposal than the command gives"
        )
        file.write_text(code, "utf-8")
        shown = True
    crawled = [*map(json.loads, (tmp_path / "out/qinghe/articles-00001.jsonl").read_bytes().splitlines())]
    assert crawled and {(article["site"], len(article["site_digest"])) for article in crawled} == {
        ("qinghe", 12)
    }


def test_scrapy_knows_the_site(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "qinghe.toml").write_text("name = 'qinghe'\nhosts = ['news.qinghe.example']", "utf-8")
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = crawler.demo.settings\n")
    assert "qinghe" in run("scrapy list -s SITES=qinghe.toml", tmp_path, environment).split()
    url = "http://news.qinghe.example/minsheng/2026/1105/c1001.html"
    run(f"scrapy crawl qinghe -s SITES=qinghe.toml -a start={url} -O out.jsonl", tmp_path, environment)
    crawled = map(json.loads, (tmp_path / "out.jsonl").read_bytes().splitlines())
    assert {article["site"] for article in crawled} == {"qinghe"}
