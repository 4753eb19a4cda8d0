"""Lines that say who made the text, when, and under which headline it was printed before."""

from __future__ import annotations

from cleaners.brackets import CLOSING, OPENING
from cleaners.readings.noise.line import CLOCK, DATE, END, NAME, Line, line

_COLON, _OPEN = r"\s?[:：/／╱丨|｜]", rf"[{OPENING}<＜「\s]"
_LABEL = "(?:<bylines.label>|<bylines.editor>|<bylines.taken>)"
_MONTH = r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}|[一二三四五六七八九十]{1,2}月)"

BYLINES: tuple[Line, ...] = (
    line("editor", 60, 60,
        rf"^{_OPEN}{{0,3}}(?:本文|稿件)?<bylines.editor>(?:{_COLON}|\s?(?!<bylines.not_name>){NAME}{END})"),
    line("editor", 60, 60, rf"^<bylines.instance>{_COLON}\s?{NAME}(?:[\s、，|｜/／]|{END})"),
    line("byline", 60, 60, rf"^{_OPEN}{{1,3}}{_LABEL}{_COLON}[^。！？]{{0,50}}$"),
    line("byline", 24, 24,
        rf"^[{OPENING}<＜「]\w{{0,6}}(?:<bylines.person>|作者)\s?[:：/]?[\s\w·、,，]{{0,16}}[{CLOSING}>]$"),
    line("byline", 0, 70, rf"^{_LABEL}{_COLON}\s?[^。！？]{{0,60}}$"),
    line("byline", 0, 60,
        rf"^[□■◎●○◆•\-—\s{OPENING}]{{0,4}}(?:[文图摄][/／\\|｜\s]{{1,16}})?[\w/／]{{0,12}}<bylines.person>"
        rf"(?!<bylines.not_name>)[\s:：/／丨|｜]{{0,3}}{NAME}"
        rf"(?:[\s、,，/／]{{1,3}}(?:\w{{0,4}}<bylines.person>\s?)?{NAME}){{0,6}}"
        rf"[\s/／文图摄影报导道供]{{0,10}}[\s.。{CLOSING}>]*$"),
    line("byline", 0, 40, rf"^\w{{0,12}}记者\s?{NAME}(?:[\s、]{{1,3}}{NAME}){{0,3}}\s?发自\w{{2,8}}{END}"),
    line("byline", 0, 40, rf"^{NAME}(?:[\s、]{{1,3}}{NAME}){{0,3}}\s发自(?!内心|肺腑)\w{{2,8}}{END}"),
    line("byline", 0, 30, rf"^(?:编译|记者|特派员)\s?{NAME}\s?[/／╱]\s?\w{{2,8}}报[导道]{END}"),
    line("byline", 0, 90, r"^\W{0,3}[\u3400-\u9fff]{0,10}(?:<bylines.person>|作者) [A-Z][A-Za-z .·'’/&-]{2,80}$"),
    line("byline", 0, 90, r"^By [A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){0,3}(?:[,，|｜ ].{0,60})?$"),
    line("byline", 0, 60, r"^<bylines.together>[．.·・&、]<bylines.together>\s?[:：/／丨|｜]"),
    line("dateline", 0, 60, r"^[^。！？，]{0,40}<bylines.done>于\s?\d{1,3}\s?(?:个?月|年|周|天|小时|分钟)前"),
    line("dateline", 120, 120,
        rf"^\W{{0,3}}(?:本文|文章)(?:最后更新|发布)于?[^，。]{{0,4}}{DATE}[^，。]{{0,16}}[，,]\s?(?:已经?|距今|至今)?\W?(?:超过)?"
        r"\s?\d{1,5}\s?天", True),
    line("byline", 0, 16, r"^\w{0,12}(?:报|社|网|台|周刊|杂志)(?:特约|特派|驻\w{2,4})?记者$"),
    line("byline", 40, 40, rf"^<bylines.stroke>\s?[|｜丨]\s?{NAME}(?:[\s、，]{NAME}){{0,4}}$"),
    line("byline", 0, 40,
        rf"^\S{{2,8}}\s<bylines.person>\s{NAME}(?:\s{NAME}){{0,4}}(?:\s<bylines.person>\s{NAME})*$"),
    line("byline", 0, 100,
        r"^[(（]?(?><bylines.part>\s?[:：丨|｜/／]\s?[^\s|｜:：，,)）]{1,12}(?:\s?[|｜，,]\s?|\s|$|(?=[)）]))){2,8}[)）]?$"),
    line("byline", 24, 24, rf"^(?:(?:实习|特派)?记者|特派员)?{NAME}[／/](?:综合|\w{{2,4}})报[导道]$"),
    line("byline", 40, 40, rf"^[\u4e00-\u9fff]{{2,4}}(?:中心|组)\s?[／/\s]\s?{NAME}(?:[、\s]{NAME}){{0,3}}"
        rf"(?:[／/\s]\w{{2,6}})?(?:报[导道]|整理|编译|撰文){END}"),
    line("byline", 24, 24, rf"^(?:\w{{0,4}}记者\s?{NAME}\s?(?:专访|撰文|特稿)|采访\s?[/／]\s?{NAME}){END}"),
    line("byline", 0, 90, r"^By [A-Z][\w.'’-]+ [A-Z][^。！？]{0,70}$"),
    line("byline", 60, 90,
        r"^(?:Published|Posted|Updated)(?: [Oo]n)?\b[^。！？]{0,40}\d{4}|^Article information$|^(?:Author|Role), \S"),
    line("byline", 0, 60, r"^原创\s[^，。！？：:]{1,50}$"),
    line("byline", 0, 80, r"^原创\s.{1,40}(?:来自专辑|收录于)", True),
    line("byline", 0, 60,
        r"^\W{0,3}(?:本文|文章)?<bylines.taken>于?\s?[:：]|^\W{0,3}转载自\s\S{2,16}$"),
    line("byline", 0, 60, r"^\W{0,3}本文作者\s?[:：]"),
    line("byline", 0, 400, r"^\W{0,3}(?:本文)?<bylines.described>(?:简介|介绍)\s?[:：]", True),
    line("byline", 60, 60, r"^(?:本文)?<bylines.pictured>来源\s?[:：/／,，]"),
    line("byline", 24, 40, r"^\W{0,3}(?:<bylines.pictured>|图)\s?(?:均|都)?(?:来?源于?|来自)\s?[:：]?\s?(?:网络|互联网)\W{0,2}$"),
    line("byline", 0, 120,
        r"^\W{0,3}(?:本文)?(?:已?获?授权)?(?:原|首)?(?:<bylines.taken>|来自|发)(?:于|自)?\s?(?:微信)?公众号\s?[:：“「]", True),
    line("byline", 0, 12, rf"^[◎●■□◆]\s?{NAME}$"),
    line("byline", 0, 80, r"^\W{0,3}(?:个性|个人|论坛)?签名档?\s?[:：]\s?(?=\S{8}|\S.*[，。！？~～])[^:：_＿]{4,70}$", True),
    line("byline", 0, 40,
        rf"^[{OPENING}][\w\s/／]{{2,12}}[/／\s](?:记者|特派员)?[\s\w/／·、]{{2,24}}报导[{CLOSING}]$"),
    line("byline", 0, 24, r"^[文图影](?:片|/图)?\s?[/／|｜:：]\s?\S{2,16}$"),
    line("byline", 0, 24, r"^[^\s，。]{2,12}\s?[|｜丨]\s?文$"),
    line("byline", 0, 24, rf"^<bylines.blank>[\s/]{NAME}{END}"),
    line("dateline", 0, 90, rf"^(?!\W{{0,3}}(?:年龄|生日|出生))(?=.{{0,32}}$|.{{0,80}}(?:<around.byline>|[网报社刊]|\d[:：]\d\d))"
        rf"[^。！？，]{{0,40}}{DATE}(?![^。！？]{{0,20}}[，。！？])[^。！？]{{0,60}}$"),
    line("dateline", 0, 16, r"^发表于\s?[\u3400-\u9fff]{2,4}$"),
    line("dateline", 40, 40, rf"^[\[(（【\s]{{0,3}}{DATE}[\s,，T]{{0,3}}(?:{CLOCK})?[\])）】\s]{{0,3}}$"),
    line("dateline", 0, 90, rf"^{_MONTH}\.? \d{{1,2}},? (?:19|20)\d\d\b[^。！？]{{0,60}}$"),
    line("dateline", 0, 60, rf"^[^。！？，]{{0,30}}\d{{1,2}}[-/月]\d{{1,2}}日?\s{CLOCK}[^。！？]{{0,30}}$"),
    line("title_note", 120, 120, r"^[(（\[【\s]{0,3}(?:本文)?<bylines.original_title>\s?[:：]", True),
    line("title_note", 60, 60, r"^[(（].{0,24}原(?:标)?题.{0,20}[)）]$"),
)  # fmt: skip  # laid out for reading

