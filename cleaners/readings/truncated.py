"""Signs that the page shows only a part of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaners.readings.proposals import Reading
    from cleaners.readings.view import View


_FOLDED = re.compile(
    r"(?:剩余|余下|还有|未读)\s?\d{1,3}\s?%|(?:付费|购买|订阅|开通会员|订阅会员|成为会员|升级会员|登录|登陆|"
    r"注册)(?:后|即可|可|之后)?.{0,8}(?:阅读|查看|浏览|解锁|继续|看).{0,4}(?:全文|全部|完整|剩余|更多|本文)"
    r"|(?:阅读|查看|浏览|解锁|继续阅读)(?:全文|全部内容|完整内容|剩余内容|本文).{0,8}(?:请|需要?|"
    r"须).{0,6}(?:登录|登陆|付费|订阅|购买|开通|注册|成为)|(?:全文|本文|剩余内容|以下内容|"
    r"更多内容).{0,10}(?:付费|会员|订阅).{0,6}(?:可见|可读|阅读|专享|专属|内容)"
    r"|试读(?:已?结束|完毕|部分)|打开.{0,12}(?:APP|App|客户端).{0,6}(?:阅读|查看|看)全文|(?:您|"
    r"你)(?:已)?.{0,8}免费(?:阅读|文章).{0,8}(?:用完|上限|额度)"
)
_LONGEST = 80
"""Characters of the longest line that is one."""
_REACH = 8
"""Runs after the last paragraph that may hold the fold."""


def is_truncated(view: View, reading: Reading) -> bool:
    """True when a fold or paywall stands in the article's tail or right after it."""
    last = max((at for at in reading.kept if view.good[at]), default=reading.end)
    return any(
        len(view.runs[at].text) <= _LONGEST and _FOLDED.search(view.folded(at)) is not None
        for at in range(last, min(last + _REACH, len(view.runs)))
    )
