"""Time zones as pages print them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo

from cleaners.metadata.dates.found import BEIJING

_HOURS = {
    "Z": 0,
    "GMT": 0,
    "UTC": 0,
    "HKT": 8,
    "CST": 8,
    "BJT": 8,
    "JST": 9,
    "EST": -5,
    "EDT": -4,
    "PST": -8,
    "PDT": -7,
    "CDT": -5,
    "北京时间": 8,
    "台北时间": 8,
    "香港时间": 8,
    "澳门时间": 8,
    "新加坡时间": 8,
    "吉隆坡时间": 8,
    "东京时间": 9,
    "首尔时间": 9,
    "莫斯科时间": 3,
    "SGT": 8,
    "KST": 9,
    "CET": 1,
    "CEST": 2,
    "MSK": 3,
    "NZST": 12,
    "NZDT": 13,
    "BST": 1,
    "AEST": 10,
    "AEDT": 11,
    "格林尼治时间": 0,
    "格林尼治标准时间": 0,
    "格林威治时间": 0,
    "世界标准时间": 0,
}
"""`CST` is China's."""
_AMERICAN = {
    "ET": -5,
    "PT": -8,
    "美东时间": -5,
    "美国东部时间": -5,
    "美西时间": -8,
    "美国西部时间": -8,
    "纽约时间": -5,
    "华盛顿时间": -5,
    "多伦多时间": -5,
    "芝加哥时间": -6,
    "洛杉矶时间": -8,
    "旧金山时间": -8,
    "温哥华时间": -8,
}
"""Zones with the daylight saving time of the United States, by their winter hours."""
_EUROPEAN = {"伦敦时间": 0, "英国时间": 0, "巴黎时间": 1, "柏林时间": 1, "欧洲中部时间": 1}
"""Those with that of Europe."""
_NAMES = sorted((*_HOURS, *_AMERICAN, *_EUROPEAN), key=lambda name: (-len(name), name))
ZONE_NAMES = "|".join(_NAMES)
PLACE_NAMES = frozenset(name for name in _NAMES if name.endswith("时间"))
PLACE_TIMES = "|".join(name for name in _NAMES if name in PLACE_NAMES)
"""The names that may stand at some distance before a date."""


def zone_of(name: str | None, at: datetime) -> tzinfo:
    """The zone a page names for a moment given without one; Beijing's where it names none."""
    if not name:
        return BEIJING
    if name in _HOURS:
        return timezone(timedelta(hours=_HOURS[name]))
    if name in _AMERICAN:
        return timezone(timedelta(hours=_AMERICAN[name] + _is_american_summer(at)))
    if name in _EUROPEAN:
        return timezone(timedelta(hours=_EUROPEAN[name] + _is_european_summer(at)))
    sign = -1 if "-" in name else 1
    digits = re.sub(r"\D", "", name)
    hours, minutes = (int(digits[:2]), int(digits[2:] or 0))
    return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours <= 14 else BEIJING


def _is_american_summer(at: datetime) -> bool:
    """Second Sunday of March to first Sunday of November, 2:00 (since 2007)."""
    local = at.replace(tzinfo=None)
    return _sunday(local.year, 3, 2) <= local < _sunday(local.year, 11, 1)


def _is_european_summer(at: datetime) -> bool:
    """Last Sunday of March to last Sunday of October (since 1996)."""
    local = at.replace(tzinfo=None)
    last = (_sunday(local.year, month + 1, 1) - timedelta(days=7) for month in (3, 10))
    return next(last) <= local < next(last)


def _sunday(year: int, month: int, count: int) -> datetime:
    first = datetime(year, month, 1, 2)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (count - 1))
