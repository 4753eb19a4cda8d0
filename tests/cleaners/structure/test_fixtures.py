"""Pages in real shapes with invented text, each with the Markdown that a reader would write of it.

`fixtures/structure/NAME.html` and `NAME.md`. The text of the Markdown is the text of the article, and stays so when the
Markdown is rendered and cleaned again.
"""

import re
from functools import cache
from html import unescape

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from cleaners import Cleaner
from crawler.cases import FIXTURES, read_case
from schemas import Article

PAGES = sorted((FIXTURES / "structure").glob("*.html"))
NAMES = [page.stem for page in PAGES]
URL = "https://n.example/a/1.html"
CLEANER = Cleaner(script="original", formats={"markdown", "html", "blocks"})
PARSER = (
    MarkdownIt("commonmark")
    .enable(["table", "strikethrough"])
    .use(
        dollarmath_plugin,
        renderer=lambda tex, options: f"${tex}$" if not options["display_mode"] else f"$${tex}$$",
    )
)


TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "blockquote",
    "pre",
    "code",
    "figure",
    "img",
    "figcaption",
    "strong",
    "em",
    "s",
    "sub",
    "sup",
    "a",
    "br",
    "hr",
    "video",
    "audio",
    "ruby",
    "rp",
    "rt",
}


@cache
def article_of(name: str) -> Article:
    return CLEANER.clean((FIXTURES / "structure" / f"{name}.html").read_bytes(), url=URL)


def bare(text: str) -> str:
    """Without blanks: where a line of a table or a code block breaks is markup."""
    return "".join(text.split())


def stripped(markdown: str) -> str:
    """The text of Markdown: what a reader sees when it is rendered, pictures not counted."""
    return unescape(re.sub(r"<[^>]*>", "", PARSER.render(markdown)))


def test_there_are_thirty() -> None:
    assert len(PAGES) >= 30


@pytest.mark.parametrize("name", NAMES)
def test_markdown(name: str) -> None:
    expected = (FIXTURES / "structure" / f"{name}.md").read_text(encoding="utf-8")
    assert article_of(name).markdown == expected.rstrip("\n")


@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_the_markdown_is_the_text(name: str) -> None:
    article = article_of(name)
    assert article.markdown is not None
    assert bare(stripped(article.markdown)) == bare(article.text)


@pytest.mark.parametrize("name", NAMES)
def test_text_is_the_same_without_structure(name: str) -> None:
    page = (FIXTURES / "structure" / f"{name}.html").read_bytes()
    plain = Cleaner(script="original").clean(page, url=URL)
    assert plain == article_of(name).model_copy(
        update={"markdown": None, "html": None, "blocks": None, "images": plain.images}
    )
    assert [image.url for image in plain.images] == [image.url for image in article_of(name).images]


@pytest.mark.parametrize("name", NAMES)
def test_round_trip(name: str) -> None:
    """Rendered and cleaned again, Markdown gives the same text."""
    article = article_of(name)
    assert article.markdown is not None
    head = f"<html><head><title>{article.title}</title></head><body><h1>{article.title}</h1>"
    again = CLEANER.clean(f"{head}{PARSER.render(article.markdown)}</body></html>", url=URL)
    assert bare(again.text) == bare(article.text)


@pytest.mark.parametrize("name", NAMES)
def test_html_holds_nothing_but_text(name: str) -> None:
    html = article_of(name).html
    assert html is not None
    assert not re.search(r"\s(?:on\w+|style|id)=|javascript:", html)
    assert set(re.findall(r"<(\w+)", html)) <= TAGS


def test_attachments() -> None:
    files = article_of("notice-attachments").attachments
    assert [(file.name, file.url, file.type, file.size) for file in files] == [
        ("1.轮渡时刻表.pdf", "https://n.example/a/P020260312001.pdf", "pdf", "320KB"),
        ("2.月票申请表.docx", "https://n.example/a/P020260312002.docx", "docx", None),
    ]


def test_attachments_below_the_text() -> None:
    files = article_of("notice-attachment-box").attachments
    assert [(file.name, file.url, file.type, file.size) for file in files] == [
        ("合格人员名单", "https://n.example/upload/2026/03/hege.xlsx", "xlsx", "56KB"),
        ("公示说明", "https://n.example/download.jsp?file=/upload/2026/03/gongshi.pdf", "pdf", None),
    ]


def test_videos() -> None:
    media = article_of("video").media
    assert [(one.form, one.url, one.poster, one.title) for one in media] == [
        ("video", "https://n.example/v/fog.mp4", "https://n.example/v/fog.jpg", "渡轮穿过晨雾"),
        ("player", "https://player.bilibili.com/player.html?bvid=BV1xx", None, "晨雾完整版"),
    ]


def test_images_know_their_block() -> None:
    article = article_of("caption-paragraph")
    assert article.blocks is not None
    assert [article.blocks[image.block or 0].type for image in article.images] == ["picture", "picture"]


def test_blocks_are_the_text() -> None:
    for name in NAMES:
        article = article_of(name)
        data = Article.model_validate_json(article.model_dump_json())
        assert data == article
        assert data.blocks


def test_pages_are_marked_as_synthetic() -> None:
    assert all("合成文本" in page.read_text(encoding="utf-8").split("\n")[0] for page in PAGES)


SITE_PAGES = sorted(path.parent for path in FIXTURES.glob("*/*/response.json"))


def test_every_fixture_says_the_same_in_markdown() -> None:
    """Also converted to Simplified, and rendered and cleaned again."""
    cleaner, read = Cleaner(formats={"markdown"}), 0
    for folder in SITE_PAGES:
        article = cleaner.process(read_case(folder).page)
        if isinstance(article, Article):
            read += 1
            assert article.markdown is not None
            assert bare(stripped(article.markdown)) == bare(article.text), folder
            head = f"<html><head><title>{article.title}</title></head><body><h1>{article.title}</h1>"
            again = cleaner.clean(f"{head}{PARSER.render(article.markdown)}</body></html>", url=URL)
            assert bare(again.text) == bare(article.text), folder
    assert read >= 30
