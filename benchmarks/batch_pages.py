"""Synthetic pages (合成) for throughput: the markup around an article that news sites have, and sentences put
together at random from a small vocabulary."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from schemas import Page

_WHO = (
    "市图书馆",
    "县农业局",
    "这所小学",
    "当地居民",
    "志愿者们",
    "气象部门",
    "合作社",
    "博物馆",
    "铁路公司",
    "研究人员",
)
_WHEN = ("上周", "今年春天", "昨天下午", "三年以来", "连日来", "雨季之前", "开学第一天", "十月下旬")
_DOES = (
    "整理了",
    "公布了",
    "修缮了",
    "引进了",
    "讨论了",
    "记录下",
    "捐出了",
    "重新开放了",
    "统计了",
    "带来了",
)
_WHAT = (
    "一批旧报纸",
    "新的灌溉设备",
    "河堤两岸的树木",
    "三十年的水文资料",
    "村口的石桥",
    "免费的阅览座位",
    "晚间的班次",
    "手写的账本",
)
_WHY = (
    "方便附近的老人和孩子",
    "应对今年偏少的降水",
    "保存正在消失的手艺",
    "减少早晚高峰的拥挤",
    "让更多的人了解这里的历史",
)


def synthetic_pages(count: int, seed: int) -> Iterator[Page]:
    """News pages of 15 to 40 KB, the same for the same seed."""
    chance = random.Random(seed)
    for number in range(count):
        yield Page(
            url=f"http://news{seed}.test/2026/{number}.html",
            headers=(("Content-Type", "text/html; charset=utf-8"),),
            body=_page(chance, number).encode(),
            fetched_at=datetime(2026, 11, 22, tzinfo=UTC),
        )


def write_archives(folder: Path, pages: int, files: int, *, plain: bool = False) -> None:
    """WARC files of synthetic pages, one gzip member a record, or `plain`."""
    folder.mkdir(parents=True)
    for seed in range(files):
        with (folder / f"{seed:03}.warc{'' if plain else '.gz'}").open("wb") as file:
            for page in synthetic_pages(pages // files, seed):
                _record(page).write(file if plain else GzipWriter(file))


def _record(page: Page) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(WarcRecordType.response, record_urn=f"urn:test:{page.url}".encode())
    record.headers["WARC-Target-URI"] = page.url or ""
    record.headers["WARC-Date"] = "2026-11-22T00:00:00Z"
    head = "".join(f"{name}: {value}\r\n" for name, value in page.headers)
    record.is_http = True
    record.set_bytes_content(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + page.body)
    return record


def _sentence(chance: random.Random) -> str:
    who, when, does, what, why = map(chance.choice, (_WHO, _WHEN, _DOES, _WHAT, _WHY))
    return f"{when}，{who}{does}{what}，以便{why}，{chance.randrange(2, 90)}人参加。"


def _paragraph(chance: random.Random) -> str:
    return "".join(_sentence(chance) for _ in range(chance.randrange(2, 6)))


def _links(chance: random.Random, count: int) -> str:
    titles = (f"{chance.choice(_WHO)}{chance.choice(_DOES)}{chance.choice(_WHAT)}" for _ in range(count))
    return "".join(f'<li><a href="/2026/{chance.randrange(10**6)}.html">{title}</a></li>' for title in titles)


def _page(chance: random.Random, number: int) -> str:
    title = f"{chance.choice(_WHO)}{chance.choice(_DOES)}{chance.choice(_WHAT)}"
    body = "".join(f"<p>　　{_paragraph(chance)}</p>\n" for _ in range(chance.randrange(6, 16)))
    script = f"var page={number};" + "function f(a,b){return a*b+1;}" * chance.randrange(50, 300)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_合成新闻网</title>
<script>{script}</script></head><body>
<div class="nav"><ul>{_links(chance, 30)}</ul></div>
<div class="main"><h1>{title}</h1><div class="info">2026年11月{chance.randrange(1, 22)}日 08:30 来源：合成日报</div>
<div class="content">{body}<p>（责任编辑：合成）</p></div>
<div class="related"><h3>相关新闻</h3><ul>{_links(chance, 20)}</ul></div></div>
<div class="side"><h3>热门排行</h3><ul>{_links(chance, 60)}</ul></div>
<div class="footer">版权所有 合成新闻网 未经许可不得转载</div></body></html>"""
