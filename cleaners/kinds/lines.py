"""What text without markup is: the judge of dumps, by lines alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from cleaners.kinds.families import goods, leads_elsewhere, teasers
from cleaners.kinds.front import front_page
from cleaners.kinds.genre import genre_of
from cleaners.kinds.grounds import BRIEF, MIN_CHARS
from cleaners.kinds.judge import Verdict, not_taken
from cleaners.kinds.languages import foreign, garbled
from cleaners.kinds.notices import told_notice
from cleaners.kinds.spam import stuffed
from cleaners.kinds.stamps import STAMP
from cleaners.lexicon import expression, fold
from cleaners.readings.noise.sentences import is_sentence
from schemas import Kind, Reason

if TYPE_CHECKING:
    from cleaners.document import Body, Document
    from cleaners.metadata import Metadata

_RUNNING = re.compile(r"[，,。；;]")
_LONG, _LABEL, _PARAGRAPH = 30, 40, 60
_STAMP = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}")
_DAY = re.compile(r"\d{1,2}[-/.月]\d{1,2}日?\s|今天\s?\d")
"""How a line begins that is an entry's, beside the stamps of posts: `11-02 某题`, `今天 09:21`."""
_TOLD = re.compile(r"[。！？!?；;]|^(?=.{20}).*[，,]")
_STOPPED = re.compile(r"[。！？][”」』）)]?$")
_LABELLED = re.compile(rf"([^\W\d]{{2,6}})\s?[:：]\s?(?:{_STAMP.pattern})")
_FLOOR = re.compile(r"\d\s?[楼樓]|#\d|楼层|樓層|回复|回覆|发表于|發表於")
_DIGITS = re.compile(r"\d+")
_FOUND = re.compile(
    r"(?:找到|搜索到|检索到|搜[寻尋]到|[约約]有?).{0,8}\d[\d,万]{0,8}\s?[个個条條篇项項]?(?:相[关關])?的?[结結]果"
    r"|(?:找到|搜索到|检索到|搜[寻尋]到)的?(?:相[关關])?[结結]果"
    r"|(?:找到|搜索到|检索到).{0,30}(?:结果|記錄|记录|信息).{0,4}\d[\d,万]{0,8}\s?[个個条條篇项項]"
    r"|(?:搜索到|检索到|查询到)\s?\d[\d,]{0,8}\s?[个個条條篇项項].{0,24}(?:信息|记录|内容|文章|资讯)"
)
_CHAPTER = re.compile(r"\W{0,3}第\s?[\d〇零一二三四五六七八九十百千两兩]{1,7}\s?[章回节節卷話话集]")
_CHAPTERS = 5
"""Headings of chapters that are a table of contents."""
_SEVERAL = re.compile(r"消歧义页|消歧義頁|同名条目|同名條目")
_CUT = re.compile(r"(?:\.{3}|…)\W{0,2}$")
_FORM = expression("<notices.form>", needs="notices.form")
_HEAD, _ABOVE = 6, 30
"""Lines at the head or the foot that say what the page is, and above the first running line, behind a menu."""
_SOME = 3
_FEW = 200
"""Characters of a text that may be a description among labels."""
_FIRST = 2
"""Paragraphs of a text that may be a notice; at its foot a notice is furniture."""
_LINKED = 0.6
_SAMPLE = 1000


def judge_lines(doc: Document, body: Body, title: str, found: Metadata) -> Verdict:
    """What a dump is, and why it is not taken."""
    text = "\n".join(body.paragraphs)
    lines = [run.text for run in doc.runs]
    if lost := garbled(text or "\n".join(lines)):
        return Verdict(Kind.SHELL, Reason.GARBLED, lost)
    near = "\n".join([title, *body.paragraphs[:_FIRST]])
    if len(text) < MIN_CHARS:
        near = "\n".join([near, *lines])[:_SAMPLE]
    genre = genre_of(doc, body, title, found)
    if len(text) < BRIEF and not genre.told and (notice := told_notice(near)):
        return not_taken(*notice)
    if sum(map(len, body.paragraphs)) < _FEW and (form := _form(lines)):
        return not_taken(Kind.LOGIN, form)
    if not foreign(text) and (
        spam := stuffed(title, body.paragraphs if len(text) >= MIN_CHARS else tuple(lines))
    ):
        return not_taken(Kind.SPAM, spam)
    if (listed := _list(doc, lines, body, signed=bool(found["credits"]))) is not None:
        return listed
    unsigned = not (found["published_at"] or found["source"] or found["credits"])
    if unsigned and (columns := front_page(lines, body.paragraphs)):
        return not_taken(Kind.HOME, columns)
    if len(text) < MIN_CHARS:
        reason = Reason.TOO_SHORT if text else Reason.NO_TEXT
        return Verdict(
            Kind.SHELL, reason, f"shell: {len(text)} characters" if text else "shell: no running text"
        )
    if other := foreign(text):
        return Verdict(Kind.ARTICLE, Reason.NOT_CHINESE, other)
    if kind := genre.other():
        return not_taken(*kind)
    return Verdict(Kind.ARTICLE)


def _form(lines: list[str]) -> str:
    """How many lines are of a form to log in, where so many are; '' else."""
    count = sum(_FORM.search(fold(line)) is not None for line in lines if len(line) <= _LABEL)
    return f"{count} lines are of a form to log in" if count >= _SOME else ""


