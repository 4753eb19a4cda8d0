"""Invented sites (合成) with URL forms and lists that no pattern of ours knows; the test adds articles between crawls."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import urlsplit

from benchmarks.loopback import Answer

_PER_LIST = 8
_JSON = {"Content-Type": "application/json"}
_WORDS = ["清晨", "河边", "老街", "学校", "码头", "果园", "车站", "山路", "集市", "图书馆"]
_DEEDS = [
    "修好了旧水渠",
    "种下了果树",
    "办起了夜校",
    "搬进了新楼",
    "收完了稻田",
    "装上了路灯",
    "整理出档案",
    "翻新了球场",
]
_PINYIN = [
    "qingchen",
    "hebian",
    "laojie",
    "xuexiao",
    "matou",
    "guoyuan",
    "chezhan",
    "shanlu",
    "jishi",
    "tushuguan",
]


def title(number: int) -> str:
    """A headline of its own for each article."""
    return f"{_WORDS[number % 10]}的居民{_DEEDS[number % 8]}，第{number}号纪事"


def paragraphs(number: int) -> list[str]:
    """Text of its own for each article."""
    return [
        f"合成记录第{number}号第{part}段：{_WORDS[(number + part) % 10]}一带的人们{_DEEDS[(number * 3 + part) % 8]}，"
        f"大家都说这样的变化看得见也摸得着，负责人表示后续还会继续改进，附近的商铺也跟着热闹起来。"
        for part in range(4)
    ]


class Invented:
    """Articles 1 to `count`, the newest first. `notice` is what the site answers instead of everything."""

    channels = 3

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[str] = []
        self.notice: Answer | None = None

    def url(self, number: int) -> str:
        """Path of an article."""
        raise NotImplementedError

    def list_url(self, channel: int, page: int) -> str:
        """Path of a channel's page, from 1."""
        raise NotImplementedError

    def others(self, number: int) -> Iterable[str]:
        """Links of an article's page that lead to nothing."""
        return ()

    def articles(self) -> set[str]:
        """Paths of all articles."""
        return {self.url(number) for number in range(1, self.count + 1)}

    def take_asked(self) -> list[str]:
        """What was asked for since the last call, but robots.txt."""
        asked, self.asked = self.asked, []
        return asked

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request."""
        if target == "/robots.txt":
            return Answer(status=404)
        self.asked.append(target)
        return self.notice or self._page(target)

    def _page(self, target: str) -> Answer:
        numbers = range(self.count, 0, -1)
        if target == "/":
            return self._list("首页", list(numbers)[:_PER_LIST], 0, 1)
        for number in numbers:
            if target == self.url(number):
                return self._article(number)
        for channel in range(1, self.channels + 1):
            mine = [number for number in numbers if number % self.channels == channel - 1]
            for page in range(1, len(mine) // _PER_LIST + 2):
                if target == self.list_url(channel, page) and mine[(page - 1) * _PER_LIST :]:
                    return self._list(f"频道{channel}", mine, channel, page)
        return self._other(target)

    def _other(self, target: str) -> Answer:
        paths = {urlsplit(link).path for link in self.others(1)}
        known = urlsplit(target).path in paths or any(target in self.others(n) for n in range(self.count + 1))
        return self._html("提示", "<p>请先登录</p>") if known else Answer(status=404)

    def _html(self, name: str, body: str) -> Answer:
        channels = "".join(
            f"<li><a href='{self.list_url(channel, 1)}'>频道{channel}</a></li>"
            for channel in range(1, self.channels + 1)
        )
        page = (
            f"<html><head><meta charset=utf-8><title>{name}_合成周报</title></head><body><ul class=nav>"
            f"<li><a href='/'>首页</a></li>{channels}</ul>{body}<div>版权所有 合成周报</div></body></html>"
        )
        return Answer(page.encode())

    def _list(self, name: str, numbers: list[int], channel: int, page: int) -> Answer:
        shown = numbers[(page - 1) * _PER_LIST : page * _PER_LIST]
        items = "".join(self._item(number) for number in shown)
        more = numbers[page * _PER_LIST :] and channel
        pager = (
            f"<div class=pager><a href='{self.list_url(channel, page + 1)}'>下一页</a></div>" if more else ""
        )
        return self._html(name, f"<div class=main>{items}</div>{pager}")

    def _item(self, number: int) -> str:
        return f"<dl><dt><a href='{self.url(number)}'>{title(number)}</a></dt></dl>"

    def _article(self, number: int) -> Answer:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs(number))
        rest = "".join(f"<a href='{link}'>更多</a>" for link in self.others(number))
        day = f"2024-{1 + number % 12:02}-{1 + number % 28:02} 08:15"
        return self._html(
            title(number),
            f"<h1>{title(number)}</h1><div class=info>{day} 来源：合成周报</div><div class=text>{text}</div>{rest}",
        )


class Dynamic(Invented):
    """A program of one page: /read?no=12, /more?kind=2&offset=16, forms to print and to answer."""

    def url(self, number: int) -> str:
        return f"/read?no={number}"

    def list_url(self, channel: int, page: int) -> str:
        return f"/more?kind={channel}" + (f"&offset={(page - 1) * _PER_LIST}" if page > 1 else "")

    def others(self, number: int) -> Iterable[str]:
        return (f"/print?no={number}", f"/reply?no={number}", f"/vote?no={number}")


class Slugs(Invented):
    """A blog of excerpts under pinyin slugs: /hebian-12, /shelf/2/p/3, months and a calendar without end."""

    def url(self, number: int) -> str:
        return f"/{_PINYIN[number % 10]}-{_PINYIN[number // 10 % 10]}-{'abcdefg'[number % 7]}{'hijklmn'[number % 5]}"

    def list_url(self, channel: int, page: int) -> str:
        return f"/shelf/{'abc'[channel - 1]}" + (f"/p/{page}" if page > 1 else "")

    def others(self, number: int) -> Iterable[str]:
        return (f"/calendar/2024/{1 + number % 12}", f"/share-to-weibo?u={number}")

    def _other(self, target: str) -> Answer:
        if not target.startswith("/calendar/"):
            return super()._other(target)
        year, month = map(int, target.split("/")[2:])
        days = "".join(
            f"<a href='/calendar/{year + (month + n) // 12}/{(month + n) % 12 + 1}'>{n}</a>" for n in range(9)
        )
        return self._html("日历", days)

    def _item(self, number: int) -> str:
        return (
            f"<article class=post><h2><a href='{self.url(number)}'>{title(number)}</a></h2>"
            f"<p>{paragraphs(number)[0]}</p></article>"
        )


class Excerpts(Slugs):
    """Lists of excerpts that are as long as an article."""

    def _item(self, number: int) -> str:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs(number)[:3])
        return (
            f"<article class=post><h2><a href='{self.url(number)}'>{title(number)}</a></h2>{text}</article>"
        )


class Portal(Invented):
    """Dated folders under channels: /yaowen/2024/5/3/art_12.html, index_2.html; the words 上一篇 and 下一篇."""

    def url(self, number: int) -> str:
        return f"/yaowen{number % 3}/2024/{1 + number % 12}/{1 + number % 28}/art_{number}.html"

    def list_url(self, channel: int, page: int) -> str:
        return f"/yaowen{channel - 1}/" + (f"index_{page}.html" if page > 1 else "")

    def others(self, number: int) -> Iterable[str]:
        return (self.url(max(1, number - 1)), self.url(min(self.count, number + 1)))

    def _other(self, target: str) -> Answer:
        return Answer(status=404)


class Copies(Invented):
    """Each article once more to print and to share, under forms that only the text gives away."""

    def url(self, number: int) -> str:
        return f"/Article_Show.asp?ArticleID={number}"

    def list_url(self, channel: int, page: int) -> str:
        return f"/Article_Class.asp?ClassID={channel}" + (f"&page={page}" if page > 1 else "")

    def others(self, number: int) -> Iterable[str]:
        return (f"/Article_Print.asp?ArticleID={number}", f"/wap/v-{number}.html")

    def _other(self, target: str) -> Answer:
        number = target.rpartition("=")[2] if "=" in target else target[7:-5]
        copied = number.isdecimal() and target in self.others(int(number))
        return self._article(int(number)) if copied else Answer(status=404)


class Scripted(Invented):
    """Lists that scripts fill: items to click on, a pager of TRS sites, more of a list as JSON."""

    def url(self, number: int) -> str:
        return f"/zwgk/gzdt/20240{1 + number % 9}/t2024010{1 + number % 9}_{61000 + number}.shtml"

    def list_url(self, channel: int, page: int) -> str:
        if channel == 3 and page > 1:
            return f"/api/channel?page={page}"
        return f"/zwgk/{channel}/" + (f"index_{page - 1}.shtml" if page > 1 else "")

    def _item(self, number: int) -> str:
        return f"<div class=it onclick=\"window.open('{self.url(number)}')\">{title(number)}</div>"

    def _list(self, name: str, numbers: list[int], channel: int, page: int) -> Answer:
        shown = numbers[(page - 1) * _PER_LIST : page * _PER_LIST]
        more = numbers[page * _PER_LIST :] and channel
        following = self.list_url(channel, page + 1) if more else ""
        if channel == 3 and page > 1:
            items = [{"id": number, "link": self.url(number)} for number in shown]
            return Answer(json.dumps({"data": items, "nextPage": following}).encode(), headers=_JSON)
        pages = -(-len(numbers) // _PER_LIST)
        pager = (
            f"<button data-url='{following}'>加载更多</button>"
            if channel == 3
            else f'<script>createPageHTML({pages}, {page - 1}, "index", "shtml")</script>'
        )
        return self._html(name, f"<div>{''.join(map(self._item, shown))}</div>{pager if channel else ''}")


class OutOfOrder(Portal):
    """Twenty articles of a channel say for a while that they are out of order, each under 200."""

    broken = True

    def _article(self, number: int) -> Answer:
        if self.broken and number % 3 == 0:
            return self._html("提示", "<p>系统繁忙，请稍后再试</p>")
        return super()._article(number)


class Facets(Portal):
    """A list in all orders, each of which shows the same."""

    def _item(self, number: int) -> str:
        facets = "".join(
            f"<a href='/find?order={number % 7}&kind={number % 5}&size={n}'>{n}</a>" for n in range(9)
        )
        return super()._item(number) + facets

    def _other(self, target: str) -> Answer:
        shown = list(range(self.count, 0, -1))
        return self._list("查找", shown, 0, 1) if target.startswith("/find?") else Answer(status=404)


class Forum(Portal):
    """News, and a forum beside them whose threads nobody asked for."""

    def others(self, number: int) -> Iterable[str]:
        return (f"/thread-{number}-1-1.html",) if number <= self.count else ()

    def _other(self, target: str) -> Answer:
        number = target.split("-")[1] if target.startswith("/thread-") else ""
        return self._article(1000 + int(number)) if number else Answer(status=404)


class Sessions(Invented):
    """Each answer names its links with a session's number of its own."""

    def url(self, number: int) -> str:
        return f"/show.jsp?no={number}"

    def list_url(self, channel: int, page: int) -> str:
        return f"/list.jsp?kind={channel}&at={page}"

    def _page(self, target: str) -> Answer:
        found = super()._page(target.partition("&visit=")[0])
        visit = b"&visit=%d" % (7 * len(self.asked))
        return Answer(re.sub(rb"(href='/(?:show|list)[^']*)", rb"\1" + visit, found.body), found.status)


