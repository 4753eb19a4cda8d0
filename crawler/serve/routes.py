"""From a request's path to its answer: everything is read, nothing is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, NoReturn
from urllib.parse import quote, unquote, urlencode

from crawler.job.errors import JobError
from crawler.report.job import Held
from crawler.report.page import live_page, shown_data
from crawler.report.previews import preview
from crawler.report.rows import minute
from crawler.serve.answer import Answer, as_json, as_page, refused
from crawler.serve.feeds import json_feed, rss
from crawler.serve.home import hits, home_page
from crawler.serve.index import Asked
from crawler.serve.shelf import Shelf
from schemas import Article

_PLACE = re.compile(r"(articles|rejections|failures)[-\d]*\.jsonl:\d{1,15}", re.ASCII)
_FED = 50
_MOST, _USUAL = 1000, 100
_IN_LIST = 50_000
Query = Mapping[str, str]


class Wrong(ValueError):
    """A request that cannot be answered; says why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Routes:
    """The jobs, by name, and what can be asked of them."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self._shelves = {shelf.name: shelf for shelf in shelves}

    def answer(self, path: str, query: Query, host: str = "127.0.0.1") -> Answer:
        """The answer to a GET request for a path that is still quoted."""
        parts = [unquote(part) for part in path.strip("/").split("/")]
        try:
            if parts[0] == "jobs":
                return self._job(parts[1:], path, query, host)
            return self._top(parts, query, host)
        except Wrong as wrong:
            return refused(wrong.status, str(wrong))
        except (JobError, OSError) as error:
            return refused(404, str(error))

    def _top(self, parts: Sequence[str], query: Query, host: str) -> Answer:
        every = list(self._shelves.values())
        routes: dict[str, Callable[[], Answer]] = {
            "": lambda: as_page(home_page(every)),
            "state": lambda: as_json({shelf.name: _state(shelf) for shelf in every}),
            "search": lambda: as_json(hits(every, query.get("q", ""))),
            "articles": partial(_articles, every, query),
            "feed.rss": partial(_feed, every, "清文", query, host, "rss"),
            "feed.json": partial(_feed, every, "清文", query, host, "json"),
        }
        route = routes.get("/".join(parts))
        return route() if route else _nothing()

    def _job(self, parts: Sequence[str], path: str, query: Query, host: str) -> Answer:
        shelf = self._shelves.get(parts[0]) if parts else None
        if shelf is None:
            _nothing()
        match parts[1:]:
            case [] if path.endswith("/"):
                return as_page(live_page(shelf.name, _shown(shelf)))
            case []:  # the page's own links are relative
                return Answer(b"", status=302, location=f"/jobs/{quote(shelf.name)}/")
            case ["data"]:
                return as_json(_shown(shelf))
            case ["state"]:
                return as_json(_state(shelf))
            case ["search"]:
                found = shelf.index.found(Asked(words=query.get("q", ""), limit=_IN_LIST))
                return as_json({"places": [place for _, place in found]})
            case ["articles", place]:
                return as_json(_preview(shelf, _checked(place)))
            case ["explain", place]:
                return as_page(shelf.explained(_checked(place)) or _nothing())
            case ["feed.rss" | "feed.json" as name]:
                return _feed([shelf], shelf.name, query, host, name.removeprefix("feed."))
        return _nothing()


def _nothing() -> NoReturn:
    raise Wrong(404, "there is no such page")


def _checked(place: str) -> str:
    """A place, which names a file of the job and nothing else."""
    return place if _PLACE.fullmatch(place) else _nothing()


def _state(shelf: Shelf) -> dict[str, Any]:
    return {"version": shelf.version(), "running": shelf.running(), "indexed": shelf.index.size()}


def _shown(shelf: Shelf) -> dict[str, Any]:
    data, version = shelf.report()
    live = {
        "home": "/",
        "articles": "articles",
        "search": "search",
        "state": "state",
        "data": "data",
        "version": version,
    }
    return shown_data(data, shelf.explain_links(data)) | {"job": shelf.name, "live": live}


def _preview(shelf: Shelf, place: str) -> dict[str, Any]:
    data, _ = shelf.report()
    article = shelf.article(place)
    head = {
        "title": article.title,
        "url": article.url or "",
        "site": article.site,
        "source": article.source,
        "published": minute(article),
        "chars": article.quality.chars,
        "explained": shelf.explain_link(place),
    }
    return preview(Held("", place, article), data.earlier.get(place)) | {"head": head}


def _feed(shelves: Sequence[Shelf], title: str, query: Query, host: str, form: str) -> Answer:
    articles = [
        shelf.article(place) for shelf in shelves for place in shelf.index.newest(_FED, query.get("site", ""))
    ]
    articles = sorted(articles, key=_fetched, reverse=True)[:_FED]
    home = f"http://{host}/"
    if form == "rss":
        return Answer(rss(title, home, articles), "application/rss+xml; charset=utf-8")
    return as_json(json_feed(title, home, articles), type="application/feed+json; charset=utf-8")


def _fetched(article: Article) -> float:
    return article.fetched_at.timestamp() if article.fetched_at else 0.0


def _articles(shelves: Sequence[Shelf], query: Query) -> Answer:
    """`/articles?job=&site=&since=&q=&limit=&after=`: records as they stand, and the path of those that follow."""
    names = [shelf.name for shelf in shelves]
    asked_job = query.get("job", names[0] if len(names) == 1 else "")
    if asked_job not in names:
        raise Wrong(400, f"job={asked_job}: name one of {', '.join(names)}")
    shelf = next(shelf for shelf in shelves if shelf.name == asked_job)
    asked = Asked(
        query.get("q", ""),
        query.get("site", ""),
        _since(query),
        _whole(query, "after", 0),
        min(_MOST, _whole(query, "limit", _USUAL)),
    )
    found = shelf.index.found(asked)
    records = [shelf.article(place).model_dump(mode="json") for _, place in found]
    more = len(found) == asked.limit and not asked.words
    following = f"/articles?{urlencode({**query, 'job': asked_job, 'after': found[-1][0]})}" if more else None
    return as_json({"articles": records, "next": following})


def _since(query: Query) -> float:
    text = query.get("since", "")
    if not text:
        return 0.0
    try:
        at = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        raise Wrong(
            400, f"since={text}: a date or time is needed, e.g. 2026-03-01 or 2026-03-01T08:00:00+08:00"
        ) from None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def _whole(query: Query, name: str, default: int) -> int:
    text = query.get(name, str(default))
    if not (text.isascii() and text.isdecimal() and len(text) < 15):
        raise Wrong(400, f"{name}={text}: a whole number is needed")
    return int(text)
