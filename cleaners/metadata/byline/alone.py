"""Lines above the text that hold nothing but who made it: `石佳/中国青年报`, an outlet, an account above its button."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from cleaners.brackets import OPENING
from cleaners.lexicon import filled, furniture
from cleaners.metadata.byline.links import is_personal, leads_up
from cleaners.metadata.byline.names import is_nobody, is_outlet, is_person, is_press
from cleaners.metadata.byline.outlets import has_outlet_form
from cleaners.metadata.byline.unlabelled import LETTER, Unlabelled
from cleaners.metadata.follow import is_follow, is_followed

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line

_SIGNED_BY = re.compile(r"([\u4e00-\u9fff·\s]{2,20})\s?[/／╱]\s?([\u4e00-\u9fff]{2,12})")
_DESK = re.compile(
    rf"^[{OPENING}]?\s?([\u4e00-\u9fff]{{2,10}})[╱/／|｜]\s?"
    r"(?:[\u4e00-\u9fff]{0,4}(?:记者|报道|报导)|[\u4e00-\u9fff]{2,8}(?:\d|[一二三十]){1,3}日电)"
)
"""`【聯合報╱記者某某／台北報導】`, `【世界日報╱廣州12日電】`, `【華視新聞╱報導】`: outlet, bar, who or where."""
_AGO = re.compile(
    r"([\u4e00-\u9fff]{2,12})\s?[–—·|｜-]?\s?(?:\d{1,2}\s?(?:小时|分钟|天)前|刚刚|(?:昨天|昨日)\s?[\d:：]{0,5}"
    r"|\d{1,2}[/-]\d{1,2}\s\d{1,2}:\d\d)"
)
"""`澎湃新闻 3小时前`: where the time of fetching is not known, this is no date, but still the outlet."""
_REPORTERS = re.compile(
    filled(r"([\u4e00-\u9fff]{2,10}?)(?:\s?(?:<roles.rank>){0,2}记者|\s<roles.desk>?编辑(?=\s))")
)
"""`新京报 记者 某某`, `新京报 编辑 某某`: a byline that opens with the outlet."""
_OF_PRESS = re.compile(r"([\u4e00-\u9fff]{2,12})\s([\u4e00-\u9fff·]{2,8})")
"""`某某日报 王小明`."""
_EDITION = re.compile(filled("<outlets.edition>$"))
_SEARCHED = 12
_LONGEST, _NAMED = 60, 16


def lines_alone(lines: Sequence[Line], is_own: Callable[[str], bool]) -> Iterator[Unlabelled]:
    """Who is named by a line of its own; an outlet only where it is not the site's own name."""
    for index in range(min(len(lines), _SEARCHED)):
        if 2 <= len(lines[index].text) <= _LONGEST:
            yield _account(lines, index) or _signed(lines[index]) or _outlet(lines, index, is_own)


def editions(lines: Sequence[Line]) -> Iterator[Unlabelled]:
    """The paper whose edition a line above the headline names: `某某日报数字报`."""
    for line in lines:
        edition = _EDITION.search(line.folded)
        if edition and len(line.text) <= _NAMED and is_press(line.text[: edition.start()]):
            yield Unlabelled(outlet=line.text[: edition.start()])


def _account(lines: Sequence[Line], index: int) -> Unlabelled | None:
    """The name right above a 关注 button, or, linked to its page or in a text without boxes, above what is said of it and the
    button."""
    line, below = lines[index], [is_follow(line.text) for line in lines[index + 1 : index + 3]]
    own = is_personal(line, line.text)
    described = index > 0 and not own and is_personal(lines[index - 1], lines[index - 1].text)
    plain = line.run.box is None and is_followed([one.text for one in lines[: index + 3]], index)
    followed = (below[:1] == [True] and not described) or plain
    if (followed or (own and below[1:] == [True])) and _is_account(line.text, line):
        return Unlabelled(account=line.text.replace(" ", ""))
    return None


def _signed(line: Line) -> Unlabelled | None:
    """An outlet and who or where, in one of the forms in which papers sign."""
    text = line.text
    if (desk := _DESK.match(line.folded)) and has_outlet_form(desk.group(1)):
        return Unlabelled(outlet=text[slice(*desk.span(1))])
    signed = _SIGNED_BY.fullmatch(text)
    if signed and is_outlet(signed.group(2)) and is_person(signed.group(1).strip()):
        return Unlabelled(signed.group(2), signed.group(1).strip())
    if (ago := _AGO.fullmatch(line.folded)) and has_outlet_form(ago.group(1)):
        return Unlabelled(outlet=text[slice(*ago.span(1))])
    press = _OF_PRESS.fullmatch(text)
    if press and is_press(press.group(1)) and is_person(press.group(2)):
        return Unlabelled(press.group(1), press.group(2))
    if (reporters := _REPORTERS.match(line.folded)) and is_press(reporters.group(1)):
        return Unlabelled(outlet=text[slice(*reporters.span(1))])
    return None


def _outlet(lines: Sequence[Line], index: int, is_own: Callable[[str], bool]) -> Unlabelled:
    """A news outlet beside the line of the date."""
    text = lines[index].text
    near_date = _dated(lines, index + 1) or _dated(lines, index - 1)
    named = len(text) <= _NAMED and is_press(text) and has_outlet_form(text)
    if near_date and named and not leads_up(lines[index], text, None):
        edition = _EDITION.search(lines[index].folded)
        outlet = text[: edition.start()] if edition else text
        return Unlabelled() if is_own(outlet) else Unlabelled(outlet=outlet)
    return Unlabelled()


def _is_account(text: str, line: Line) -> bool:
    unlike = (
        text[0].isdigit()
        or is_nobody(text)
        or line.fields
        or furniture(line.folded)
        or re.search(r"\d{3}|[,，、。]", text)
        or not LETTER.search(text)
    )
    return len(text) <= 20 and not unlike


def _dated(lines: Sequence[Line], index: int) -> bool:
    return 0 <= index < len(lines) and len(lines[index].text) <= 40 and lines[index].is_dateline
