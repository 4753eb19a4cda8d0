"""Real crawls of a loopback site, each in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.loopback import Answer
from tests import forks

ROOT = Path(__file__).parents[3]
PARAGRAPH = "（合成）清晨的河边有许多人在散步，空气里带着水草的味道，老人说他在这里住了六十年。"


class News:
    """A home page, two lists and their articles; the test changes them between crawls."""

    def __init__(self, articles: int) -> None:
        self.texts = {f"/article/{n}.html": f"第{n}号" for n in range(articles)}
        self.asked: list[str] = []
        self.statuses: dict[str, int] = {}
        self.moved: dict[str, str] = {}
        """Articles that are redirects to others."""
        self.conditional: set[str] = set()
        """Articles that are served with an ETag."""

    def take_asked(self) -> list[str]:
        """What was asked for since the last call, 304 answers marked."""
        asked, self.asked = sorted(self.asked), []
        return asked

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request."""
        status = self.statuses.get(target, 200)
        etag = f'"{hash(self.texts.get(target))}"' if target in self.conditional else ""
        unchanged = bool(etag) and headers.get("if-none-match") == etag
        self.asked.append(f"{target} (304)" if unchanged else target)
        if unchanged or status != 200:
            return Answer(status=304 if unchanged else status)
        if target in self.moved:
            return Answer(status=302, headers={"Location": self.moved[target]})
        if target == "/":
            return Answer(_page("".join(f'<a href="/list/{n}">频道{n}</a>' for n in (1, 2))))
        if target.startswith("/list/"):
            odd = target.endswith("1")
            mine = [path for path in self.texts if (int(path[9:-5]) % 2 == 1) == odd]
            return Answer(_page("".join(f'<a href="{path}">合成新闻的标题文字</a>' for path in mine)))
        if target not in self.texts:
            return Answer(status=404)
        text = f"<p>{self.texts[target]}{PARAGRAPH}</p>" * 3
        headline = "合成新闻：河边的清晨"
        page = _page(f"<h1>{headline}</h1><div class=content>{text}</div>", f"{headline}_合成")
        return Answer(page, headers={"ETag": etag} if etag else {})


def crawl(
    url: str, job: Path, *arguments: str, spider: str = "", **settings: object
) -> "subprocess.CompletedProcess[str]":
    """`scrapy crawl generic` of the site, or another spider's file, with a job."""
    settings = {
        "JOB": job,
        "DOWNLOAD_DELAY": 0,
        "PRIVATE_HOSTS_ALLOWED": "127.0.0.1",
        "RETRY_TIMES": 0,
        "CLEANER_WORKERS": 0,
        "LOG_LEVEL": "WARNING",
    } | settings
    what = ["runspider", spider] if spider else ["crawl", "generic"]
    command = [sys.executable, "-m", "scrapy", *what, "-a", f"url={url}/", "-a", "allow=/article/"]
    for argument in arguments:
        command += ["-a", argument]
    for name, value in settings.items():
        command += ["-s", f"{name}={value}"]
    return forks.run(command, cwd=ROOT)


def lines(job: Path, kind: str) -> list[dict[str, Any]]:
    """The records of one kind in a job folder."""
    files = sorted(job.glob(f"{kind}-*"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def _page(body: str, name: str = "合成") -> bytes:
    return f"<html><title>{name}</title><body>{body}</body></html>".encode()
