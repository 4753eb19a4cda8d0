"""A file for a site that has none yet, proposed from its recorded pages."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from scrapy.http import HtmlResponse

from cleaners import Cleaner, decode
from cleaners.sites import Site, Sites
from crawler.discovery.forms import Counts, Standing, form_pattern, standing
from crawler.discovery.links import host_of, page_links, path_of
from crawler.url_pattern import url_pattern
from schemas import Article, Page, Reason

# Labels that say what kind of host it is, not whose: news.gmw.com.cn is gmw's.
_COMMON_LABELS = {"www", "m", "wap", "com", "net", "org", "gov", "edu", "ac", "co"}
_TITLE_END = re.compile(r"[_|｜—–-]\s*([^_|｜—–-]{2,20})$")
_OF_LISTS = {Reason.LISTING, Reason.NO_TEXT, Reason.TOO_SHORT}


def site_name(host: str, sites: Sites) -> str:
    """A free name for a host: `example` for www.example.com.cn, `site_163` for 163.com."""
    *labels, top = host.split(".")
    label = next((label for label in reversed(labels) if label not in _COMMON_LABELS), host)
    label = host if top.isdigit() else label
    name = re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")
    free = name[:1].isalpha() and not sites.named(name)
    return name if free else f"site_{name}"


def proposed_site(name: str, pages: Sequence[Page], cleaner: Cleaner) -> Site:
    """What the site's recorded pages tell. A field they do not tell stays empty."""
    outcomes = [(page, cleaner.process(page)) for page in pages]
    articles = [(page, outcome) for page, outcome in outcomes if isinstance(outcome, Article)]
    article_url = url_pattern(page.url or "" for page, _ in articles)
    others = (page for page, outcome in outcomes if getattr(outcome, "reason", None) in _OF_LISTS)
    lists = [page for page in others if _leads_to(page, article_url)]
    boxes = {stable_box(article.provenance["text"]) for _, article in articles}
    return Site(
        name=name,
        title=_commonest([_site_title(page) for page in pages]) or name,
        hosts=tuple(sorted({host_of(page.url or "").removeprefix("www.") for page in pages})),
        start=tuple(sorted({page.url for page in lists if page.url})),
        article_url=article_url,
        list_url=url_pattern(page.url or "" for page in lists),
        body=boxes.pop() if len(boxes) == 1 else "",
    )


def learnt_site(site: Site, forms: Mapping[str, Counts]) -> Site:
    """The site with what a crawl learnt of its URLs, in place of what a few recorded pages tell: the forms that give
    articles, and those whose pages lead to some. As it was where the crawl learnt nothing of its hosts."""
    own = {form: counts for form, counts in forms.items() if form.partition("/")[0] in site.hosts}
    ranks = {form: standing(counts, f"http://{form}") for form, counts in own.items()}
    articles = [form for form, rank in ranks.items() if rank is Standing.GIVES]
    lists = [form for form, rank in ranks.items() if rank is Standing.LEADS]
    learnt = {"article_url": _one(articles), "list_url": _one(lists)} if articles else {}
    return site.model_copy(update=learnt)


def _one(forms: Sequence[str]) -> str:
    """One expression for several forms."""
    patterns = [form_pattern(form).removeprefix("(?i)") for form in sorted(forms)]
    return f"(?i){'|'.join(patterns)}" if patterns else ""


def site_file(site: Site) -> str:
    """The text of the site's TOML file."""
    said = site.model_dump(exclude_defaults=True)
    lines = (f"{name} = {_toml(value)}\n" for name, value in said.items())
    return f"# Proposed from recorded pages. Read it, and say here what is special about the site.\n{''.join(lines)}"


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


def _toml(value: str | tuple[str, ...]) -> str:
    """As a person would write it: expressions without doubled backslashes."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    plain = "\\" in value and "'" not in value and value.isprintable()
    return f"'{value}'" if plain else json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
