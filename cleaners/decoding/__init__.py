"""Bytes to text: never mojibake, and a report of what was done."""

from cleaners.decoding.ladder import Decoded, decode
from cleaners.decoding.reading import garbled_share

__all__ = ["Decoded", "decode", "garbled_share"]
