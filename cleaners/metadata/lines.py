"""The lines around an article: datelines, 原标题, headings of related stories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cleaners.metadata.dates import FoundDate, find_dates
from cleaners.metadata.labels import fields

if TYPE_CHECKING:
    from datetime import datetime

    from cleaners.document import Run

_MAX_DATELINE = 160

_ORIGINAL = re.compile(
    r"^[\s(（\[【]{0,3}(?:本文|文章|新闻)?原(?:文)?(?:标题|標題|题目|題目|题|題)(?:为|為|是)?\s?[:：]?\s?(.{2,150})$"
)
_RELATED = re.compile(
    r"^\W{0,3}(?:相关|相關|延伸|推荐|推薦|热门|熱門|更多|猜你|新闻推荐|为您推荐|精彩推荐|大家都在看|延展)"
    r"\W{0,2}(?:新闻|新聞|焦点|焦點|阅读|閱讀|文章|推荐|推薦|报道|報導|链接|连接|連結|资讯|資訊|喜欢|内容|专题|话题)?\W{0,3}$"
)
_BYLINE_WORDS = re.compile(
    r"来源|來源|稿源|出处|出處|作者|记者|記者|编辑|編輯|责编|責編|发布|發布|發佈|时间|時間|日期|发表|發表|更新|浏览|瀏覽|阅读|閱讀"
    r"|点击|點擊|评论|評論|字号|字號|字体|字體|分享|打印|收藏|举报|投稿|关注|參與|参与|https?:|www\."
)


def names_original(line: str) -> str | None:
    """The headline in a 原标题 line, or None."""
    match = _ORIGINAL.match(line)
    if match is None:
        return None
    title = match.group(1).strip().rstrip("】]")
    if line.lstrip()[:1] in "(（":
        title = title.rstrip(")）")
    return title.strip("《》 ") if title.startswith("《") and title.endswith("》") else title.strip()


def starts_related(line: str) -> bool:
    """Whether a line is the heading of a list of other stories."""
    return len(line) <= 12 and bool(_RELATED.match(line))


def is_dateline(text: str, dates: Sequence[FoundDate]) -> bool:
    """Whether a line is a byline with a date: what else it holds is labels and short names, no sentence."""
    if not dates or len(text) > _MAX_DATELINE or "。" in text:
        return False
    rest = text[: dates[0].start] + text[dates[-1].end :]
    return len(rest.strip()) <= 24 or bool(_BYLINE_WORDS.search(rest))


class Line:
    """A run near the text, each thing in it read once, and its dates only when asked for."""

    __slots__ = ("_dates", "_fetched_at", "fields", "run", "text")

    def __init__(self, run: Run, fetched_at: datetime | None) -> None:
        self.run, self.text, self.fields = run, run.text, fields(run.text)
        self._fetched_at = fetched_at
        self._dates: list[FoundDate] | None = None

    @property
    def dates(self) -> list[FoundDate]:
        if self._dates is None:
            short = len(self.text) <= _MAX_DATELINE
            self._dates = find_dates(self.text, fetched_at=self._fetched_at) if short else []
        return self._dates

    @property
    def is_dateline(self) -> bool:
        return is_dateline(self.text, self.dates)
