"""Invented dumps of many platforms: which lines are the text, and what its header says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from cleaners import Cleaner, Rejected
from schemas import Article, Flag, Kind, Precision, Reason, Role

DUMPS = Path(__file__).with_name("dumps.txt")
SENTENCES = {
    "S1": "清晨的雾气还没有散去,镇上的人们已经聚在河边,等着看新修的石桥第一次通车。",
    "S2": "据镇里介绍,这三座石桥一共花了两年时间,资金大部分来自村民自愿的捐款和县里的补助。",
    "S3": "过去孩子们上学要坐渡船,遇到涨水的日子就只能绕路,来回要多走四十分钟的山路。",
    "S4": "守桥的林老伯说,他从二十岁起就在这里撑船,如今桥修好了,他反而有些舍不得那条船。",
    "S5": "河水慢慢地流着,两岸的芦苇又白了,风一吹,像是有人在远处轻轻地招手。",
    "S6": "到了傍晚,桥上的灯一盏一盏亮起来,照着回家的人,也照着桥下静静的流水。",
}


@dataclass(frozen=True)
class Dump:
    name: str
    fields: dict[str, str]
    lines: list[tuple[str, str]]
    """Mark and line."""

    @property
    def raw(self) -> str:
        return "\n".join(line for _, line in self.lines)


@cache
def dumps() -> dict[str, Dump]:
    blocks = DUMPS.read_text(encoding="utf-8").split("\n### ")[1:]
    return {dump.name: dump for dump in map(_read, blocks)}


def _read(block: str) -> Dump:
    head, *lines = block.strip("\n").split("\n")
    name, *told = (part.strip() for part in head.split("|"))
    for short, sentence in SENTENCES.items():
        lines = [line.replace(short, sentence) for line in lines]
    fields = dict(part.partition("=")[::2] for part in told)
    return Dump(name, fields, [(line[0], line[2:]) for line in lines])


def _values(article: Article) -> dict[str, str]:
    at, day = article.published_at, article.published_precision is Precision.DAY
    named = {
        role: ",".join(credit.name for credit in article.credits if credit.role is role) for role in Role
    }
    return {
        "title": article.title,
        "published": at.strftime("%Y-%m-%d" if day else "%Y-%m-%dT%H:%M") if at else "",
        "source": article.source or "",
        "reporters": named[Role.REPORTER],
        "authors": ",".join(article.authors),
        "editors": ",".join(article.editors),
    }


@pytest.mark.parametrize("name", [name for name, dump in dumps().items() if "no" not in dump.fields])
def test_article(name: str) -> None:
    dump = dumps()[name]
    undecided = {" ".join(line.split()) for mark, line in dump.lines if mark == "~"}
    text = Cleaner(script="original").clean_text(dump.raw).text.split("\n")
    wanted = [" ".join(line.split()) for mark, line in dump.lines if mark == "+"]
    assert [line for line in text if line not in undecided] == wanted
    values = _values(Cleaner().clean_text(dump.raw))
    assert {field: values[field] for field in dump.fields} == dump.fields


@pytest.mark.parametrize("name", [name for name, dump in dumps().items() if "no" in dump.fields])
def test_no_article(name: str) -> None:
    with pytest.raises(Rejected):
        Cleaner().clean_text(dumps()[name].raw)


def test_text_for_search_engines_is_spam() -> None:
    with pytest.raises(Rejected) as refused:
        Cleaner().clean_text(dumps()["spam"].raw)
    assert refused.value.rejection.kind is Kind.SPAM
    assert refused.value.rejection.reason is Reason.OTHER_KIND


def test_one_line_is_flagged() -> None:
    line = " ".join(
        ["首页 新闻 三座石桥通车 2026-03-04 10:20 来源:云溪日报", *SENTENCES.values(), "相关新闻"]
    )
    article = Cleaner().clean_text(line)
    assert Flag.DOUBTFUL in article.flags
    assert article.provenance["doubtful"].startswith("one line of")


def test_one_line_with_gaps_is_read() -> None:
    parts = ["首页  新闻", "三座石桥通车", "2026-03-04 10:20 来源:云溪日报", *SENTENCES.values()]
    article = Cleaner().clean_text("  ".join(parts))
    assert (article.title, article.source) == ("三座石桥通车", "云溪日报")
    assert article.text.split("\n") == list(SENTENCES.values())
    assert Flag.DOUBTFUL not in article.flags


def test_a_short_line_with_gaps_is_read() -> None:
    line = "首页　　散文　　石桥镇的秋天　　2023-10-20　　" + "　　".join([*SENTENCES.values()][:3])
    article = Cleaner().clean_text(line)
    assert (article.title, f"{article.published_at:%Y-%m-%d}") == ("石桥镇的秋天", "2023-10-20")
    assert article.text.split("\n") == [*SENTENCES.values()][:3]


def test_json_is_no_dump() -> None:
    with pytest.raises(Rejected) as refused:
        Cleaner().clean_text(json.dumps({"title": "三座石桥", "content": SENTENCES["S1"]}))
    assert refused.value.rejection.reason is Reason.NOT_HTML