class Chosen(Sessions):
    """From some day on, the number chooses which article is shown."""

    chooses = False

    def _page(self, target: str) -> Answer:
        found = re.fullmatch(r"/show\.jsp\?no=(\d+)&visit=(\d+)", target)
        if not (found and self.chooses):
            return super()._page(target)
        return self._article(1000 * int(found[1]) + int(found[2]))


class Introduced(Invented):
    """Each page of a list begins with what its channel is about."""

    def url(self, number: int) -> str:
        return f"/item-{number}-x"

    def list_url(self, channel: int, page: int) -> str:
        return f"/about/{channel}/{page}"

    def _list(self, name: str, numbers: list[int], channel: int, page: int) -> Answer:
        found = super()._list(name, numbers, channel, page)
        told = f"<h1>{name}</h1><p>{name}记下这一带的事，每天都有新的，写的人就住在附近。</p>".encode() * 2
        return Answer(found.body.replace(b"<div class=main>", told + b"<div class=main>"))


class OnPhones(Portal):
    """One site on two hosts: asked for by absolute URL, as a proxy is."""

    def _html(self, name: str, body: str) -> Answer:
        found, phones = (
            super()._html(name, body),
            "<a href='http://m.weekly.example/'>手机版</a><ul class=nav>",
        )
        return Answer(found.body.replace(b"<ul class=nav>", phones.encode()))

    def _page(self, target: str) -> Answer:
        host, slash, path = target.removeprefix("http://").partition("/")
        if not host.startswith("m."):
            return super()._page(slash + path)
        if path.startswith("a/"):
            return self._small(self._article(int(path[2:])))
        items = "".join(f"<li><a href='/a/{n}'>{title(n)}</a></li>" for n in range(self.count, 0, -1))
        return self._small(self._html("手机版", f"<ol>{items}</ol>")) if not path else Answer(status=404)

    def _small(self, page: Answer) -> Answer:
        """Without what leads to the pages of the other host."""
        return Answer(re.sub(rb"<ul class=nav>.*?</ul>|<a href='/yaowen.*?</a>", b"", page.body, flags=re.S))


class Almanac(Portal):
    """News, and beside them a page for each day of all years, that leads to the next days."""

    def _html(self, name: str, body: str) -> Answer:
        found = super()._html(name, body)
        return Answer(found.body.replace(b"<ul class=nav>", b"<a href='/days/738000'>1</a><ul class=nav>"))

    def _other(self, target: str) -> Answer:
        if not target.startswith("/days/"):
            return Answer(status=404)
        number = int(target[6:])
        day = f"{date.fromordinal(number):%Y年%m月%d日}"
        told = f"{day}是第{number}天，合成的历书说这一天宜出门访友、打扫庭院，忌动土、搬家、远行。"
        text = f"<h1>{day}历书</h1><div><p>{told}</p><p>{'历书年年都这样写，看的人自己拿主意，合成周报只是照抄。' * 2}</p></div>"
        return self._html(
            f"{day}历书", text + "".join(f"<a href='/days/{number + n}'>{n}</a>" for n in range(1, 9))
        )
