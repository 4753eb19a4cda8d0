"""Readings that mirror sites insert after characters (`區(qū)`), and the damage that goes with them."""

from cleaners.normalise.pinyin.strip import PinyinResult, strip_pinyin

__all__ = ["PinyinResult", "strip_pinyin"]
