"""Who made an article, and in which role."""

from enum import StrEnum

from pydantic import Field

from schemas._value import Value


class Role(StrEnum):
    """What a person did."""

    AUTHOR = "author"
    """作者, 文, 撰文"""
    REPORTER = "reporter"
    """记者, 见习记者, 特派记者"""
    CORRESPONDENT = "correspondent"
    """通讯员, 特约通讯员: a contributor outside the newsroom"""
    PHOTOGRAPHER = "photographer"
    """摄影, 摄, 图"""
    EDITOR = "editor"
    """责任编辑, 责编, 编辑"""
    COPY_EDITOR = "copy_editor"
    """文字编辑, 美术编辑; also 编辑 on a page that names a 责任编辑, who answers for it"""
    PROOFREADER = "proofreader"
    """校对"""
    TRANSLATOR = "translator"
    """编译, 翻译"""
    REVIEWER = "reviewer"
    """审核, 初审, 复审, 终审, 监制"""


class Place(StrEnum):
    """Where a credit stands."""

    FIELD = "field"
    """A byline or sign-off of its own: a line, a page field, meta data."""
    OPENING = "opening"
    """Inside the first sentence: `本报讯(记者 …)`."""
    CLOSING = "closing"
    """Glued to the last sentence: `…。(陈龙 报道)`."""
    CAPTION = "caption"
    """In the caption of a picture: `… 新华社记者 王小明 摄`."""


class Credit(Value):
    """One person in one role."""

    name: str = Field(min_length=1)
    """The name as printed, without blanks inside, staff codes or titles."""
    role: Role
    """What the person did."""
    place: Place = Place.FIELD
    """Where the credit stands."""
