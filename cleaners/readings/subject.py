"""The headline beside the lines of a page: where its text begins, and what else is about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

from cleaners.document import Box, Document, boxes_around
from cleaners.lexicon import expression, fold
from cleaners.metadata.title import Title, info_line
from cleaners.metadata.title.strings import key, opens_title
from cleaners.readings.anchor import repeats_title
from cleaners.readings.headed import headed_boxes
from cleaners.readings.near import near_boxes
from cleaners.readings.noise.line import TOLD_AT
from cleaners.readings.view import View
from cleaners.tags import HEADINGS

_LEAST = 4
"""Letters of a title that what the head states begins with, whatever stands behind it."""
_ABOUT = 0.5
"""Share of the headline's pairs of letters from which on a text is about it."""
_LINKED, _GOES_ON, _UNNAMED = 20, 0.75, 0.5
"""Characters inside links behind which other stories stand; how much text counts as one before them, and how much below a
headline of so few letters that no text can be expected to repeat it: a poem's."""
_SEARCHED = 600
"""Lines among which a date is looked for."""
_LEVELS = 3
_ENTRIES = 3
"""Entries of a live report at least."""
LIVE = expression("<titles.live>", needs="titles.live")
_PARTS = 2
"""Boxes below subheads of one kind that are parts of one text."""
_NAMED = 4
"""Letters of the shortest headline that a text can be expected to repeat."""
_PAIR, _READ = 2, 400
"""Letters of a piece of the headline; characters of a line in which the pieces are looked for."""


def subject_of(doc: Document, view: View, titles: Sequence[Title]) -> Subject:
    """The subject of a page, by its likeliest title."""
    head = titles[0].run
    prints = frozenset(title.run for title in titles if title.run is not None)
    opens = head is not None and _opens_head(titles[0].text, doc.metas.get("title", ""))
    return Subject(view, titles[0], _dated(doc, view) if head is None else head, prints, opens)


def _dated(doc: Document, view: View) -> int | None:
    """The first line of a date and a label; else the first of a date that stands right above running text."""
    if (labelled := info_line(doc)) is not None:
        return labelled
    lines = zip(view.runs[:_SEARCHED], view.good[1:], strict=False)
    plain = (at for at, (run, above) in enumerate(lines) if above and not (run.junk or run.link_chars))
    return next((at for at in plain if view.noise(at, edge=True) == "dateline"), None)


def _opens_head(title: str, stated: str) -> bool:
    """What the head states begins with the title, and a dash, a dot or a blank behind it: `题目-随手记`."""
    return len(key(title)) >= _LEAST and opens_title(title, stated.strip())


