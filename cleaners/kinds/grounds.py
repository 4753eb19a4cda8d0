"""What speaks for a page being an article or a thread: its figures, what stands below its headline, its posts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cleaners.kinds.families import leads_to_chapters, names_chapter
from cleaners.kinds.genre import Genre
from cleaners.kinds.model import holds_text
from cleaners.kinds.posts import Found
from cleaners.kinds.stamps import acted
from cleaners.metadata.byline.names import names_alone

if TYPE_CHECKING:
    from cleaners.document import Document
    from cleaners.metadata import Title

MIN_CHARS = 40
"""Shortest article. The shortest real one among 269 labelled pages has 98 characters."""
MIN_PUBLISHED = 20
"""Shortest text below its headline and its date, or of its headline's words: a quatrain, a notice of one sentence."""
BRIEF = 300
"""A text longer than this is no notice, whatever it says."""
LIKELY = 0.8
"""Chance from which paragraphs that lead elsewhere are a digest's, which is an article."""
ALONE = 0.7
"""Share of what a page prints that its text has to itself."""
HALF = 0.5
"""Half a chance; also, of a long text that is most of its page's and about its headline, enough to be one."""
TOLD = 0.9
"""Share of the page's description that a long text holds: it is what the page is about."""
EXPECTED = ((0.85, BRIEF), (0.95, BRIEF // 2))
"""Expected F1 and characters of a text, from which on it is one, however many links stand around it."""
LISTING = 0.85
"""Chance of a list from which a text is one of its entries, whatever else speaks for it."""
LISTED = 0.6
"""The figure of a list of five entries: on a page that has one, words of a notice are furniture."""
_RIGHT_BELOW = 0.74
"""The figure of eight lines between headline and text."""
_WORDS = 8
"""Characters of the shortest headline that is not the name of a tag or a channel."""
_HEADLINE, _EXPECTED = 1.2, 0.7
"""Weight of a line that prints what the head states, and expected F1 of a text right below it."""
_MUCH = 0.3
"""Share of the headline's words in a text, from which on a line that prints it is one, heading or not."""
_ABOUT = 0.1
"""Share of the headline's or the description's words in the text."""
_LIKE, _OWN, _CERTAIN = 1.0, 0.8, 0.93
"""Weight of a line that is much like what the head states; share of the page's running text and expected F1, or expected F1
alone, of a text that need not say what its headline says."""
_BELOW = 0.55
"""The figure of four lines between headline and text: a date, a source, a name, a subtitle."""
_LINKS = 0.1
_NO_OTHER = 0.2
"""The figure of three characters of running text that are not taken."""
_QUATRAIN = 3
"""Breaks between the lines of the shortest poem."""
_SONNET, _LINE = 8, 4
"""Lines of a poem that has no date, and how many characters they have; the names of dishes and people have fewer."""
_VERSE = re.compile(r"[\u3400-\u9fff，。、；？！…—“”‘’「」『』《》〈〉·\s]{2,20}")
"""A line of a poem: words and marks, no label, no number."""
_STATED = 1.3
"""Weight of a heading that prints what the head states."""
_LIKELY_TEXT = 0.45
"""Expected F1 of a text that hardly anything else on its page may be."""
_TOLD_WELL = 1.0
"""Sum of a genre from which on a short text without a date is told, and needs none."""
_TOLD_AT = re.compile(r"(?:(?:[01]?\d|2[0-3])[:：][0-5]\d)(?:[:：][0-5]\d)?\n[^\n]{10,400}。(?:\n|$)")
_ENTRIES = 3
"""Times, each over a sentence, that make a log."""


@dataclass(frozen=True)
class Sight:
    """All that the verdict rests on."""

    doc: Document
    title: Title
    text: str
    figures: dict[str, float]
    odds: dict[str, float]
    posts: list[Found]
    genre: Genre
    confidence: float
    """Of the reading that was taken."""
    chosen: bool
    """The text is lines of the page that a reading chose."""

    @property
    def chance(self) -> float:
        return self.odds["article"] + self.odds["thread"]

    @property
    def holds(self) -> bool:
        """The page holds an article or a thread; sentences that it carries in its scripts, or a text that has the page to
        itself, are one."""
        if self._is_chapter() or self._is_log() or self._is_poem:
            return True
        if self.odds["list"] >= LISTING or self._is_first_entry() or self._is_apart() or self._is_slight():
            return False
        if not self.chosen:  # read another way: from the page's scripts, or by a second opinion
            return self._is_carried() or self.chance >= LIKELY
        other = max(self.odds[name] for name in ("list", "product", "video"))
        alone = self.figures["alone"] >= ALONE and other < HALF
        whole = self.figures["whole"] >= HALF and self.odds["product"] < HALF
        whole = whole or self.figures["told_whole"] >= TOLD
        whole = whole or any(self.confidence >= sure and len(self.text) >= size for sure, size in EXPECTED)
        said = self.floors or self._headed() or self.published
        return alone or whole or said or holds_text(self.odds)

    @property
    def enough(self) -> bool:
        """The text is long enough for an article, its headline in it not counted."""
        own = len(self.text) - self.text.count(self.title.text) * len(self.title.text)
        told = self._is_poem or (self._headed() and self._about >= _MUCH)
        return own >= MIN_PUBLISHED and (self.published or told or len(self.text) >= MIN_CHARS)

    @property
    def published(self) -> bool:
        """The text stands right below its headline on a page with a date or a byline, and is what stands there, without links:
        verse, a table and captions are articles, however short their lines."""
        figures = self.figures
        dated = figures["date"] or figures["byline"]
        below = figures["title"] and dated and figures["gap"] < _BELOW
        own = max(figures["box"], figures["good_share"], 1 - figures["spread"]) >= ALONE
        own = own and figures["kept_links"] < _LINKS
        sold = self.odds["product"] >= HALF
        other = sold or self.odds["video"] >= HALF or figures["in_items"] >= _LINKS or figures["cut"]
        return bool(self.chosen and below and own and not other) and not self._is_apart()

    @property
    def _about(self) -> float:
        """Share of the headline's words, or of the description's, that the text holds."""
        return max(self.figures["topic"], self.figures["told"])

    @property
    def _is_short(self) -> bool:
        """The headline has so few words that the text need not hold them: a poem's."""
        return len(self.title.text) < _WORDS

    @property
    def floors(self) -> bool:
        """Most posts are numbered: a forum's thread."""
        return 2 * sum(post.floor is not None for post in self.posts) > len(self.posts)

    @property
    def signed(self) -> bool:
        """Most posts name who wrote them."""
        return 2 * sum(post.author is not None for post in self.posts) > len(self.posts)

    @property
    def answered(self) -> bool:
        """Most posts have a button to answer them."""
        runs = self.doc.runs
        buttons = sum(any(acted(run.text) for run in runs[post.start : post.end]) for post in self.posts)
        return 2 * buttons > len(self.posts)

    @property
    def commented(self) -> bool:
        """Most posts stand among comments, as the page names them."""
        runs = self.doc.runs
        named = sum(any(run.junk == "comment" for run in runs[post.start : post.end]) for post in self.posts)
        return 2 * named > len(self.posts)

    def _is_carried(self) -> bool:
        """Sentences that the page carries in its scripts and prints nothing of."""
        figures = self.figures
        sentences = min(figures["stops"], figures["han"]) >= HALF
        return bool(self.text) and not self.chosen and not figures["runs"] and sentences

    def _is_first_entry(self) -> bool:
        """A paragraph below the name of a channel, which lists others."""
        brief = self._is_short and "\n" not in self.text and len(self.text) < BRIEF
        return brief and self.figures["items"] >= LISTED and self.figures["item_share"] >= LIKELY

    def _is_apart(self) -> bool:
        """A short text that says nothing of its headline, where the page has other running text or little is expected of
        it, and the page is hardly an article's: what to subscribe to, rules for readers."""
        brief = (
            self.title.weight >= _LIKE and not self._is_short and self.chosen and len(self.text) < 2 * BRIEF
        )
        alone = min(self.figures["good_share"], self.confidence) >= _OWN or self.confidence >= _CERTAIN
        return (
            not (self._is_verse() or self._is_told())
            and brief
            and self._about < _ABOUT
            and not alone
            and self.chance < (LIKELY if self.posts else TOLD)
        )

    def _is_verse(self) -> bool:
        """Four lines or more below a dated and signed headline, on a page without other running text."""
        signed = self.title.weight >= _HEADLINE and self.figures["date"] and self.figures["byline"]
        return bool(signed) and self.text.count("\n") >= _QUATRAIN and self.figures["missed"] < _NO_OTHER

    @cached_property
    def _is_poem(self) -> bool:
        """Short lines of words alone, right below a headline and the name of a person, on a page without other running text."""
        figures = self.figures
        if self.title.run is None or self.title.weight < _LIKE or not self.chosen:
            return False
        below = not figures["above"] and figures["gap"] < _BELOW and figures["missed"] < _NO_OTHER
        own = not figures["kept_links"] and figures["share"] >= HALF and self.odds["list"] < LISTING
        return bool(below and own) and self._is_signed_verse()

    def _is_signed_verse(self) -> bool:
        first, lines = self.title.run, self.text.split("\n")
        below = [run.text for run in self.doc.runs[first + 1 : first + 3]] if first is not None else []
        signed = any(names_alone(text) for text in below)
        verses = [line for line in lines if line not in below or not names_alone(line)]
        plain = all(_VERSE.fullmatch(line) and not names_chapter(line) for line in verses)
        people = sum(bool(names_alone(line)) for line in verses)
        told = sum(map(len, verses)) >= _LINE * len(verses) and 3 * people < len(verses)
        return signed and plain and told and len(verses) >= _SONNET and 2 * len(set(verses)) >= len(verses)

    def _is_told(self) -> bool:
        """Somebody tells something in paragraphs right below a dated headline that heading and head both state: an essay,
        whose headline says it in words of its own. A call to subscribe has one."""
        figures = self.figures
        below = self.title.run is not None and not figures["above"] and figures["gap"] <= _RIGHT_BELOW
        dated = figures["date"] and figures["stops"] >= HALF and not figures["kept_links"]
        stated = self.title.weight >= _STATED and "\n" in self.text
        whole = figures["spread"] <= 1 - ALONE and self.confidence >= _LIKELY_TEXT
        return bool(below and dated and stated and whole) and self.genre.told and self.genre.sum >= _TOLD_WELL

    def _is_slight(self) -> bool:
        """A few words without a date on a page of more, which tell hardly anything: what goods, an author or a
        house are like."""
        figures = self.figures
        stated = figures["date"] or figures["og_article"] or figures["ld_article"]
        told = self.genre.sum >= _TOLD_WELL or (not self._is_short and self._about >= _ABOUT)
        told = told or (self._is_carried() and self._about >= _MUCH)
        brief = len(self.text) < BRIEF // 2 and figures["alone"] < ALONE
        return brief and not (self.posts or stated or told) and self.chance < LIKELY

    def _is_chapter(self) -> bool:
        """Sentences right below the name of a chapter, on a page that leads to those before and after it."""
        figures = self.figures
        if self.title.run is None or not self.chosen or not names_chapter(self.title.text):
            return False
        below = not figures["above"] and figures["gap"] <= _RIGHT_BELOW and figures["kept_links"] < _LINKS
        return bool(below) and figures["stops"] >= HALF and leads_to_chapters(self.doc)

    def _is_log(self) -> bool:
        """Sentences, each under its time, on a page that states an article: a live report. Its entries need not say what it
        is about."""
        figures = self.figures
        stated = figures["og_article"] or figures["ld_article"]
        return bool(stated and self.chosen and figures["title"]) and self._has_entries()

    def _has_entries(self) -> bool:
        """Most of the text is sentences under their times, without links."""
        entries = [len(found.group()) for found in _TOLD_AT.finditer(self.text)]
        most = len(entries) >= _ENTRIES and sum(entries) >= ALONE * len(self.text)
        return most and self.figures["kept_links"] < _LINKS

    @property
    def reported(self) -> bool:
        """A live report of what its headline names, with no player: what stands around it tells of watching and selling."""
        return not self.figures["players"] and self._headed() and self._has_entries()

    def _headed(self) -> bool:
        """A text about its headline, right below a line that is one for sure, of dated sentences or one of which much is
        expected: however short, and whatever else the page lists."""
        figures = self.figures
        if (
            self.title.run is None
            or self._is_short
            or self.title.weight < (_HEADLINE if self._about < _MUCH else _LIKE)
        ):
            return False
        below = not figures["above"] and figures["gap"] <= _RIGHT_BELOW
        dated = bool(figures["date"]) and figures["stops"] >= HALF
        return below and self._about >= _ABOUT and (dated or self.confidence >= _EXPECTED)

    @property
    def named(self) -> str:
        return self.doc.metas.get("title", "") or self.title.text
