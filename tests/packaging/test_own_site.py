"""A site file written by hand, where nothing of the repository is in reach: every command and the library use it."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.loopback import Site
from tests.crawler.texts import article, links
from tests.packaging.test_wheel import built, run, scripts

assert built and scripts  # fixtures
pytestmark = pytest.mark.slow

FILE = """
name = "hebian"
title = "河边新闻"
hosts = ["127.0.0.1"]
start = ["{start}"]
article_url = '^/story/[a-z]+$'
list_url = '^/stories/$'
drop = ".content > p:first-child"
mends = [['经济运行总体平稳', '经济运行平稳']]
"""
LIBRARY = """
import sys
from cleaners import Cleaner, known_sites, load_sites
body, url = open(sys.argv[1], "rb").read(), sys.argv[2]
cleaner = Cleaner(sites=known_sites().nearer(*load_sites("sites")))
print(cleaner.clean(body, url=url).model_dump_json())
"""
_OF_THE_FETCH = ("fetched_at", "encoding")


def same(record: dict[str, Any]) -> dict[str, Any]:
    """A record without what tells of the fetch: headers say the charset, the clock when."""
    return {name: value for name, value in record.items() if name not in _OF_THE_FETCH}


def test_it_crawls_cleans_replays_batches_and_is_the_librarys(scripts: Path, tmp_path: Path) -> None:
    pages = {
        "/stories/": links("/story/a", "/story/b"),
        "/story/a": article("合成甲"),
        "/story/b": article("合成乙"),
    }
    (tmp_path / "sites").mkdir()
    (tmp_path / "a.html").write_text(pages["/story/a"], "utf-8")

    def qingwen(*arguments: str) -> str:
        done = run(scripts / "qingwen", *arguments, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return done.stdout

    with Site(pages) as site:
        (tmp_path / "sites/hebian.toml").write_text(FILE.format(start=f"{site.url}/stories/"), "utf-8")
        quick = ("-s", "PRIVATE_HOSTS_ALLOWED=127.0.0.1", "-s", "DOWNLOAD_DELAY=0")
        qingwen("crawl", "hebian", "--site", "sites", "--out", "job", "--quiet", *quick)
        url = f"{site.url}/story/a"
        fetched = json.loads(qingwen("clean", url, "--site", "sites/hebian.toml", "--json", *quick))
    crawled = [json.loads(line) for line in (tmp_path / "job/articles-00001.jsonl").read_bytes().splitlines()]
    (one,) = (record for record in crawled if record["url"] == url)
    assert len(crawled) == 2
    assert one["site"] == "hebian" and one["site_digest"] and "经济运行平稳" in one["text"]
    assert "本报讯" not in one["text"]  # the first paragraph, which the file drops
    saved = json.loads(qingwen("clean", "a.html", "--url", url, "--site", "sites", "--json"))
    library = json.loads(run(scripts / "python", "-c", LIBRARY, "a.html", url, cwd=tmp_path).stdout)
    qingwen("batch", "job", "--site", "sites", "--out", "corpus", "--quiet")
    shards = (tmp_path / "corpus/articles").glob("*.gz")
    batched = [
        json.loads(line) for path in shards for line in gzip.decompress(path.read_bytes()).splitlines()
    ]
    (again,) = (record for record in batched if record["url"] == url)
    assert same(one) == same(fetched) == same(saved) == same(library) == same(again)
    report = json.loads(qingwen("replay", "job", "--site", "sites", "--json"))
    assert (report["cleaned"] >= 2, report["changed"]) == (True, 0)
    assert json.loads(qingwen("replay", "job", "--json"))["fields"]["text"] == 2  # without it, other texts
    assert "hebian" in qingwen("sites", "--site", "sites")
