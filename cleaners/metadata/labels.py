"""The words that open a byline field (`作者：`, `责编/`, `记者 …`) and cutting a line into fields. Both scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

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


_MARK = r"\s?[:：︰|｜丨/／╱]\s?"
_DESK = (
    r"(?:责任|責任|网络|網路|网站|值班|实习|實習|见习|本期|本文|本版|微信|新媒体|执行|特约|栏目|内容|稿件)"
)
_RANK = r"(?:见习|見習|实习|實習|特派|首席|高级|资深|資深|全媒体|融媒体|新媒体|摄影|驻[\u4e00-\u9fff]{1,4})"

# (kind, words that need a mark or a blank after them, or may stand before a name directly)
# "marked": only `作者：张三`; "open": also `编辑 张三`; "glued": also `记者张三`.
_WORDS: tuple[tuple[Role | Kind, str, str], ...] = (
    # 文/图 刘玺东: the writer took the pictures, too
    (Role.AUTHOR, "open", r"(?:文[/／、和及并]?[图圖攝摄]影?|[图圖][/／、和及并]?文)(?![\u4e00-\u9fff])"),
    (
        Role.AUTHOR,
        "marked",
        r"(?:本文|文章|原文|图文|圖文|特约|特約)?作\s?者(?:署名|姓名)?|原创|原創|撰\s?文|撰\s?稿|图文|圖文",
    ),
    (
        Role.AUTHOR,
        "marked",
        r"(?:特约|特約)?撰稿人|执\s?笔人?|執筆|主笔|主筆|(?<![\u4e00-\u9fff])文字?|作家|[Bb]y|BY|[Aa]uthor",
    ),
    (Role.AUTHOR, "open", r"(?:本报|本報|本刊|本网|特约|特約)(?:评论员|評論員)|特约撰稿"),
    (
        Role.CORRESPONDENT,
        "glued",
        r"(?:特约|特約)?(?:通讯员|通訊員)|(?:特约|特約)(?:记者|記者)|实习生|實習生",
    ),
    (Role.PHOTOGRAPHER, "open", r"摄影(?:记者|报道)?|攝影(?:記者|報導)?|摄像|攝像"),
    (Role.PHOTOGRAPHER, "marked", r"(?<![\u4e00-\u9fff])(?:[摄攝图圖]|图片|圖片)|拍摄|拍攝"),
    (Role.REPORTER, "glued", rf"{_RANK}{{0,2}}(?:记者|記者)"),
    (Role.REPORTER, "marked", r"采访|採訪|采写|採寫|采编|報導|报道"),
    (Role.TRANSLATOR, "open", r"(?<![\u4e00-\u9fff])(?:编译|編譯|翻译|翻譯|译者|譯者)"),
    (Role.TRANSLATOR, "marked", r"(?<![\u4e00-\u9fff])[译譯]"),
    (Role.PROOFREADER, "open", r"(?:责任|責任)?校\s?[对對]|责校|校审"),
    (Role.COPY_EDITOR, "open", r"(?:文字|图片|圖片|美术|美術|视觉|版式|技术|视频)(?:编辑|編輯)|美编|美編"),
    # 一审, 二审 and 终审 are also what courts do: without a mark only at the start of a line
    (Role.REVIEWER, "open", r"^(?:初|复|複|終|终|一|二|三)[审審]|^审\s?核"),
    (
        Role.REVIEWER,
        "marked",
        r"(?:初|复|複|終|终|一|二|三)[审審]|审\s?核|審\s?核|审稿|审校|核稿|签发|[监監][制製]|(?:值班)?(?:主[编編]|总编辑?|總編輯)|编审|編審",
    ),
    (Role.EDITOR, "open", rf"{_DESK}{{0,2}}(?:编\s?辑|編\s?輯)|本版责编|责\s?编|責\s?編|网编|執編|执编"),
    (
        Kind.SOURCE,
        "marked",
        r"(?<!图片)(?<!圖片)(?<!数据)(?<!數據)(?<!资料)(?<!視頻)(?<!视频)(?:文章|信息|新闻|新聞|稿件|消息|内容|本文|文稿)?来\s?源(?:于|自)?"
        r"|(?:文章|新聞|稿件|本文|資料來源)?來\s?源|稿\s?源|出\s?处|出\s?處|转载自|轉載自|转自|轉自|摘自|选自",
    ),
    (Kind.SOURCE, "glued", r"^(?:摘自|转自|轉自|转载自|轉載自)"),
    (
        Kind.OTHER,
        "marked",
        r"(?:发布|發佈|發布|发表|發表|更新|修改|采集|上传|创建)?(?:时\s?间|時\s?間|日\s?期)|发布[者人]?|發佈者?|发表于?|更新于?"
        r"|(?:阅读|閱讀|浏览|瀏覽|点击|點擊|查看|评论|評論)(?:次数|次數|数|數|量|率|人数)?|人气|人氣|热度|字号|字號|字体|字體|分享到?"
        r"|标签|標籤|关键[词字]|關鍵[詞字]|栏目|欄目|频道|分类|分類|所属\S{0,4}|策划|策劃|统筹|統籌|制图|製圖|设计|排版|视频|出品|录入"
        r"|供稿|供图|提供|图片来源|圖片來源|数据来源|资料来源|視頻來源|视频来源|图源|作者单位|单位|电话|邮箱|地址|编号|索引号|文号|主题词"
        r"|原标题|原標題|核心提示|摘要|导读|版权\S{0,2}|声明|制作|製作|主办|作者简介|作者介绍",
    ),
)
_AFTER = {
    "marked": _MARK,
    "open": rf"(?:{_MARK}|\s{{1,4}})",
    "glued": rf"(?:{_MARK}|\s{{0,4}})",
}
# No word begins with another character: tried first, this keeps the search cheap.
_FIRST = (
    "ABab一三上主二人作來供信修值全关内出分创初制单原发图圖地執報声复字实审實審导录微总所执技报拍排採"
    "提摄摘撰攝数文新日时時更本来查标栏校核標欄浏消瀏点热版特电發监監稿策签索終統網編總终统编网美翻融製複"
    "見視见视記評譯记设评译責資责资轉转选通邮采閱關阅频首驻高點"
)
_LABEL = re.compile(
    f"(?=[{_FIRST}])(?:"
    + "|".join(f"(?P<k{i}>(?:{words})){_AFTER[use]}" for i, (_, use, words) in enumerate(_WORDS))
    + ")"
)
_HINT = re.compile("[:：︰|｜丨/／╱者員员辑輯编編责責审審校摄攝译譯习習稿自监監核]")
_MARKED = re.compile(r"[:：︰|｜丨/／╱]\s?$")
_RESPONSIBLE = re.compile(r"^(?:责任|責任|本版责|责|責)")
MAX_LINE = 300
"""A longer line is running text, not a byline."""


def fields(line: str) -> list[Field]:
    """The fields of a byline, in printed order."""
    if len(line) > MAX_LINE or not _HINT.search(line):
        return []
    labels = [match for match in _LABEL.finditer(line) if match.lastgroup]
    if not labels:
        return []
    ends = [match.start() for match in labels[1:]] + [len(line)]
    return [
        Field(
            kind=_WORDS[int((match.lastgroup or "k0")[1:])][0],
            value=line[match.end() : end].strip(),
            marked=bool(_MARKED.search(match.group())),
            responsible=bool(_RESPONSIBLE.match(match.group())),
            start=match.start(),
            end=end,
        )
        for match, end in zip(labels, ends, strict=True)
    ]