SIGNED: tuple[Line, ...] = (
    line("editor", 0, 70, rf"^[^。！？]{{0,50}}[{OPENING}](?:责任)?(?:编辑|责编)\s?[:：][^{CLOSING}]{{1,16}}[{CLOSING}]$"),
    line("editor", 0, 40, rf"^[{OPENING}][^。]{{0,30}}(?:编辑|编译|编审|责编)[{CLOSING}]$"),
    line("byline", 0, 70,
        rf"^\W{{0,3}}(?:本文|文章)?作者(?!是谁)\s?[:：]?\s?{NAME}?(?:[，,]|\s?(?:系|为|是|现任|现为)).{{2,60}}$", True),
    line("editor", 0, 50, rf"^[{OPENING}][^。]{{2,40}}(?:编辑|责编)\s{NAME}[{CLOSING}]$"),
    line("editor", 24, 24, rf"^[{OPENING}]{NAME}\s(?:责任)?(?:编辑|编审)[{CLOSING}]$"),
    line("editor", 0, 50, rf"^[{OPENING}](?:译者|核稿)\s?[:：][^。]{{2,30}}[{CLOSING}]\s?\d{{7}}$"),
)  # fmt: skip  # laid out for reading
"""Who edited, behind the last sentence or in brackets; tried behind the patterns of other kinds."""
