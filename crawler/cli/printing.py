"""An article for the terminal or the browser."""

from html import escape

from crawler.words import _
from schemas import Article

_PAGE = """<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ max-width: 42em; margin: 2em auto; padding: 0 1em; font: 17px/1.8 system-ui, sans-serif; color: #222; }}
h1, h2, h3 {{ line-height: 1.35; }}
figure {{ margin: 1.5em 0; text-align: center; }}
img, video {{ max-width: 100%; height: auto; }}
figcaption, .line {{ color: #666; font-size: 90%; }}
table {{ border-collapse: collapse; }}
td, th {{ border: 1px solid #bbb; padding: .3em .7em; vertical-align: top; }}
blockquote {{ margin: 1em 0; padding-left: 1em; border-left: 3px solid #bbb; color: #444; }}
pre {{ overflow-x: auto; padding: .8em; background: #f4f4f4; font-size: 85%; line-height: 1.5; }}
</style>
<h1>{title}</h1>
<p class="line">{line}</p>
{body}
{attachments}</html>"""


def printed(article: Article) -> str:
    """The article in the richest format it has: an HTML page, Markdown, or plain text."""
    if article.html is not None:
        return _page(article)
    if article.markdown is not None:
        return "\n\n".join(filter(None, (f"# {article.title}", _line(article), article.markdown)))
    return "\n\n".join(filter(None, (article.title, _line(article), article.text.replace("\n", "\n\n"))))


def _line(article: Article) -> str:
    """Date, source and people in one line."""
    date = article.published_at.isoformat(" ", "minutes") if article.published_at else None
    credits = (f"{_(credit.role.value)} {credit.name}" for credit in article.credits)
    return " · ".join(filter(None, (date, article.source, *credits)))


def _page(article: Article) -> str:
    """The article as a page of its own; the style is the page's, the record has none."""
    links = "\n".join(
        f'<li><a href="{escape(file.url)}">{escape(file.name)}</a> {escape(file.size or "")}</li>'
        for file in article.attachments
    )
    return _PAGE.format(
        title=escape(article.title),
        line=escape(_line(article)),
        body=article.html,
        attachments=f"<h2>附件</h2>\n<ul>\n{links}\n</ul>\n" if links else "",
    )