@dataclass(frozen=True)
class Subject:
    """The likeliest title of a page, beside its lines."""

    view: View
    title: Title
    head: int | None
    """The line below which the text begins: the title's, or the first of a date and a label; None where there is neither."""
    prints: frozenset[int]
    """The lines that may print the title."""
    opens_head: bool
    """It is printed, and what the head states begins with it."""

    @cached_property
    def headed(self) -> Mapping[Box, str]:
        """Boxes that a heading of something else opens, with its rule."""
        return headed_boxes(self.view, self.prints)

    @cached_property
    def below_headings(self) -> frozenset[int]:
        """The lines in them."""
        return frozenset(at for box in self.headed for at in range(box.start, box.end))

    @cached_property
    def near(self) -> range:
        """The lines of the largest box that begins right below the head."""
        box = self._near
        return range(box.start, box.end) if box is not None else range(0)

    @cached_property
    def _near(self) -> Box | None:
        told = self.below_headings
        marks = ["heading" if at in told else run.junk for at, run in enumerate(self.view.runs)]
        boxes = [] if self.head is None else near_boxes(self.view, marks, self.head)
        return boxes[-1] if boxes else None

    @cached_property
    def around(self) -> dict[Box | None, float]:
        """Share of the headline's pairs of letters in the running text of each box, down to the second below it."""
        masks: dict[Box | None, int] = {}
        for run, mask in zip(self.view.runs, self._masks, strict=True):
            box = run.box
            for _ in range(_LEVELS if mask else 0):
                masks[box] = masks.get(box, 0) | mask
                box = box and box.parent
        return {box: mask.bit_count() / len(self._pairs) for box, mask in masks.items()}

    @cached_property
    def _pairs(self) -> dict[str, int]:
        wanted = key(self.title.text)
        pairs = dict.fromkeys(wanted[at : at + _PAIR] for at in range(len(wanted) - _PAIR + 1))
        return {pair: 1 << bit for bit, pair in enumerate(pairs)}

    @cached_property
    def _masks(self) -> list[int]:
        """Which pairs each line of running text holds, one bit each; the title's own line holds none."""
        wanted = key(self.title.text)
        return [
            self._mask(run.text[:_READ]) if good and not repeats_title(run, wanted) else 0
            for run, good in zip(self.view.runs, self.view.good, strict=True)
        ]

    def _mask(self, text: str) -> int:
        mask = 0
        for pair, bit in self._pairs.items():
            if pair in text:
                mask |= bit
        return mask

    def apart(self, kept: Sequence[int]) -> float:
        """Share of some running text that stands above the head or behind the box right below it, less so in boxes that
        are about the headline."""
        sizes = {at: len(self.view.runs[at].text) for at in kept if self.view.good[at]}
        return sum(size * self._foreign(at) for at, size in sizes.items()) / (sum(sizes.values()) or 1)

    def _foreign(self, at: int) -> float:
        if self.head is None or not self.near or self.head <= at < self.near.stop:
            return 0.0
        box = self.view.runs[at].box
        own = self._place(at) in self._places or at in self._beside or at in self._parts
        if own or at in self._reported:
            return 0.0
        linked = at < self.head or self._links[at] - self._links[self.near.stop] > _LINKED
        return (1.0 if linked else self._goes_on) * max(
            0.0, 1 - self.around.get(box and box.parent, 0.0) / _ABOUT
        )

    @cached_property
    def _goes_on(self) -> float:
        """How much text counts as apart that no links stand before."""
        return _GOES_ON if len(key(self.title.text)) >= _NAMED else _UNNAMED

    @cached_property
    def _beside(self) -> range:
        """The lines of the list whose entry holds the head: slides, the first of which has the headline."""
        box = self.view.runs[self.head].box if self.head is not None else None
        entries = next((inner.parent for inner in boxes_around(box) if inner.tag == "li"), None)
        return range(entries.start, entries.end) if entries else range(0)

    @cached_property
    def _parts(self) -> range:
        """The lines of the boxes right behind the one below the head that a subhead opens each, all of one kind: the parts
        of an article below its lead, whatever they are named."""
        near, tag, count = self._near, "", 0
        if near is None or near.parent is None:
            return range(0)
        at = near.end
        while at < near.parent.end and (part := self._part(at, near.parent, tag)) is not None:
            tag, at, count = self._tag(at), part.end, count + 1
        return range(near.end, at) if count >= _PARTS else range(0)

    @cached_property
    def _reported(self) -> range:
        """The lines of the box around the entries of a live report, as the headline calls it: times of one shape, each over
        running text."""
        runs, shapes = self.view.runs, Counter[object]()
        times = [
            at for at, run in enumerate(runs[:-1]) if TOLD_AT.fullmatch(run.text) and self.view.good[at + 1]
        ]
        shapes.update(map(self.view.shape, times))
        times = [at for at in times if shapes[self.view.shape(at)] >= _ENTRIES]
        if not times or not LIVE.search(fold(self.title.text)):
            return range(0)
        around = (box for box in boxes_around(runs[times[0]].box) if box.end > times[-1])
        return next((range(box.start, box.end) for box in around), range(0))

    def _part(self, at: int, outer: Box, tag: str) -> Box | None:
        """The box in an outer one that a subhead opens at a line, if it is no link, of another rank than the title's and of
        the tag of those before, and running text stands below it."""
        view, own = self.view, self._tag(at)
        part = next((box for box in boxes_around(view.runs[at].box) if box.parent is outer), None)
        if part is None or part.start != at or part.mark:
            return None
        if own not in HEADINGS or own != (tag or own) or own == self._tag(self.head or 0):
            return None
        other = view.runs[at].link_chars or view.section(at) is not None
        return part if not other and view.good_chars(at, part.end) else None

    def _tag(self, at: int) -> str:
        """The element that a line stands in."""
        box = self.view.runs[at].box
        return box.tag if box is not None else ""

    @cached_property
    def _links(self) -> list[int]:
        """Characters inside links before each line; one more than lines."""
        return [0, *accumulate(run.link_chars for run in self.view.runs)]

    @cached_property
    def _places(self) -> frozenset[object]:
        """Where the running text right below the head stands."""
        return frozenset(self._place(at) for at in self.near if self.view.good[at])

    def _place(self, at: int) -> object:
        """Shape of a line, and the list that it stands in or the box around both boxes of it: pictures with a paragraph
        each agree in them."""
        box = self.view.runs[at].box
        around = list(islice(boxes_around(box), _LEVELS + 1))
        item = next((inner for inner in around if inner.tag == "li"), None)
        return self.view.shape(at), item.parent if item is not None else next(iter(around[2:]), None)