def _list(doc: Document, lines: list[str], body: Body, *, signed: bool = False) -> Verdict | None:
    """Entries of a list, or of a catalogue; verse that somebody signed has no sentences either."""
    if body.link_share > _LINKED:
        return not_taken(Kind.LIST, f"{body.link_share:.0%} of the text is links")
    if elsewhere := teasers(doc, body) or _lone_teaser(body):
        return not_taken(Kind.CHANNEL, elsewhere)
    if chapters := _contents(body):
        return not_taken(Kind.LIST, chapters)
    if told := _told(lines, body):
        return told
    untold = "" if signed else _untold(lines, body)
    if dated := _dated(lines, max(map(len, body.paragraphs), default=0)) or untold:
        return not_taken(Kind.LIST, dated)
    if sum(map(len, body.paragraphs)) < _FEW and (alike := _alike(lines)):
        return not_taken(Kind.PRODUCT, alike)
    if sum(len(line) for line in body.paragraphs if _is_told(line)) < _FEW and (labels := goods(doc)):
        return not_taken(Kind.PRODUCT, labels)
    return None


def _contents(body: Body) -> str:
    """How many lines of the text are headings of chapters, where they are most of it and nothing is told; '' else."""
    chapters = sum(len(line) <= _LABEL and _CHAPTER.match(line) is not None for line in body.paragraphs)
    most = chapters >= _CHAPTERS and chapters * 3 >= len(body.paragraphs) * 2
    told = any(map(_is_told, body.paragraphs))
    return f"{chapters} of {len(body.paragraphs)} lines are chapters" if most and not told else ""


def _told(lines: list[str], body: Body) -> Verdict | None:
    """What the lines say of themselves: results of a search, several things of one name; or they are snippets, cut short."""
    if any(map(_counts, _above(lines))):
        return not_taken(Kind.SEARCH, "counts what was found")
    if any(map(_SEVERAL.search, lines[-_HEAD:])):
        return not_taken(Kind.LIST, "several things of one name")
    running = [line for line in body.paragraphs if _is_running(line)]
    cut = sum(_CUT.search(line) is not None for line in running)
    if cut >= _SOME and cut * 3 >= 2 * len(running):
        return not_taken(Kind.CHANNEL, f"{cut} of {len(running)} paragraphs are cut short")
    return None


def _above(lines: list[str]) -> Iterator[str]:
    """The lines that say what the page is: the first, and those down to its first running line."""
    yield from lines[:_HEAD]
    yield from takewhile(lambda line: not _is_running(line), lines[_HEAD:_ABOVE])


def _counts(line: str) -> bool:
    """It says how much a search found, and is no sentence, which may tell so of a search."""
    return _FOUND.search(line) is not None and not is_sentence(fold(line))


def _is_running(line: str) -> bool:
    return len(line) >= _LONG and _RUNNING.search(line) is not None


def _is_told(line: str) -> bool:
    """Running text, or a sentence to its stop."""
    return _is_running(line) or _STOPPED.search(line) is not None


def _lone_teaser(body: Body) -> str:
    running = [paragraph for paragraph in body.paragraphs if len(paragraph) >= _LONG]
    return (
        "its one paragraph leads to a full text" if len(running) == 1 and leads_elsewhere(running[0]) else ""
    )


def _dated(lines: list[str], longest: int) -> str:
    """A date on a short line, again and again, each with one paragraph of its own or none: entries of a list. Posts of a
    thread, which look so, too, name their floors; an article has two paragraphs between two dates somewhere."""
    stamps, running, together, most = 0, 0, 0, 0
    labels = Counter(found.group(1) for line in lines if (found := _LABELLED.match(line)))
    for line in lines:
        if len(line) <= _LABEL and _STAMP.search(line) and not _is_record(line, labels):
            stamps, together = stamps + 1, 0
        elif _is_running(line):
            running, together = running + 1, together + 1
            most = max(most, together)
    entries = running >= _SOME or longest < _PARAGRAPH
    if stamps < _SOME or most > 1 or not entries or any(map(_FLOOR.search, lines)):
        return ""
    return f"{stamps} dates among {running} paragraphs"


def _untold(lines: list[str], body: Body) -> str:
    """Days and times on short lines again and again, where nothing is told: topics of a board, an archive by month."""
    if any(_TOLD.search(line) for line in body.paragraphs):
        return ""
    stamps = sum(len(line) <= _LABEL and bool(STAMP.match(line) or _DAY.match(line)) for line in lines)
    return f"{stamps} dates, and no sentence" if stamps > _SOME else ""


def _is_record(line: str, labels: Counter[str]) -> bool:
    """A date behind a label that the page has once or twice: of one text, 发文日期 and 发布时间. Entries repeat theirs."""
    found = _LABELLED.match(line)
    return found is not None and labels[found.group(1)] < _SOME


def _alike(lines: list[str]) -> str:
    """Lines of one form, digits aside: pages of a document, rows of a catalogue."""
    forms = Counter(_DIGITS.sub("0", line) for line in lines if _DIGITS.search(line))
    same = sum(count for count in forms.values() if count >= _SOME)
    return (
        f"{same} of {len(lines)} lines differ in their numbers only"
        if same and same * 3 >= len(lines)
        else ""
    )
