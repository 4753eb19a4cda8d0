"""What became of a line, and how sure the reason is."""

from __future__ import annotations

from enum import Enum, StrEnum


class Strength(Enum):
    """How much a rule may take on its own."""

    KEEP = "keep"
    PLACE = "place"
    """Where the line stands: outside the box that was taken."""
    SURE = "sure"
    """The page's structure says so: hidden, links, repeats, a box that is furniture by name and by content."""
    WORD = "word"
    """A pattern. Alone it drops its own line, no sentence, and never what follows."""


class Rule(StrEnum):
    """The verdict on one line. `meaning` says it in words, `strength` how far the rule reaches."""

    meaning: str
    strength: Strength

    def __new__(cls, value: str, meaning: str = "", strength: Strength = Strength.WORD) -> Rule:
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning, member.strength = meaning, strength
        return member

    BODY = "body", "text of the article", Strength.KEEP
    BEFORE = "before", "stands before the article", Strength.PLACE
    AFTER = "after", "stands after the article", Strength.PLACE
    ASIDE = "aside", "stands in the article's box, apart from its paragraphs", Strength.PLACE
    TITLE = "title", "prints the title", Strength.SURE
    LINK = "link", "a link", Strength.SURE
    REPEAT = "repeat", "repeats another line", Strength.SURE
    HIDDEN = "hidden", "hidden from the reader", Strength.SURE
    TEASER = "teaser", "headline and snippet of another story", Strength.SURE
    STRAY = "stray", "a short line apart from the paragraphs", Strength.SURE
    UNLIKELY = "unlikely", "a line of a dump that hardly belongs to its text", Strength.SURE
    SITE = "site", "a box that the site's file drops", Strength.SURE
    NOISE = "noise", "a line that the site's file drops", Strength.SURE
    END = "end", "end mark", Strength.SURE
    NEXT_ARTICLE = "next article", "the next article of an endless page", Strength.SURE
    NAVIGATION = "navigation", "box named like navigation", Strength.SURE
    HEADER = "header", "box named like a page header", Strength.SURE
    FOOTER = "footer", "box named like a page footer", Strength.SURE
    SIDEBAR = "sidebar", "box named like a side bar", Strength.SURE
    ADVERTISEMENT = "advertisement", "box named like an advertisement", Strength.SURE
    USER = "user", "box named like a user card", Strength.SURE
    DIALOG = "dialog", "box named like a dialog", Strength.SURE
    APPARATUS = "apparatus", "contents, references or info box", Strength.SURE
    RELATED = "related", "other stories", Strength.WORD
    COMMENT = "comment", "comments", Strength.WORD
    BYLINE = "byline", "names an author, source or reporter", Strength.WORD
    EDITOR = "editor", "names an editor", Strength.WORD
    DATELINE = "dateline", "date and source", Strength.WORD
    TITLE_NOTE = "title_note", "names the original headline", Strength.WORD
    CRUMB = "crumb", "where the page stands in the site", Strength.WORD
    SHARE = "share", "share buttons", Strength.WORD
    TOOL = "tool", "buttons of the page", Strength.WORD
    PAGINATION = "pagination", "page numbers", Strength.WORD
    NEIGHBOUR = "neighbour", "previous or next article", Strength.WORD
    FOLD = "fold", "the rest is for subscribers or members", Strength.WORD
    MORE = "more", "leads to more elsewhere", Strength.WORD
    KEYWORD = "keyword", "keywords", Strength.WORD
    RECORD = "record", "number, key or address under which the text is filed", Strength.WORD
    TAGS = "tags", "keywords", Strength.WORD
    DISCLAIMER = "disclaimer", "disclaimer or copyright", Strength.WORD
    PROMOTION = "promotion", "asks to scan, follow, download or subscribe", Strength.WORD
    MERCHANT = "merchant", "price or address of a shop", Strength.WORD
    CONTACT = "contact", "telephone, mail", Strength.WORD
    COUNTER = "counter", "a counter", Strength.WORD
    LABEL = "label", "a label with nothing behind it", Strength.WORD
    VOTE = "vote", "a poll or rating", Strength.WORD
    VIDEO = "video", "a video player", Strength.WORD
