"""Headings that end the article or open a box of something else. They are written in Simplified, with words of the
lexicon; lines are folded first."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaners.lexicon import filled


class Section(NamedTuple):
    rule: str
    pattern: re.Pattern[str]
    button: bool
    """It is no subhead even where the article goes on below it: 广告, 分享."""


_FRAME = r"[^\w]{{0,4}}(?:{})(?>[:：>》»\]】）)\s]|[(（][^()（）]{{0,20}}|MORE|more|更多|\d|/|[-—–·•*=~▼▲▽△↓↑■◆])*+$"


def _section(rule: str, template: str, button: bool = False) -> Section:
    return Section(rule, re.compile(_FRAME.format(filled(template))), button)


SECTIONS: tuple[Section, ...] = (
    _section("related", r"<headings.lead>(?:的?(?:<headings.thing>|<headings.list>)){1,2}"),
    _section("related",
        r"<headings.other>|.{0,6}最受欢迎|<headings.thing>推荐|.{0,8}(?:都|也|还)在(?:看|搜|读|追)|[你您]?可能(?:也|还|会){0,2}(?:喜欢|想看|[感有]兴趣|错过了?).{0,8}|"
        r".{0,6}(?<!不)感兴趣的?.{0,6}|.{0,6}热搜.{0,3}|.{0,6}排行榜?|"
        r".{0,6}<headings.these>(?:<headings.thing>){1,2}.{0,2}(?:兴趣|推荐)|最多人<headings.looked>的?.{0,4}<headings.thing>|"
        r"<headings.when>的?<headings.written>"),
    _section("related",
        r"<headings.relating>(?:<headings.related_thing>|<headings.thing>){1,2}|更多(?:关于|有关).{1,20}|"
        r".{1,12}?的?(?:其[他它]|更多|相关(?:类似|推荐)?)<headings.written>|其[他它][^，。：]{0,6}(?:<headings.thing>)|"
        r"更多.{2,16}报[道导]|更多[^，。：]{1,10}(?:新闻|文章|资讯)"),
    _section("comment", r"<headings.reader>?<headings.comment>(?:区|列表|规范|须知)?|"
        r"(?:新闻|文章)(?:讨论|评论)(?:区|规范)?|(?i:<headings.comment_latin>)|评论[:：（(].{0,36}|"
        r"[对关于]{0,2}[《“「][^》”」]{1,28}[》”」][上的中]?(?:[共已]?有)?\s?(?:\d{1,5}|一)\s?[条则个篇](?:<headings.comment>|想法)"),
    _section("byline",
        r"(?:关于|本文)?<bylines.described><headings.card>|关于(?:本文)?<bylines.described>"),
    _section("aside", r"<headings.aside>"),
    _section("share", r"<headings.share>", True),
    _section("advertisement", r"(?:广告\W{0,2}\s?)?(?i:<headings.advertisement>)[.…]*", True),
    _section("vote",
        r"<headings.vote>|[您你]?看(?:完|到|过).{0,20}(?:感[觉受想]|心情).{0,12}|.{0,6}新闻表情|.{0,10}的心情.{0,6}|"
        r"<buttons.judged>.{0,6}对?[您你]?.{0,4}(?:帮助|帮到[您你]|用)(?:吗？?|么？?|？)"),
    _section("disclaimer", r"[\u3400-\u9fff]{0,14}<headings.notice>声明"),
    _section("tags", r"<headings.tags_of>?<headings.tags>"),
    _section("video", r"视频<headings.video>"),
)  # fmt: skip  # laid out for reading
_MAX = 40


_OPEN = re.compile(filled(r"^\W{0,4}(?:<headings.open>|相关\W*$)"))


def is_telling(folded: str) -> bool:
    """A heading that hardly stands over a part of an article, as 国内新闻 or 评论 may."""
    return _OPEN.match(folded) is None


def section(folded: str) -> Section | None:
    """The heading's entry in the table, or None."""
    if len(folded) > _MAX:
        return None
    for entry in SECTIONS:
        if entry.pattern.match(folded):
            return entry
    return None
