"""A synthetic site of twenty kinds of pages, and what must become of each of them."""

import asyncio
from collections import Counter
from collections.abc import Mapping

from benchmarks.loopback import Answer

KINDS = (
    "redirected",  # to a page of its own
    "twin",  # redirected to a page that is linked as well
    "gone 404",
    "gone 410",
    "broken 500",
    "busy once",  # 503, then the page
    "silent",  # the connection closes without an answer
    "never",  # no answer until the client gives up
    "slow",
    "split",  # three pages
    "split, part missing",
    "split, part slow",
    "circle",  # redirects without end
    "soft 404",  # a page that says there is none
    "raises",  # the callback does, always
    "raises once",
    "pipeline raises",
)
POISON = {43: "segfaults", 68: "eats memory", 218: "hangs"}
"""Pages that break the process that cleans them, by number."""
_KINDS_A_ROUND = 25  # the rest are plain articles
_LINKS_A_LIST = 20

# synthetic text (合成)
_SENTENCES = (
    "清晨的河边有许多人在散步，空气里带着水草的味道。",
    "记者从有关部门了解到，这项工作已经进行了三年，取得了明显的成效。",
    "老人说，他在这里住了六十年，从来没有见过这么大的变化。",
    "专家认为，应当根据各地的实际情况，逐步推进，不能急于求成。",
    "据介绍，今年第一季度的产量比去年同期增长了百分之十二。",
)


class Site:
    """The pages, a multiple of 25. `expected` says what becomes of each URL, by its path."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        self._asked: Counter[str] = Counter()

    def kind(self, number: int) -> str:
        """What the page does."""
        place = number % _KINDS_A_ROUND
        if number in POISON:
            return POISON[number]
        return KINDS[place] if place < len(KINDS) else "plain"

    def expected(self) -> dict[str, str]:
        """Path of the page the outcome names, to `articles`, `rejections` or `failures`."""
        outcomes = (_expected(number, self.kind(number)) for number in range(self.pages))
        return dict(filter(None, outcomes))

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request."""
        self._asked[target] += 1
        parts = target.strip("/").split("/")
        if parts[0] == "list":
            return Answer(self._list(int(parts[1])))
        if parts[0] not in ("article", "moved", "circle"):
            return Answer(self._list(0)) if target == "/" else Answer(status=404)
        number, _, part = parts[1].split(".")[0].partition("_")
        return await self._page(parts[0], int(number), int(part or 1), target)

    async def _page(self, place: str, number: int, part: int, target: str) -> Answer:
        kind = self.kind(number)
        if place == "circle" or kind == "circle":
            return _redirect(f"/circle/{number}.html?n={self._asked[target]}")
        if kind == "redirected" and place == "article":
            return _redirect(f"/moved/{number}.html")
        if kind == "twin":
            return _redirect(f"/article/{_twin(number)}.html")
        if kind.startswith(("gone", "broken")):
            return Answer(status=int(kind[-3:]))
        if kind == "busy once" and self._asked[target] == 1:
            return Answer(status=503, headers={"Retry-After": "0"})
        if kind in ("slow", "split, part slow"):
            await asyncio.sleep(0.2)
        if kind == "never":
            await asyncio.sleep(60)
        if kind == "split, part missing" and part == 2:
            return Answer(status=404)
        asked = {
            "X-Asked": str(self._asked[target])
        }  # "once" is once in the life of the site, not of a process
        return Answer(_article(number, kind, part), headers=asked, silent=kind == "silent")

    def _list(self, number: int) -> bytes:
        """Twenty articles, each linked twice, some of the next list too; and the next list."""
        first = number * _LINKS_A_LIST
        shown = [n for n in range(first, first + _LINKS_A_LIST + 5) if n < self.pages]
        links = [
            f'<li><a href="/article/{n}.html">新闻标题第{n}号的文章</a></li>' for n in (*shown, *shown[:5])
        ]
        if first + _LINKS_A_LIST < self.pages:
            links.append(f'<li><a href="/list/{number + 1}">下一页</a></li>')
        return f"<html><title>列表</title><body><ul>{''.join(links)}</ul></body></html>".encode()


def _expected(number: int, kind: str) -> tuple[str, str] | None:
    path = f"/article/{number}.html"
    if kind == "redirected":
        return f"/moved/{number}.html", "articles"
    if kind == "twin":
        return None
    if kind.startswith("gone") or kind == "soft 404":
        return path, "rejections"
    if kind in (*POISON.values(), "broken 500", "silent", "never", "circle", "raises", "pipeline raises"):
        return path, "failures"
    return path, "articles"


def _twin(number: int) -> int:
    """A plain page of the same round."""
    return number - number % _KINDS_A_ROUND + _KINDS_A_ROUND - 1


def _redirect(path: str) -> Answer:
    return Answer(status=302, headers={"Location": path})


def _article(number: int, kind: str, part: int) -> bytes:
    if kind == "soft 404":
        return "<html><title>出错了</title><body><p>抱歉，您访问的页面不存在。</p></body></html>".encode()
    sentences = [_SENTENCES[(number * 7 + part * 3 + i) % len(_SENTENCES)] for i in range(12)]
    text = "".join(f"<p>第{number}号第{part}页第{i}段。{s}{s[::-1]}</p>" for i, s in enumerate(sentences))
    more = ""
    if kind.startswith("split") and part < 3:
        more = f'<div class="pages"><a href="/article/{number}_{part + 1}.html">下一页</a></div>'
    title = f"合成新闻第{number}号：河边的清晨"
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"
        f'<div class="info">2026-11-20 08:25 来源：合成日报</div>'
        f'<div class="content">{text}</div>{more}</body></html>'
    ).encode()
