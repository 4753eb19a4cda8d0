"""Mirrors with inserted readings. They come and go under many hosts: always `-a start=URL`."""

from cleaners.sites import PROFILES
from crawler.spiders.base import ArticleSpider


class PinyinMirrorSpider(ArticleSpider):
    """Any host that mirrors in this way."""

    name = "pinyin_mirror"
    profile = PROFILES["pinyin_mirror"]
