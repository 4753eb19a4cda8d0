"""Personal data in a text: found, counted, masked. Nothing calls this unless asked.

| kind        | what is taken for one                                                                        |
|-------------|----------------------------------------------------------------------------------------------|
| `id_number` | 18 characters: area, a date that exists, a serial number and the right check digit (GB 11643) |
| `bank_card` | 16 to 19 digits that begin as cards do, with the right check digit (Luhn)                       |
| `mobile`    | 11 digits that begin with 13 to 19, also with +86, blanks or hyphens as 3-4-4                   |
| `email`     | a mail address                                                                               |
| `plate`     | a number plate: province, letter, five or six characters (GA 36)                               |

Figures whose check digit is wrong stay: a text is full of long numbers.
"""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


def _is_id_number(found: str) -> bool:
    try:
        date(int(found[6:10]), int(found[10:12]), int(found[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(found, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == found[17].upper()


def _is_bank_card(found: str) -> bool:
    digits = [int(char) for char in reversed(found) if char.isdigit()]
    doubled = (sum(divmod(2 * digit, 10)) if at % 2 else digit for at, digit in enumerate(digits))
    return 16 <= len(digits) <= 19 and sum(doubled) % 10 == 0


class _Kind(NamedTuple):
    name: str
    mask: str
    pattern: re.Pattern[str]
    holds: Callable[[str], bool] = bool


_KINDS = (
    _Kind("id_number", "〔身份证号〕", re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])"), _is_id_number),
    _Kind("bank_card", "〔银行卡号〕",
          re.compile(r"(?<![0-9A-Za-z])[3-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,3})?(?![0-9A-Za-z])"), _is_bank_card),
    _Kind("mobile", "〔手机号〕", re.compile(r"(?<![0-9A-Za-z])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z])")),
    _Kind("email", "〔邮箱〕",
          re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])")),
    _Kind("plate", "〔车牌号〕",
          re.compile(rf"[{_PROVINCES}][A-HJ-NP-Z][·・ ]?(?=[A-HJ-NP-Z0-9]{{0,5}}\d)[A-HJ-NP-Z0-9]{{5,6}}(?![0-9A-Za-z])")),
)  # fmt: skip  # laid out for reading
KINDS = tuple(kind.name for kind in _KINDS)


def mask_personal(text: str) -> tuple[str, Counter[str]]:
    """The text with each find replaced by its kind in 〔〕, and how many of each kind there were."""
    counts: Counter[str] = Counter()
    for kind in _KINDS:

        def masked(match: re.Match[str], kind: _Kind = kind) -> str:
            if not kind.holds(match[0]):
                return match[0]
            counts[kind.name] += 1
            return kind.mask

        text = kind.pattern.sub(masked, text)
    return text, counts
