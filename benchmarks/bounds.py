"""How processor time grows with the size of a page, and whether memory stays flat.

python -m benchmarks.bounds            # time by doubling, 125 KB to 16 MB, and the ratio of each doubling
python -m benchmarks.bounds --memory   # resident memory over 20,000 pages, Linux only
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, islice, pairwise
from pathlib import Path
from time import process_time

from benchmarks.commands import parser_of
from cleaners import Cleaner
from crawler.cases import read_cases
from schemas import Page

_TEXT = "这是合成的一个段落，讲的是小城里的一条老街，街上有许多老店，店里的人都认得彼此。"
_TRADITIONAL = "這是合成的一個段落，講的是小城裡的一條老街，街上有許多老店，店裡的人都認得彼此。"
_PINYIN = "這是合成的文字，當(dāng)時(shí)的農(nóng)業(yè)經(jīng)濟(jì)發(fā)展，還有許多問(wèn)題需要討論。"
_SMALLEST, _DOUBLINGS = 125_000, 7
_PAGES, _WARM, _STEP = 20_000, 4_000, 2_000


def _numbered(form: str, end: str = "") -> Callable[[int], bytes]:
    """Pages of one element, each with its number in it, repeated up to a size in bytes, and what ends them."""

    def page(size: int) -> bytes:
        count = size // len(form.format(10_000).encode())
        return b"<h1>\xe5\x90\x88\xe6\x88\x90</h1>" + ("".join(map(form.format, range(count))) + end).encode()

    return page


def _damaged(size: int) -> bytes:
    """GBK with a stray byte in every tenth paragraph."""
    paragraph = f"<p>{_TEXT}</p>".encode("gbk")
    block = paragraph * 9 + paragraph[:21] + b"\xff" + paragraph[21:]
    return block * (size // len(block) + 1)


def _announced(size: int) -> bytes:
    """Links between paragraphs, the first of which announces them."""
    text = f"<p>{_TEXT}</p>"
    links = "".join(f'<p><a href="/a/{n}.html">第{n}则新闻的标题</a></p>' for n in range(size // 90))
    announced = f"<p>这里是老街上各家店铺的资料，可以参阅以下：</p>{links}"
    return f"<h1>合成的老街</h1>{text * 4}{announced}{text * (size // 400)}".encode()


SHAPES: dict[str, Callable[[int], bytes]] = {
    "paragraphs": _numbered(f"<p>{_TEXT}第{{}}段。</p>"),
    "one paragraph": _numbered(f"{_TEXT}第{{}}句。"),
    "tiny elements": _numbered("<p>{}</p>"),
    "inline elements": _numbered("<b>字</b><i>{}</i>"),
    "links": _numbered('<a href="/a/{0}.html">第{0}则新闻的标题</a>'),
    "linked list": _numbered('<li><a href="/a/{0}.html">第{0}则新闻的标题</a></li>'),
    "short lines": _numbered("第{}行<br>"),
    "dates": _numbered("<p>2020-01-02 03:04 来源：合成报 第{}期</p>"),
    "bylines": _numbered("<p>记者 张三 通讯员 李四 第{}次报道</p>"),
    "times": _numbered("2020-01-02 03:04 {}<br>", f"<p>{_TEXT}</p>" * 3),
    "names": _numbered("<li>王小明、李大江、赵小川</li>"),
    "announced links": _announced,
    "credits": _numbered(
        '来源：<a href="/s/{0}">第{0}日报</a> 作者：<a href="/u/{0}">王小明</a><br>', f"<p>{_TEXT}</p>" * 3
    ),
    "pauses": _numbered("。\u3000\u3000", f"<p>{_TEXT}</p>" * 5),
    "table": _numbered("<tr><td>第{}行</td><td>数字</td></tr>"),
    "images": _numbered(f'<p><img src="/p/{{}}.jpg" alt="图">{_TEXT}</p>'),
    "headings": _numbered("<h2>相关新闻</h2><p>第{}则新闻</p>"),
    "Traditional": _numbered(f"<p>{_TRADITIONAL}第{{}}段。</p>"),
    "inserted readings": _numbered(f"<p>{_PINYIN}第{{}}段。</p>"),
    "damaged GBK": _damaged,
    "opening brackets": _numbered("(【「<{}"),
    "classes": _numbered('<div class="c{0} share-{0}">第{0}块</div>'),
    "style rules": _numbered("<style>.c{0}{{display:none}}</style><div class=c{0}>藏</div>"),
}  # fmt: skip  # laid out for reading
"""Kinds of pages by name, each a function of the size in bytes."""


_ARTICLE = f"<h1>合成的老街</h1>{f'<p>{_TEXT}</p>' * 6}".encode()


def _page(url: str = "https://example.com/a/1.html", *headers: tuple[str, str]) -> Page:
    return Page(url=url, headers=headers, body=_ARTICLE)


ENVELOPES: dict[str, Callable[[int], Page]] = {
    "blanks before a charset": lambda size: _page(
        "http://x.test/", ("Content-Type", "text/html; charset=" + " " * size + "!")
    ),
    "charset= again and again": lambda size: _page(
        "http://x.test/", ("Content-Type", "charset=" * (size // 8))
    ),
    "many headers": lambda size: _page("http://x.test/", *([("Content-Type", "text/html")] * (size // 25))),
    "digits in a URL": lambda size: _page("http://x.test/a_" + "1" * size + "x"),
    "slashes in a URL": lambda size: _page("http://x.test" + "/a" * (size // 2)),
    "dots in a host": lambda size: _page("http://" + "a." * (size // 2) + "test/1.html"),
    "percent signs in a URL": lambda size: _page("http://x.test/?a=" + "%E5" * (size // 3)),
    "a URL in itself": lambda size: _page("http://x.test/?u=" + "http://y.test/?u=" * (size // 17)),
}
"""Pages of one body whose headers or URL grow, by name, each a function of their size in bytes."""


def seconds(page: bytes | Page) -> float:
    """Processor time of cleaning one page."""
    given = page if isinstance(page, Page) else Page(url="https://example.com/a/1.html", body=page)
    started = process_time()
    Cleaner().process(given)
    return process_time() - started


def _growth() -> None:
    sizes = [_SMALLEST << doubling for doubling in range(_DOUBLINGS + 1)]
    print(f"{'seconds':18}", *(f"{size / 1e6:6.1f}MB" for size in sizes), "  ratios")
    for name, shape in (SHAPES | ENVELOPES).items():
        times = [min(seconds(shape(size)) for _ in range(3 if size < 1_000_000 else 1)) for size in sizes]
        ratios = [later / max(earlier, 1e-6) for earlier, later in pairwise(times)]
        print(
            f"{name:18}", *(f"{time:8.3f}" for time in times), " ", *(f"{r:.1f}" for r in ratios), flush=True
        )


def varied_pages() -> Iterator[Page]:
    """The fixture pages for ever, no two with the same bytes."""
    for number, case in enumerate(cycle(list(read_cases()))):
        extra = f'<div class="v{number}" id="n{number}" style="top:{number}px">{number}</div>'.encode()
        yield case.page.model_copy(update={"body": case.page.body + extra})


def resident() -> int:
    """Resident memory of this process, in KiB. Linux only."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


def _memory() -> None:
    cleaner, after_warm_up = Cleaner(), 0
    for number, page in enumerate(islice(varied_pages(), _PAGES + 1)):
        cleaner.process(page)
        if number == _WARM:
            after_warm_up = resident()
        if number and number % _STEP == 0:
            print(f"{number:6} pages {resident() / 1024:8.1f} MiB", flush=True)
    grown = resident() - after_warm_up
    print(f"{grown / (_PAGES - _WARM):.3f} KiB a page after the first {_WARM}")


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--memory", action="store_true", help="resident memory instead of time")
    _memory() if parser.parse_args().memory else _growth()


if __name__ == "__main__":
    main()
