"""A profile for a site that has none yet, proposed from its recorded pages."""

import json
import keyword
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from itertools import islice

from scrapy.http import HtmlResponse

from cleaners import Cleaner, decode
from cleaners.sites import PROFILES, Profile
from crawler.discovery.links import host_of, page_links, path_of
from crawler.url_pattern import url_pattern
from schemas import Article, Page, Reason

# Labels that say what kind of host it is, not whose: news.gmw.com.cn is gmw's.
_COMMON_LABELS = {"www", "m", "wap", "com", "net", "org", "gov", "edu", "ac", "co"}
_TITLE_END = re.compile(r"[_|｜—–-]\s*([^_|｜—–-]{2,20})$")
_EXPRESSIONS = {"article_url", "list_url"}
_OF_LISTS = {Reason.LISTING, Reason.NO_TEXT, Reason.TOO_SHORT}


def site_name(host: str) -> str:
    """A registry name for a host: `example` for www.example.com.cn, `site_163` for 163.com."""
    *labels, top = host.split(".")
    label = next((label for label in reversed(labels) if label not in _COMMON_LABELS), host)
    label = host if top.isdigit() else label
    name = re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")
    free = name.isidentifier() and not keyword.iskeyword(name) and name not in PROFILES
    return name if free else f"site_{name}"


def proposed_profile(name: str, pages: Sequence[Page]) -> Profile:
    """What the site's recorded pages tell. A field they do not tell stays empty."""
    outcomes = [(page, Cleaner().process(page)) for page in pages]
    articles = [(page, outcome) for page, outcome in outcomes if isinstance(outcome, Article)]
    article_url = url_pattern(page.url or "" for page, _ in articles)
    others = (page for page, outcome in outcomes if getattr(outcome, "reason", None) in _OF_LISTS)
    lists = [page for page in others if _leads_to(page, article_url)]
    boxes = {stable_box(article.provenance["text"]) for _, article in articles}
    return Profile(
        name=name,
        title=_commonest([_site_title(page) for page in pages]) or name,
        hosts=tuple(sorted({host_of(page.url or "").removeprefix("www.") for page in pages})),
        article_url=article_url,
        list_url=url_pattern(page.url or "" for page in lists),
        body=boxes.pop() if len(boxes) == 1 else "",
    )


def profile_module(profile: Profile) -> str:
    """The source of `cleaners/sites/NAME.py`."""
    given = [field.name for field in fields(Profile) if getattr(profile, field.name) != field.default]
    lines = (f"    {name}={_literal(name, getattr(profile, name))},\n" for name in given)
    return (
        f'"""{profile.name}: proposed from recorded pages. Read it, and say here what is special about the site."""\n\n'
        f"from cleaners.sites.profile import Profile\n\nPROFILE = Profile(\n{''.join(lines)})\n"
    )


def stable_box(selector: str) -> str:
    """Tag and id of a container, else its tag and classes; '' where nothing but numbered names tell it."""
    tag, *names = re.split(r"(?=[.#])", selector)
    stable = [name for name in names if re.fullmatch(r"[.#][A-Za-z_-]+", name)]
    by_id = [name for name in stable if name.startswith("#")]
    return tag + "".join(by_id or stable) if stable else ""


def links_on_site(page: Page) -> list[str]:
    """What a page links to on its own host, in order."""
    encoding = decode(page.body, headers=page.headers).report.encoding
    response = HtmlResponse(page.url or "", body=page.body, encoding=encoding)
    return [link.url for link in page_links(response) if host_of(link.url) == host_of(response.url)]


def _leads_to(page: Page, article_url: str) -> bool:
    """Whether a page links to several articles."""
    found = (url for url in links_on_site(page) if article_url and re.search(article_url, path_of(url)))
    return len(list(islice(found, 2))) == 2


def _site_title(page: Page) -> str:
    """og:site_name, else the end of <title>: `题目_示例新闻网`."""
    html = decode(page.body, headers=page.headers).text
    response = HtmlResponse(page.url or "", body=html, encoding="utf-8")
    named = response.css("meta[property='og:site_name']::attr(content)").get("").strip()
    ending = _TITLE_END.search(response.css("title::text").get("").strip())
    return named or (ending[1].strip() if ending else "")


def _commonest(texts: Sequence[str]) -> str:
    """What most of the texts say, or ''."""
    text, count = Counter(texts).most_common(1)[0]
    return text if count * 2 > len(texts) else ""


def _literal(name: str, value: str | tuple[str, ...]) -> str:
    """As the formatter would write it. A page's words are quoted: they never become code."""
    if isinstance(value, tuple):
        return f"({', '.join(map(_quoted, value))}{',' if len(value) == 1 else ''})"
    return f'r"{value}"' if name in _EXPRESSIONS else _quoted(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
