"""Lines that keep their place though a rule of words or of form would take them: the words mean something else there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from cleaners.document import Box
from cleaners.lexicon import any_of
from cleaners.lexicon.commands import is_command, is_taught
from cleaners.metadata.dates.numbers import number
from cleaners.metadata.works import ROW, describes_work
from cleaners.readings.linked import Linked
from cleaners.readings.noise.facts import is_event, is_fact
from cleaners.readings.noise.line import COUNTED, DATE, SIGNED_ON, TOLD_AT
from cleaners.readings.places import Places
from cleaners.readings.scope import Scope

_DATA = frozenset(["pagination", "counter", "video", "dateline", "label", "link", "byline", "tool"])
"""Rules that never take a cell of a table of data."""
_FACTS = frozenset(["dateline", "byline", "label", "link", "contact"])
"""Rules that never take a line among the facts of a notice."""
_SIGNED = 24
"""Longest name under a text."""
_BARE = re.compile(
    r"(?:19|20)\d\d|[(（]?\d{1,3}(?:\.\d{1,3})?[)）.、]?|[vV]?\d{1,3}(?:\.\d{1,3}){2}|\d{1,3}[:：]\d{1,3}|[…—.·*＊]{1,8}"
)
"""Numbers of chapters and releases, times of a chronicle, scores, breaks."""
_DAY = re.compile(DATE)
_SIGNED_AT = re.compile(
    rf"(?:{DATE})\W?(?:[写作记改]|完稿)?于\w{{2,16}}|(?:[写作记改]|完稿)?于\w{{2,12}}\W?(?:{DATE})"
)
"""`2026年5月9日于三号码头` under an essay."""
_SEVERAL = 3
"""Times over entries that make a live report."""
_LESSONS = 2
"""Paragraphs that speak of an interface and make a lesson."""
_BUTTONS = frozenset(["button", "a", "label", "form", "li"])
_ITEMS = 4
"""Lines above an item among which the one before it stands."""
_SENT_TO = re.compile(r"\W{0,3}[\u3400-\u9fff]{0,6}(?:邮箱|信箱|邮件|电话|地址)\s?[:：]")
"""Where works or letters to a notice go."""
_NEIGHBOUR = re.compile(r"\W{0,3}(?:延伸|相关|更多)\w{0,2}\s?[:：]\s?\S")
"""What names another story in a dump, where no link tells so."""
_WORD = re.compile(r"[\u4e00-\u9fff]{1,4}")
_VOLUME = re.compile(r"\W{0,3}[上中下]篇\s?[:：]")
_OFFICE = re.compile(
    r"\w{4,24}(?:会|局|部|委|公司|学校|[中小]学|大学|中心|院|处|办公室|社|站|团|组|政府|馆|所|厅)"
)
_NOTE = re.compile(r"\W{0,3}(?:本文)?(?:作者|译者)(?:简介|介绍)\s?[:：]")
_INSIDE = frozenset(["more", "keyword", "neighbour"])
"""Rules that take no line between the paragraphs unless it leads elsewhere."""
_UNFOLD = re.compile(rf"\W{{0,4}}{any_of('buttons.unfold')}\W{{0,4}}")
_KEYWORDS = re.compile(r"\W{0,3}(?:\w{0,2}标签|关键[词字]|Tags?|TAGS?)\s?[:：]|#")
"""What names keywords wherever it stands; 分类 and 栏目 may be facts of a species or a book."""
_LEADS = re.compile(
    r"(?:更多|全文|原文|详情|下一?页(?:继续)?(?:阅读)?|[>＞»…]{1,3})\W*$|^[^:：]*+[:：]\s?\S+(?:\s\S+){2,}$"
)


@dataclass
class Exceptions:
    """Data of a table, facts of a notice, speakers, signatures, numbers of chapters, linked paragraphs."""

    scope: Scope
    places: Places
    rules: list[str]
    """Of each run of the page; read here."""

    def keeps(self, index: int, rule: str) -> bool:
        """A line that a rule of words would take is content."""
        return self._is_content(index, rule) or (
            rule == "link" and (self._linked.is_printed_address(index) or self._linked.is_addressed(index))
        )

    def keeps_link(self, index: int) -> bool:
        """A line that is a link is content."""
        return self._linked.is_text(index)

    @cached_property
    def _linked(self) -> Linked:
        return Linked(self.scope, self.places, self.rules)

    def _is_content(self, index: int, rule: str) -> bool:
        """The words of a rule mean something else here: data of a table, facts of a notice, a speaker, a signature."""
        if self.places.is_cell(index) and rule in _DATA:
            return True
        if rule in _FACTS and (
            self._is_among_facts(index) or (rule != "link" and is_event(self.scope.view.folded(index)))
        ):
            return True
        if (
            rule == "disclaimer"
            and _SENT_TO.match(self.scope.view.folded(index))
            and self._is_among_facts(index)
        ):
            return True
        if rule in ("byline", "editor", "label") and self.scope.is_speaker(index):
            return True
        if (rule == "byline" and self._is_of_work(index)) or self._counts_on(index):
            return True
        if self.scope.view.link[index]:
            return False
        if rule in ("pagination", "video", "counter", "dateline") and index in self._entries:
            return True
        if rule in ("pagination", "video", "counter"):
            return self._is_number(index)
        if rule in ("tool", "promotion") and self._is_taught_there(index):
            return True
        if rule == "tool":
            return self._is_word(index)
        if (
            rule == "neighbour"
            and _VOLUME.match(self.scope.view.folded(index))
            and self.places.is_beside(index)
        ):
            return not self.scope.view.runs[index].link_chars
        if rule == "byline" and (self._is_office(index) or self._is_note(index)):
            return True
        if (
            rule in _INSIDE
            and not self.places.is_edge(index)
            and not _KEYWORDS.match(self.scope.view.folded(index))
        ):
            return not self._leads_on(index, rule)
        if rule == "crumb":
            return bool(self.places.goods) and index > self.places.goods[0]
        return rule == "dateline" and (self._is_signature(index) or self._is_dated_head(index))

    def _counts_on(self, index: int) -> bool:
        """An item whose number is the next to that of one above it."""
        number = self._number(index)
        above = range(max(self.scope.start, index - _ITEMS), index)
        return number > 1 and any(self._number(at) == number - 1 and self.rules[at] == "body" for at in above)

    def _number(self, index: int) -> int:
        """The number with which a line begins, `三、` or `3.`; 0 for none."""
        found = COUNTED.match(self.scope.view.runs[index].text)
        return number(found[1]) if found is not None else 0

    def _is_of_work(self, index: int) -> bool:
        """It names who made the book or the film that the paragraphs below tell of."""
        above = bool(self.places.goods) and index < self.places.goods[-1]
        first = max(0, index - ROW)
        near = self.scope.view.runs[first : index + ROW + 1]
        return above and describes_work([run.text for run in near], index - first)

    def _is_word(self, index: int) -> bool:
        """The words of a tool are the text's: a subhead, or one of the steps that a list tells."""
        folded = self.scope.view.folded(index)
        if is_command(folded.lower(), inside=True):
            return self._is_step(index)
        return self._is_subhead(index) and not _UNFOLD.fullmatch(folded)

    def _is_step(self, index: int) -> bool:
        """An item of a list, with an item of other words beside it."""
        item = self.scope.view.runs[index].box
        if item is None or item.tag != "li" or self.places.is_edge(index):
            return False
        beside = (at for at in (index - 1, index + 1) if self.scope.start <= at < self.scope.end)
        return any(self._is_told_beside(at, item) for at in beside)

    def _is_told_beside(self, index: int, item: Box) -> bool:
        box, folded = self.scope.view.runs[index].box, self.scope.view.folded(index)
        told = box is not None and box.tag == "li" and box.parent is item.parent
        return told and not is_command(folded.lower(), inside=False)

    def _is_note(self, index: int) -> bool:
        """What is said of the author in a paragraph like the others, no card."""
        return self.places.is_among(index) and _NOTE.match(self.scope.view.folded(index)) is not None

    def _leads_on(self, index: int, rule: str) -> bool:
        """It is a link, ends as links do, is a command, or stands beside its twin: 上一篇 and 下一篇."""
        view = self.scope.view
        if is_command(view.folded(index).lower(), inside=True):
            return not (self._is_taught or self._is_step(index))
        beside = (at for at in (index - 1, index + 1) if self.scope.start <= at < self.scope.end)
        twin = rule == "neighbour" and any(view.noise(at, edge=True) == rule for at in beside)
        named = (
            self.scope.box is None
            and rule == "neighbour"
            and _NEIGHBOUR.match(view.folded(index)) is not None
        )
        return (
            twin or named or view.runs[index].link_chars > 0 or _LEADS.search(view.folded(index)) is not None
        )

    def _is_taught_there(self, index: int) -> bool:
        """A command among the paragraphs of a text that teaches an interface."""
        command = is_command(self.scope.view.folded(index).lower(), inside=True)
        return command and self._is_taught and not self.places.is_edge(index)

    @cached_property
    def _is_taught(self) -> bool:
        """The text speaks of buttons and menus again and again."""
        view = self.scope.view
        return sum(is_taught(view.folded(at)) for at in self.places.goods) >= _LESSONS

    def is_told(self, index: int) -> bool:
        """It stands under a time of a live report."""
        return index - 1 in self._entries and not self.scope.view.link[index]

    @cached_property
    def _entries(self) -> frozenset[int]:
        """The times over the entries of a live report: several of one shape, each over a line of text."""
        view, shapes = self.scope.view, Counter[tuple[str, ...]]()
        times = [
            at for at in range(self.scope.start, self.scope.end - 1) if TOLD_AT.fullmatch(view.folded(at))
        ]
        times = [
            at for at in times if at + 1 not in times and not (view.link[at + 1] or self.scope.marks[at])
        ]
        shapes.update(view.shape(at) for at in times)
        return frozenset(at for at in times if shapes[view.shape(at)] >= _SEVERAL)

    def _is_subhead(self, index: int) -> bool:
        """A word between the paragraphs, where and as they stand: 评论 over a part of the text, a line of verse."""
        box, goods = self.scope.view.runs[index].box, self.places.goods
        if box is None or box.tag in _BUTTONS or not goods or not goods[0] < index < goods[-1]:
            return False
        return bool(_WORD.fullmatch(self.scope.view.runs[index].text)) and self.places.is_beside(index)

    def _is_office(self, index: int) -> bool:
        """The name of an office over the date on which it signed."""
        view = self.scope.view
        below = bool(self.places.goods) and self.places.goods[-1] < index < self.scope.end - 1
        return below and bool(
            _OFFICE.fullmatch(view.folded(index)) and _DAY.fullmatch(view.folded(index + 1))
        )

    def _is_number(self, index: int) -> bool:
        """A number of a chapter or a time of a chronicle, where paragraphs stand, and not among others of a pager."""
        if _BARE.fullmatch(self.scope.view.runs[index].text) is None or not self.places.is_beside(index):
            return False
        beside = (at for at in (index - 1, index + 1) if self.scope.start <= at < self.scope.end)
        timed = ":" in self.scope.view.folded(index)
        return timed or not any(self.scope.view.noise(at, edge=True) == "pagination" for at in beside)

    def _is_dated_head(self, index: int) -> bool:
        """One of several dates that stand over paragraphs: a chronicle."""
        return not self.places.is_edge(index) and index in self._days and len(self._days) > 1

    @cached_property
    def _days(self) -> frozenset[int]:
        """Lines between the paragraphs that are a date and nothing else."""
        inside = range(self.places.goods[0], self.places.goods[-1])
        return frozenset(at for at in inside if _DAY.fullmatch(self.scope.view.folded(at)))

    def _is_among_facts(self, index: int) -> bool:
        near = (at for at in (index - 1, index, index + 1) if self.scope.start <= at < self.scope.end)
        return any(is_fact(self.scope.view.folded(at)) for at in near)

    def _is_signature(self, index: int) -> bool:
        """The date under the name of those who sign; an office may sign above the paper that it encloses."""
        before = self.scope.view.runs[index - 1]
        if _SIGNED_AT.fullmatch(self.scope.view.folded(index)) and self.places.goods:
            return index > self.places.goods[-1]
        return (
            SIGNED_ON.fullmatch(self.scope.view.folded(index)) is not None
            and bool(self.places.goods)
            and (
                index > self.places.goods[-1]
                or _OFFICE.fullmatch(self.scope.view.folded(index - 1)) is not None
            )
            and self.rules[index - 1] == "body"
            and len(before.text) <= _SIGNED
        )
