"""One line for each word of the lists: what the word does, shown by the shortest text. `python -m
tests.cleaners.lexicon.lines` writes words.tsv anew, with a line for each word that the lists hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cleaners.kinds.genre import genre_of
from cleaners.lexicon import LISTS, fold, furniture, is_prose
from cleaners.metadata import Metadata
from cleaners.metadata.byline.labels import Kind, fields
from cleaners.metadata.byline.names import is_nobody, is_outlet, is_person, is_press
from cleaners.metadata.byline.outlets import has_outlet_form
from cleaners.metadata.dates.printed import Meaning, meaning_of
from cleaners.metadata.lines import starts_related
from cleaners.metadata.pagination import is_pager
from cleaners.metadata.people.credits import line_credits
from cleaners.metadata.title.strings import headline_of, says_nothing, tidy_title
from schemas import Role

WORDS = Path(__file__).with_name("words.tsv")


def _labels(kind: Role | Kind, form: str = "{}：王小明") -> Callable[[str], bool]:
    """Whether the word opens a field of a kind, and all of it is the label."""

    def check(word: str) -> bool:
        line = form.format(word)
        found = fields(line)
        return bool(found) and found[0].kind is kind and found[0].start == 0 and line.endswith(found[0].value)

    return check


def _means(meaning: Meaning) -> Callable[[str], bool]:
    return lambda word: meaning_of(fold(f"{word}："), "") is meaning


def _counts(name: str) -> Callable[[str], bool]:
    return lambda word: genre_of("", (word,), Metadata({})).figures[name] == 1


SHOWN: dict[str, Callable[[str], bool]] = {
    "dates.other": _means(Meaning.OTHER),
    "dates.publish": _means(Meaning.PUBLISHED),
    "dates.update": _means(Meaning.UPDATED),
    "fields.counter": _labels(Kind.OTHER),
    "fields.date": _labels(Kind.OTHER),
    "fields.not_source": _labels(Kind.OTHER),
    "fields.other": _labels(Kind.OTHER),
    "fields.source": _labels(Kind.SOURCE, "{}：河岸日报"),
    "fields.source_glued": _labels(Kind.SOURCE, "{}河岸日报"),
    **{name: _counts(name.removeprefix("genres.")) for name in LISTS if name.startswith("genres.")},
    "lines.beside_tool": lambda word: furniture(fold(f"返回首页 {word}")) == "tool",
    "lines.call": lambda word: furniture(fold(word)) == "promotion",
    "lines.filed": lambda word: furniture(fold(word), inside=True) == "record",
    "lines.particle": lambda word: is_prose(f"石桥已成 {word}且通车"),
    "lines.tool": lambda word: furniture(fold(word)) == "tool",
    "lines.whole": lambda word: furniture(fold(word), inside=True) == "tool",
    "names.compound": lambda word: is_person(f"{word}小明"),
    "names.end": lambda word: not is_person(f"王{word}"),
    "names.nobody": is_nobody,
    "names.place": lambda word: [c.name for c in line_credits(f"记者 王小明 {word}报道")] == ["王小明"],
    "names.tibetan": lambda word: is_person(f"{word}卓玛"),
    "names.way": lambda word: [c.name for c in line_credits(f"记者王小明{word}报道")] == ["王小明"],
    "names.word": lambda word: not is_person(word),
    "outlets.beside_date": lambda word: not has_outlet_form(word),
    "outlets.column": lambda word: not has_outlet_form(f"{word}新闻"),
    "outlets.end": lambda word: is_outlet(f"河岸{word}"),
    "outlets.known": has_outlet_form,
    "outlets.not_press": lambda word: not is_press(word),
    "outlets.press": lambda word: is_press(f"河岸{word}"),
    "pager.next": is_pager,
    "around.related": lambda word: starts_related(word) or starts_related(f"{word}新闻"),
    "roles.author": _labels(Role.AUTHOR),
    "roles.author_and_pictures": _labels(Role.AUTHOR, "{} 王小明"),
    "roles.author_open": _labels(Role.AUTHOR, "{} 王小明"),
    "roles.copy_editor": _labels(Role.COPY_EDITOR, "{} 王小明"),
    "roles.correspondent": _labels(Role.CORRESPONDENT, "{}王小明"),
    "roles.desk": _labels(Role.EDITOR, "{}编辑：王小明"),
    "roles.editor": _labels(Role.EDITOR, "{} 王小明"),
    "roles.editor_abbreviated": _labels(Role.EDITOR, "{} 王小明"),
    "roles.photographer": _labels(Role.PHOTOGRAPHER, "{} 王小明"),
    "roles.photographer_marked": _labels(Role.PHOTOGRAPHER),
    "roles.proofreader": _labels(Role.PROOFREADER, "{} 王小明"),
    "roles.rank": _labels(Role.REPORTER, "{}记者王小明"),
    "roles.reporter": _labels(Role.REPORTER, "{}王小明"),
    "roles.reporter_marked": _labels(Role.REPORTER),
    "roles.reviewer": _labels(Role.REVIEWER),
    "roles.reviewer_open": _labels(Role.REVIEWER, "{} 王小明"),
    "roles.translator": _labels(Role.TRANSLATOR, "{} 王小明"),
    "titles.badge": lambda word: tidy_title(f"[{word}]题目") == "题目",
    "titles.badge_before_blank": lambda word: tidy_title(f"{word} 题目") == "题目",
    "titles.badge_before_colon": lambda word: tidy_title(f"{word}：题目") == "题目",
    "titles.channel": lambda word: (
        headline_of(f"{word} | 街长制走进社区居民办事") == "街长制走进社区居民办事"
    ),
    "titles.page_kind": says_nothing,
    "titles.site_end": lambda word: headline_of(f"街长制走进社区-河岸{word}") == "街长制走进社区",
}
"""List to a check of one of its words: what holds with the word and not without it."""


def written() -> list[tuple[str, str]]:
    """The lines of words.tsv: list, word."""
    rows = (line.split("\t") for line in WORDS.read_text(encoding="utf-8").splitlines())
    return [(name, word) for name, word in rows]


if __name__ == "__main__":
    rows = [f"{name}\t{word}\n" for name in sorted(SHOWN) for word in LISTS[name]]
    WORDS.write_text("".join(rows), encoding="utf-8")
