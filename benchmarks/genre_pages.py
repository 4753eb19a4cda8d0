"""The small invented pages of `genres.txt`, as HTML in frames of several shapes and as dumps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).with_name("genres.txt")
_TAG = re.compile(r"<[^>]*>")
_MENU = "".join(f"<li><a href=/c{i}>频道{i}</a></li>" for i in range(8))
_STORIES = "".join(f"<li><a href=/n/{i}.html>城东第{i}座图书馆延长开放时间</a></li>" for i in range(9))
_FOOT = "<div class=footer><a href=/about>关于我们</a> 版权所有 石桥网 备案号 00000000</div>"
_FRAMES = (
    "<ul class=nav>{menu}</ul><h1>{title}</h1>{info}<div class=body>{body}</div>{foot}",
    "<div class=top>{menu}</div><div class=main><h2>{title}</h2>{info}{body}</div>"
    "<div><h3>相关</h3><ul>{stories}</ul></div>{foot}",
    "<h1>{title}</h1>{info}{body}{foot}",
)


@dataclass(frozen=True, slots=True)
class GenrePage:
    """One invented page."""

    kind: str
    title: str
    info: str
    lines: tuple[str, ...]
    number: int
    site: str = "石桥网"
    """What the page's title names behind the headline."""

    @property
    def html(self) -> str:
        body = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in self.lines)
        info = f"<div class=info>{self.info}</div>" if self.info else ""
        inner = _FRAMES[self.number % len(_FRAMES)].format(
            menu=_MENU, title=self.title, info=info, body=body, stories=_STORIES, foot=_FOOT
        )
        return f"<html><head><title>{self.title}_{self.site}</title></head><body>{inner}</body></html>"

    @property
    def dump(self) -> str:
        lines = [_TAG.sub(" ", line.replace("<br>", "\n")).strip() for line in self.lines]
        return "\n".join([self.title, *([self.info] if self.info else []), *lines])


def genre_pages() -> Iterator[GenrePage]:
    """The pages in the order of the file."""
    blocks = (
        re.sub(r"^#.*\n", "", _FILE.read_text(encoding="utf-8"), flags=re.MULTILINE).strip().split("\n\n")
    )
    for number, block in enumerate(filter(str.strip, blocks)):
        head, *lines = block.strip().split("\n")
        kind, title, info, site = ([part.strip() for part in head.split("|")] + ["", ""])[:4]
        yield GenrePage(kind, title, info, tuple(lines), number, site or "石桥网")
