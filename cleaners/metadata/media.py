"""Videos and recordings inside the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from cleaners.metadata.found import Choice, all_of
from cleaners.metadata.urls import absolute
from schemas.block import Media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from cleaners.metadata.near import Near

_PLAYERS = re.compile(
    r"//(?:[\w-]+\.)*(?:v\.qq\.com|player\.youku\.com|youku\.com/embed|youtube(?:-nocookie)?\.com/embed|youtu\.be"
    r"|player\.bilibili\.com|player\.vimeo\.com|iqiyi\.com|tudou\.com|ixigua\.com|dailymotion\.com/embed"
    r"|music\.163\.com/outchain|ximalaya\.com|facebook\.com/plugins/video)"
)
_SOURCES = ("src", "data-src", "data-mpvid", "voice_encode_fileid", "data-url", "data")
_AUDIO = frozenset(["audio", "mpvoice", "mp-common-mpaudio"])


MEDIA = frozenset(["video", "audio", "iframe", "embed", "object", "mpvoice", "mpvideo", "mp-common-mpaudio"])
"""Elements that may show a video or play a recording."""
_MOST = 50


def find_videos(near: Near) -> Iterator[Choice]:
    """The videos and recordings of the article, all of them."""
    yield all_of("media", find_media(near.body.container, near.doc.url), "the article's box")


def find_media(container: etree._Element | None, url: str | None) -> tuple[Media, ...]:
    """The videos and recordings in the article's box, each once, in printed order."""
    if container is None:
        return ()
    found: dict[str, Media] = {}
    for element in container.iter(*MEDIA):
        if (media := media_of(element, url)) and len(found) < _MOST:
            found.setdefault(media.url, media)
    return tuple(found.values())


def media_of(element: etree._Element, base: str | None) -> Media | None:
    """The video or recording that an element shows. None for frames that show something else, and without an address."""
    tag = str(element.tag)
    url = _url(element, base)
    if not url:
        return None
    if tag in ("iframe", "embed", "object"):
        if not _PLAYERS.search(url):
            return None
        form: Literal["video", "audio", "player"] = "player"
    else:
        form = "audio" if tag in _AUDIO else "video"
    title = (
        element.get("title") or element.get("data-title") or element.get("name") or element.get("aria-label")
    )
    return Media(
        form=form,
        url=url,
        poster=absolute(base, element.get("poster") or element.get("data-cover")),
        title=" ".join((title or "").split())[:200] or None,
    )


def _url(element: etree._Element, base: str | None) -> str:
    for place in (element, *element.iter("source")):
        for name in _SOURCES:
            value = place.get(name)
            if value and not value.startswith(("data:", "blob:", "about:")):
                return absolute(base, value) or ""
    return ""
