"""Text normalisation: inserted readings, hidden characters, script."""

from cleaners.normalise.characters import clean_characters, count_private_use
from cleaners.normalise.conversion import converter_name
from cleaners.normalise.pinyin import PinyinResult, strip_pinyin
from cleaners.normalise.script import detect_script, to_simplified

__all__ = [
    "PinyinResult",
    "clean_characters",
    "converter_name",
    "count_private_use",
    "detect_script",
    "strip_pinyin",
    "to_simplified",
]
