"""The words that open a byline field (`作者：`, `责编/`, `记者 …`) and cutting a line into fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from cleaners.lexicon import filled, fold, signs_of, words
from cleaners.metadata.byline.names import is_person, names_alone
from schemas import Role


class Kind(StrEnum):
    """What a field holds, beside the people of `Role`."""

    SOURCE = "source"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a byline."""

    kind: Role | Kind
    value: str
    """Up to the next label; not yet cleaned."""
    marked: bool
    """Whether the label was followed by a colon, bar or slash: then the value is meant, whatever it looks like."""
    responsible: bool = False
    """Whether the label was 责任编辑 or 责编."""
    start: int = 0
    end: int = 0


_MARK = r"\s?[:：︰|｜丨/／╱∕\\】]\s?"
_NO_HAN = r"(?<![\u4e00-\u9fff])"
_RANKS = r"(?:<roles.rank>|驻[\u4e00-\u9fff]{1,4}){0,2}"

# (kind, how the label is followed, the label as the lexicon fills it, the lists one word of which it holds)
# "marked": only `作者：张三`; "open": also `编辑 张三`; "glued": also `记者张三`.
_LABELS: tuple[tuple[Role | Kind, str, str, str], ...] = (
    (Kind.OTHER, "marked", "<~fields.not_source>|<~fields.other>", "fields.not_source fields.other"),
    (
        Role.AUTHOR,
        "open",
        rf"{_NO_HAN}<roles.author_and_pictures>(?![\u4e00-\u9fff])",
        "roles.author_and_pictures",
    ),
    (Role.AUTHOR, "marked", rf"<~roles.author>|{_NO_HAN}文字?", "roles.author"),
    (Role.AUTHOR, "open", "<roles.author_open>", "roles.author_open"),
    (Role.CORRESPONDENT, "glued", "<~roles.correspondent>", "roles.correspondent"),
    (Role.PHOTOGRAPHER, "open", "<~roles.photographer>", "roles.photographer"),
    (
        Role.PHOTOGRAPHER,
        "marked",
        rf"{_NO_HAN}[摄图]|<~roles.photographer_marked>",
        "roles.photographer_marked",
    ),
    (Role.COPY_EDITOR, "open", "<~roles.copy_editor>", "roles.copy_editor"),
    (Role.REPORTER, "marked", "<~roles.reporter_marked>", "roles.reporter_marked"),
    (Role.REPORTER, "marked", "^<~roles.reporter_first>", "roles.reporter_first"),
    (Role.REPORTER, "glued", f"{_RANKS}<~roles.reporter>", "roles.reporter"),
    (Role.TRANSLATOR, "open", f"{_NO_HAN}<~roles.translator>", "roles.translator"),
    (Role.TRANSLATOR, "marked", f"{_NO_HAN}译", ""),
    (Role.PROOFREADER, "open", "<~roles.proofreader>", "roles.proofreader"),
    (Role.REVIEWER, "open", "^<~roles.reviewer_open>", "roles.reviewer_open"),
    (Role.REVIEWER, "marked", "<~roles.reviewer>", "roles.reviewer"),
    (
        Role.EDITOR,
        "open",
        "<roles.desk>{0,2}<~roles.editor>|<~roles.editor_abbreviated>",
        "roles.editor roles.editor_abbreviated",
    ),
    (Role.EDITOR, "open", f"{_NO_HAN}<~roles.editor_informal>", "roles.editor_informal"),
    (Role.EDITOR, "marked", f"{_NO_HAN}编", ""),
    (Kind.SOURCE, "marked", "<~fields.source>", "fields.source"),
    (Kind.SOURCE, "open", rf"{_NO_HAN}来\s?源", ""),
    (Kind.SOURCE, "glued", "^<fields.source_glued>", "fields.source_glued"),
    (Kind.OTHER, "marked", "<~fields.date>|<~fields.counter>", "fields.date fields.counter"),
)
_AFTER = {
    "marked": _MARK,
    "open": rf"(?:{_MARK}|\s{{1,4}})",
    "glued": rf"(?:{_MARK}|\s{{0,4}})",
}
_PURE = re.compile(r"<~?([a-z_.]+)>")
"""A label that is the words of one list: of those, the ones with the right first character are tried."""


def _firsts(label: str, lists: str) -> set[str]:
    """The characters with which a label may begin."""
    prefixes: tuple[str, ...] = ("roles.rank",) if label.startswith("(?:<roles.rank>") else ()
    prefixes += ("roles.desk",) if label.startswith("<roles.desk>") else ()
    return set(label) & set("驻文摄图译编来") | {
        word[0] for name in (*lists.split(), *prefixes) for word in words(name)
    }


class _ByFirst(Mapping[str, re.Pattern[str]]):
    """First character to the labels that begin with it: so few alternatives are tried at any place.

    Each is compiled when it is first wanted: all hundred and fifty take a seventh of the import of the package, and
    a page wants a dozen."""

    def __init__(self) -> None:
        self._labels: dict[str, list[int]] = {}
        self._compiled: dict[str, re.Pattern[str]] = {}
        for index, (_, _, label, lists) in enumerate(_LABELS):
            for first in _firsts(label, lists):
                self._labels.setdefault(first, []).append(index)

    def __getitem__(self, first: str) -> re.Pattern[str]:
        if first not in self._compiled:
            self._compiled[first] = re.compile("|".join(_source(i, first) for i in self._labels[first]))
        return self._compiled[first]

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)

    def __len__(self) -> int:
        return len(self._labels)


