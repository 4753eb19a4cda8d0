"""Bylines without a label: what stands beside the date, an outlet or an account on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.metadata.names import is_nobody, is_outlet, is_person, is_press
from cleaners.metadata.source import beside_date

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line

_SIGNED_BY = re.compile(r"([\u4e00-\u9fff·\s]{2,20})\s?[/／]\s?([\u4e00-\u9fff]{2,12})")
_DESK = re.compile(
    r"^[\[【(（]?\s?([\u4e00-\u9fff]{2,10})[╱/／|｜]\s?"
    r"(?:[\u4e00-\u9fff]{0,4}(?:记者|記者|报道|報導|報道)|[\u4e00-\u9fff]{2,8}(?:\d|[一二三十]){1,3}日[电電])"
)
"""`【聯合報╱記者某某／台北報導】`, `【世界日報╱廣州12日電】`, `【華視新聞╱報導】`: outlet, bar, who or where."""
_AGO = re.compile(
    r"([\u4e00-\u9fff]{2,12})\s?[–—·|｜-]?\s?(?:\d{1,2}\s?(?:小时|小時|分钟|分鐘|天)前|刚刚|剛剛|(?:昨天|昨日)\s?[\d:：]{0,5})"
)
"""`澎湃新闻 3小时前`: where the time of fetching is not known, this is no date, but still the outlet."""
_REPORTERS = re.compile(r"([\u4e00-\u9fff]{2,10}?)\s?(?:首席|见习|实习|特派|見習|特約)?[记記]者")
"""`新京报 记者 某某`: a byline that opens with the outlet."""
_FOLLOW = re.compile(r"\+?\s?(?:已)?(?:关注|關注|订阅|訂閱)")
_EDITION = re.compile(r"(?:网络版|電子版|电子版|数字报)$")
_SEARCHED = 12


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """Who a line without a label names: an outlet, a writing person or account, or both."""

    outlet: str | None = None
    account: str | None = None


def unlabelled(lines: Sequence[Line]) -> Iterator[Unlabelled]:
    """Everybody named without a label in the lines above the text, those beside the date first."""
    for line in lines:
        if line.is_dateline:
            yield Unlabelled(*beside_date(line.text, line.dates[0], linked=line.run.link_chars > 0))
    for index in range(min(len(lines), _SEARCHED)):
        yield _alone(lines, index)


def _alone(lines: Sequence[Line], index: int) -> Unlabelled:
    """`石佳/中国青年报`, an outlet alone beside the date, an account above its 关注 button."""
    text = lines[index].text.strip()
    if not 2 <= len(text) <= 60:
        return Unlabelled()
    if (
        _is_account(text, lines[index])
        and index + 1 < len(lines)
        and _FOLLOW.fullmatch(lines[index + 1].text)
    ):
        return Unlabelled(account=text.replace(" ", ""))
    if (desk := _DESK.match(text)) and is_outlet(desk.group(1)):
        return Unlabelled(outlet=desk.group(1))
    if (
        (signed := _SIGNED_BY.fullmatch(text))
        and is_outlet(signed.group(2))
        and is_person(signed.group(1).strip())
    ):
        return Unlabelled(signed.group(2), signed.group(1).strip())
    if (ago := _AGO.fullmatch(text)) and is_press(ago.group(1)):
        return Unlabelled(outlet=ago.group(1))
    if (reporters := _REPORTERS.match(text)) and is_press(reporters.group(1)):
        return Unlabelled(outlet=reporters.group(1))
    if len(text) <= 16 and is_press(text) and (_dated(lines, index + 1) or _dated(lines, index - 1)):
        return Unlabelled(outlet=_EDITION.sub("", text))
    return Unlabelled()


def _is_account(text: str, line: Line) -> bool:
    return len(text) <= 20 and not (is_nobody(text) or line.fields or re.search(r"\d{3}", text))


def _dated(lines: Sequence[Line], index: int) -> bool:
    return 0 <= index < len(lines) and len(lines[index].text) <= 40 and lines[index].is_dateline
