"""What a file is, by its bytes: a file of one content has one name, whatever its addresses say."""

from __future__ import annotations

from typing import Literal, get_args

Wanted = Literal["images", "attachments"]
"""What can be downloaded of an article."""

_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"{\\rtf", "rtf"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
)
_OFFICE = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"OFD.xml", "ofd"))
_PICTURES = frozenset(["jpg", "png", "gif", "bmp", "webp", "avif", "tif", "svg"])
_HEAD = 4_096


def wanted(names: list[str]) -> frozenset[Wanted]:
    """What to download, by name. Raises ValueError for a name that is none."""
    known: dict[str, Wanted] = {name: name for name in get_args(Wanted)}
    if wrong := next((name for name in names if name not in known), None):
        raise ValueError(f"no media {wrong!r}: there are {', '.join(known)}")
    return frozenset(known[name] for name in names)


def ending_of(data: bytes) -> str:
    """The usual ending of a file's name, without its dot; `bin` for what is not known, `html` for a page."""
    for sign, ending in _SIGNS:
        if data.startswith(sign):
            return ending
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        return "avif"
    if data.startswith(b"PK\x03\x04"):
        return next(
            (ending for sign, ending in _OFFICE if sign in data[:_HEAD] or sign in data[-_HEAD:]), "zip"
        )
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<script", b"<meta")):
        return "html"
    if head.startswith((b"<svg", b"<?xml")) and b"<svg" in head:
        return "svg"
    return "bin"


def is_picture(ending: str) -> bool:
    """Whether a browser shows files of this ending as pictures."""
    return ending in _PICTURES
