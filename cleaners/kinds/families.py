"""Which kind of page it is that holds no article: what it says of itself first, then its shape."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cleaners.lexicon import expression, fold
from cleaners.sites import parts_of
from schemas import Kind

if TYPE_CHECKING:
    from cleaners.document import Body, Document, Run

_TITLED = tuple(
    (kind, expression(f"<kinds.{kind.value}>", needs=f"kinds.{kind.value}"))
    for kind in (Kind.SEARCH, Kind.TAG, Kind.FORUM, Kind.USER)
)
_ADDRESSED = (
    (Kind.SEARCH, re.compile(r"search|(?<!/f)[?&](?:q|wd|kw|keyword|query|s)=|/so/", re.IGNORECASE)),
    (Kind.TAG, re.compile(r"/(?:tag|tags|topic|topics|keyword|label|browse|theme)/", re.IGNORECASE)),
    (Kind.FORUM, re.compile(r"/(?:forum|forums|group)(?:[/.-]|$)|forumdisplay|/f\?kw=", re.IGNORECASE)),
    (Kind.USER, re.compile(r"/(?:user|users|people|profile|space|u|author|member)/", re.IGNORECASE)),
)
_ENDING = 16
"""Characters at the end of a paragraph that may lead elsewhere."""
_TEASER = expression(r"<kinds.whole>[\])】）]?\W{0,3}$", needs="kinds.whole")
_BUTTON = 8
"""Longest line that is nothing but such a link."""
_OWN = expression("<kinds.user>", needs="kinds.user")
_HOME = expression("<kinds.home>", needs="kinds.home")
_VIDEO = expression("<kinds.video>", needs="kinds.video")
_GALLERY = expression("<kinds.gallery>", needs="kinds.gallery")
_PRODUCT = expression("<kinds.product>", needs="kinds.product")
_PLAYED = re.compile(r"(?:^|[./])(?:v|tv|video|videos|watch|play|music)[./]|/video", re.IGNORECASE)
_LISTED = 0.45
"""Share of links, or of list entries, from which a page without text is a list."""
_SURE = 0.7
FIVE = 0.6
"""The figure of a list of five entries."""
_THREE = 0.4
"""Less than that of three."""
_MOSTLY = 0.6
"""Share of links or entries that make a short page a list."""
_LINKED = 120
"""Characters inside links that are more than a menu and a footer."""
_LIKELY = 0.3
_FEW = 1.5
"""The figure of a text of 400 characters."""
_SNIPPETS = 3
_LABEL = 40
_GOODS = 3
_BUY = expression(r"<buttons.buy>\W{0,3}$", needs="buttons.buy")
_PRICE = re.compile(r"[¥￥＄]\s?\d|\d\s?[元圆]|(?:NT|HK|US)\$\s?\d")
_ABOVE = 24
"""Lines above a text without a headline that may tell what it is of."""
_CHAPTER = re.compile(r"第\s?[\d一二三四五六七八九十百千零〇两]{1,6}\s?[章回节節卷集话話]")
_NEIGHBOUR = expression("<kinds.chapter>", needs="kinds.chapter")
_CHAPTERS = 5
"""Links to chapters that are more than those before and after one."""


def stated_other(title: str, figures: dict[str, float]) -> Kind | None:
    """The kind that a page with text states of itself, where that is none of an article."""
    if figures["og_article"] or figures["ld_article"]:
        return None
    if figures["is_thing"]:
        return Kind.PRODUCT
    return Kind.USER if _OWN.fullmatch(fold(title)) else None


def outline(doc: Document, figures: dict[str, float]) -> tuple[Kind, str] | None:
    """The kind of a page around a few words that its address or its links show to be no article's: a front door, a table of
    contents."""
    parts = parts_of(doc.url)
    stated = figures["date"] or figures["og_article"] or figures["ld_article"]
    if parts.netloc and parts.path in ("", "/") and not (parts.query or parts.fragment or stated):
        return Kind.HOME, "a few words without a date at the root of a site"
    linked = (run.text for run in doc.runs if run.link_chars * 2 > len(run.text))
    chapters = {name for line in linked for name in _CHAPTER.findall(line)}
    return (Kind.LIST, f"{len(chapters)} links to chapters") if len(chapters) >= _CHAPTERS else None


def names_chapter(title: str) -> bool:
    """A headline that numbers a chapter."""
    return _CHAPTER.search(title) is not None


def leads_to_chapters(doc: Document) -> bool:
    """It has links to the chapter before or the one behind it."""
    return any(
        run.link_chars and _NEIGHBOUR.search(fold(run.text)) for run in doc.runs if len(run.text) <= _LABEL
    )


def teasers(doc: Document, body: Body) -> str:
    """How many paragraphs lead to a full text elsewhere, where that is half of them and more than one; else ''.

    An article behind a fold has one such paragraph, a list has one an item."""
    paragraphs = body.paragraphs
    ends = max(sum(map(leads_elsewhere, paragraphs)), sum(_is_led_on(doc.runs, at) for at in body.kept))
    many = ends >= 2 and ends * 2 >= len(paragraphs)
    return f"{ends} of {len(paragraphs)} paragraphs lead to a full text elsewhere" if many else ""


def _is_led_on(runs: Sequence[Run], index: int) -> bool:
    """The line below it is nothing but a link to the full text."""
    below = runs[index + 1].text if index + 1 < len(runs) else ""
    return len(below) <= _BUTTON and leads_elsewhere(below)


def leads_elsewhere(paragraph: str) -> bool:
    """It ends as a teaser does."""
    return _TEASER.search(fold(paragraph[-_ENDING:])) is not None


def kind_of_taken(doc: Document, figures: dict[str, float], odds: dict[str, float]) -> Kind:
    """The kind of a page that holds a text: an article unless it is a thread or a gallery. One that prints nothing, and
    carries its text in scripts, has no posts."""
    if (odds["thread"] > odds["article"] and figures["runs"]) or (figures["is_thread"] and figures["posts"]):
        return Kind.THREAD
    few = figures["kept"] < _FEW and figures["images"] > 0
    if few and (_GALLERY.search(fold(doc.metas.get("title", ""))) or figures["captions"]):
        return Kind.GALLERY
    return Kind.ARTICLE


def kind_of_refused(
    doc: Document, title: str, figures: dict[str, float], odds: dict[str, float]
) -> tuple[Kind, str]:
    """The kind of a page that holds no article, and what shows it."""
    url = doc.url or ""
    if not doc.runs:
        return Kind.SHELL, "nothing is printed"
    if figures["is_video"] or (_VIDEO.search(fold(title)) and _PLAYED.search(url)):
        return Kind.VIDEO, "a video or audio page"
    if figures["is_thing"] or odds["product"] >= _LIKELY:
        return Kind.PRODUCT, "an entry of a catalogue"
    if kind := _list(figures, title, url, odds):
        shape = max(figures["link_share"], figures["item_share"])
        return kind, f"{shape:.0%} of the text is links or entries of lists"
    if labels := goods(doc, least=1 if figures["prices"] else _GOODS):
        return Kind.PRODUCT, labels
    if odds["video"] >= _LIKELY or figures["players"]:
        return Kind.VIDEO, "a player and no text"
    if odds["thread"] >= _LIKELY and figures["posts"]:
        return Kind.THREAD, "posts without an opening text"
    return Kind.SHELL, "what is printed stands around an article; there is none"


def goods(doc: Document, least: int = _GOODS) -> str:
    """How many short lines are labels of a catalogue, where so many are; '' else."""
    count = sum(_PRODUCT.search(fold(run.text)) is not None for run in doc.runs if len(run.text) <= _LABEL)
    return f"{count} lines are labels of a catalogue" if count >= least else ""


def sold(doc: Document, headline: int | None, first: int) -> str:
    """The button that buys what a text describes, where it stands with a price between the headline and the text; '' else.
    What stands beside or below a text may be another thing."""
    start = max(0, first - _ABOVE) if headline is None else headline + 1
    above = [fold(run.text) for run in doc.runs[start:first] if len(run.text) <= _LABEL]
    button = next(filter(buys, above), "")
    return f"above the text stands {button}" if button and any(map(_PRICE.search, above)) else ""


def buys(folded: str) -> bool:
    """It ends in a button that puts a thing into a cart, or buys it."""
    return _BUY.search(folded) is not None


def _list(figures: dict[str, float], title: str, url: str, odds: dict[str, float]) -> Kind | None:
    """The kind of list, or None where the page is none."""
    shape = max(figures["link_share"], figures["item_share"], figures["linked_lines"])
    parts = parts_of(url)
    named = named_list(title, url)
    linked = figures["link_share"] * math.expm1(6 * figures["shown"])
    few = linked < _LINKED and figures["items"] < FIVE and odds["list"] < _SURE
    listed = not few and (shape >= _LISTED or odds["list"] >= _LIKELY)
    share = max(figures["link_share"], figures["item_share"])
    told = named is not None or figures["snippets"] >= _SNIPPETS or share >= _MOSTLY
    if not listed and not (figures["items"] > _THREE and told):
        return None
    if named:
        return named
    if parts.netloc and parts.path in ("", "/") and not parts.query:
        return Kind.HOME
    if _HOME.search(fold(title)):
        return Kind.HOME
    return Kind.CHANNEL if figures["cut"] > 0.3 or figures["snippets"] >= _SNIPPETS else Kind.LIST


def named_list(title: str, url: str | None) -> Kind | None:
    """The kind of list that a title or an address names."""
    parts = parts_of(url)
    told = fold(title)
    address = f"{parts.netloc}{parts.path}?{parts.query}"
    addressed = next((kind for kind, form in _ADDRESSED if form.search(address)), None)
    if addressed is Kind.SEARCH:
        return addressed
    return next((kind for kind, words in _TITLED if words.search(told)), addressed)
