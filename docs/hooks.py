"""What mkdocs does besides: a bar that tables need escaped is a plain one, the theme's one script from elsewhere is the one
in `assets/`, and its language menu finds the site map of each language that it asks for."""

import re
import shutil
from pathlib import Path
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

_ELSEWHERE = "https://unpkg.com/iframe-worker/shim"
_HERE = "assets/iframe-worker.js"


def on_page_content(html: str, **_: Any) -> str:
    """The body of a page. GitHub reads `str \\| None` in a table as meant, Python-Markdown keeps the backslash."""
    return re.sub(r"<code>[^<]*</code>", lambda code: code[0].replace("\\|", "|"), html)


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """A page of ours."""
    return output.replace(_ELSEWHERE, get_relative_url(_HERE, page.url))


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """A page of the theme's, such as 404.html."""
    return output_content.replace(_ELSEWHERE, get_relative_url(_HERE, template_name))


def on_post_build(config: Any, **_: Any) -> None:
    """The site is built, in one language or in all."""
    site = Path(config["site_dir"])
    if (site / "zh").is_dir() and (site / "sitemap.xml").exists():
        shutil.copy(site / "sitemap.xml", site / "zh")