def _source(index: int, first: str) -> str:
    """A label with what follows it, as a group of its own."""
    _, use, label, _ = _LABELS[index]
    return f"(?P<k{index}>(?:{_only(label, first)})){_AFTER[use]}"


def _only(label: str, first: str) -> str:
    """A label as an expression, with only the words that begin with a character where it is a list or several."""
    parts = label.split("|") if "(" not in label else [label]
    if not all(_PURE.fullmatch(part) for part in parts):
        return filled(label)
    spaced = [r"\s?" if part[1] == "~" else "" for part in parts]
    listed = [
        between.join(map(re.escape, word))
        for part, between in zip(parts, spaced, strict=True)
        for word in sorted(words(part.strip("<~>")), key=lambda word: (-len(word), word))
        if word[0] == first
    ]
    return "|".join(listed)


_BY_FIRST = _ByFirst()
_STARTS = re.compile(f"[{re.escape(''.join(sorted(_BY_FIRST)))}]")
_UNMARKED = [lists for _, use, _, lists in _LABELS if use != "marked" for lists in lists.split()]
_HINT = re.compile(rf"[:：︰|｜丨/／╱∕\\]|{signs_of(*_UNMARKED)}")
_MARKED = re.compile(r"[:：︰|｜丨/／╱∕\\]\s?$")
_RESPONSIBLE = re.compile(filled("^<roles.responsible>"))
MAX_LINE = 300
"""A longer line is running text, not a byline."""


def _labels(folded: str) -> Iterator[re.Match[str]]:
    start = _STARTS.search(folded)
    while start:
        label = _BY_FIRST[start[0]].match(folded, start.start())
        if label:
            yield label
        start = _STARTS.search(folded, label.end() if label else start.end())


_ALONE = re.compile(
    filled(r"(?:(?P<author>文字?|<roles.author>)|(?P<reviewer><roles.reviewer>))\s{1,4}(?P<name>\S.{1,18})")
)


def _alone(line: str, folded: str) -> list[Field]:
    """`文字 王小明`, `核稿 李大为`, each a line of its own: a label without a mark before a person."""
    match = _ALONE.fullmatch(folded)
    if match is None or not names_alone(match["name"]):
        return []
    kind = Role.AUTHOR if match["author"] else Role.REVIEWER
    return [Field(kind, line[match.start("name") :], marked=True, end=len(line))]


_PORTAL = re.compile(
    r"发布者\s?[:：].{1,200}?原作者\s?[:：]\s?(?P<author>[^|]{1,20})(?:\|\s?来自\s?[:：]\s?(?P<source>[^|]{1,30}))?"
)


def _of_portal(line: str, folded: str) -> list[Field]:
    """Author and source in the info line of Discuz portals, where 发布者 is who put it there."""
    match = _PORTAL.search(folded)
    kinds = ((Role.AUTHOR, "author"), (Kind.SOURCE, "source")) if match else ()
    return [
        Field(
            kind, line[slice(*match.span(name))].strip(), True, start=match.start(name), end=match.end(name)
        )
        for kind, name in kinds
        if match and match[name]
    ]


def _of_desks(found: list[Field], line: str) -> list[Field]:
    """`作者：健康编辑 王小明`: what the author is, where 编辑 is glued to what stands before it."""
    for at, (field, following) in enumerate(pairwise(found)):
        opened = field.kind is Role.AUTHOR and field.marked and bool(field.value)
        glued = following.kind is Role.EDITOR and not following.marked and line[following.start - 1].isalnum()
        if opened and glued and not is_person(field.value):
            author = replace(field, value=following.value, end=following.end)
            return [*found[:at], author, *found[at + 2 :]]
    return found


def _of_accounts(found: list[Field], folded: str) -> list[Field]:
    """`来源：微信公众号：某某读书`: the account is the source."""
    for at, (field, following) in enumerate(pairwise(found)):
        named = folded.startswith("公众号", following.start)
        if field.kind is Kind.SOURCE and field.value in ("", "微信") and named:
            whole = replace(following, kind=Kind.SOURCE, start=field.start)
            return [*found[:at], whole, *found[at + 2 :]]
    return found


def fields(line: str, folded: str | None = None) -> list[Field]:
    """The fields of a byline, in printed order; `folded` is the line as `fold` gives it, where it is known."""
    if len(line) > MAX_LINE:
        return []
    folded = fold(line) if folded is None else folded
    if not _HINT.search(folded):
        return _alone(line, folded)
    labels = list(_labels(folded))
    if not labels:
        return _alone(line, folded)
    ends = [match.start() for match in labels[1:]] + [len(line)]
    found = [
        Field(
            kind=_LABELS[int((match.lastgroup or "k0")[1:])][0],
            value=line[match.end() : end].strip(),
            marked=bool(_MARKED.search(match.group())),
            responsible=bool(_RESPONSIBLE.match(match.group())),
            start=match.start(),
            end=end,
        )
        for match, end in zip(labels, ends, strict=False)
    ]
    return _of_portal(line, folded) + _of_accounts(_of_desks(found, line), folded)


_FIELD = 60
"""Characters of a line that is a field."""
_WORK = re.compile(r"(?:《[^《》]{1,24}》\s?)?")
_COUNTED = re.compile(filled(r"(?:<fields.counter>|<fields.date>)\s?[:：]"))


def tells_field(line: str) -> bool:
    """A line opens with a label of a byline, of a counter or of a day; the name of the work may stand before that."""
    found = fields(line) if len(line) <= _FIELD else []
    if not found or not found[0].marked:
        return False
    before = _WORK.match(line)
    opens = found[0].start == (before.end() if before else 0)
    return opens and (found[0].kind is not Kind.OTHER or _COUNTED.match(fold(line)) is not None)
