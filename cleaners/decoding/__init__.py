"""Bytes to text: never mojibake, and a report of what was done."""

from cleaners.decoding.chinese import garbled_share
from cleaners.decoding.ladder import Decoded, decode

__all__ = ["Decoded", "decode", "garbled_share"]
