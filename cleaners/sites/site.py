"""What can be said about a site: data, no code. One TOML file a site, with these keys."""

from __future__ import annotations

import re
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Any

from lxml.cssselect import CSSSelector, SelectorError
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from schemas import Kind


def _expression(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return text


def _one_group(text: str) -> str:
    if text and re.compile(_expression(text)).groups != 1:
        raise ValueError("needs one group")
    return text


def _selector(text: str) -> str:
    try:
        CSSSelector(text or "*", translator="html")
    except SelectorError as error:
        raise ValueError(f"not a CSS selector: {error}") from error
    return text


def _host(text: str) -> str:
    if not re.fullmatch(r"[^\s/:@?#]+", text):
        raise ValueError("a host name is needed, without http:// and without a path")
    return text.lower()


def _address(text: str) -> str:
    if not re.match(r"https?://[^/\s]", text):
        raise ValueError("an address is needed that starts with http:// or https://")
    return text


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Expression = Annotated[str, AfterValidator(_expression)]
Selector = Annotated[str, AfterValidator(_selector)]
Address = Annotated[str, AfterValidator(_address)]
Mend = tuple[Expression, str]
"""(regular expression, replacement)."""
Paths = Annotated[tuple[str, ...], BeforeValidator(_listed)]
"""Where values stand in the page's scripts, the best first: `ct` is a variable, `__NEXT_DATA__.props.article.title` a value
in the JSON that a variable or the script of that id holds; a number takes an element of a list. One may be given without
a list around it."""


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class State(_Data):
    """What a site's scripts say of an article: a platform prints its times and names by script."""

    title: Paths = ()
    """The headline."""
    author: Paths = ()
    """Who wrote it."""
    account: Paths = ()
    """The account that published it: 公众号, 头条号."""
    source: Paths = ()
    """来源: the outlet."""
    time: Paths = ()
    """When it was published: a printed time, or seconds or milliseconds since 1970."""


def _place(text: str) -> str:
    selector, _, attribute = text.partition("::attr(")
    if attribute and not re.fullmatch(r"[\w-]+\)", attribute):
        raise ValueError("an attribute is named so: span.time::attr(data-time)")
    return _selector(selector) and text


Place = Annotated[str, AfterValidator(_place)]
Places = Annotated[tuple[Place, ...], BeforeValidator(_listed)]
"""Elements of the page, the best first: CSS, with `::attr(name)` behind it for an attribute instead of the text. One may
be given without a list around it."""


class Marked(_Data):
    """Where a site's markup says who and when, for pages whose words do not tell."""

    title: Places = ()
    """The headline."""
    author: Places = ()
    """Who wrote it."""
    account: Places = ()
    """The account that published it."""
    source: Places = ()
    """来源: the outlet."""
    time: Places = ()
    """When it was published."""


def _numbered(text: str) -> str:
    if text and text.count("{n}") != 1:
        raise ValueError("needs {n} once, where the number of the page stands")
    return text


class Pager(_Data):
    """The later pages of a list, where no link leads to them."""

    url: Annotated[str, AfterValidator(_numbered)] = ""
    """Their URL, with `{n}` for the number: `index_{n}.html` beside the list, `/api/list?page={n}`."""
    count: Annotated[str, AfterValidator(_one_group)] = ""
    """Expression whose group is how many pages the list has, in its source: `createPageHTML\\((\\d+)`. Without it the
    next page is asked for as long as one leads to articles."""
    first: int = 2
    """Number of the second page: TRS begins with `index_1.html`."""


class Links(_Data):
    """Links that stand in JSON: in a script of the page, or in an answer that is JSON."""

    path: Paths = ()
    """Where: `data.list.url` in an answer, `__NEXT_DATA__.props.pageProps.list.url` in a page."""
    url: str = "{}"
    """What a value makes, where it is no URL itself: `/article/{}.html`."""


class Site(_Data):
    """One site or CMS family. What is left out, the general rules decide."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    """Also the spider's name and the value of `Article.site`: lower case ASCII."""
    title: str = ""
    """What people call the site, e.g. 散文网."""
    hosts: tuple[Annotated[str, AfterValidator(_host)], ...] = ()
    """Host names, each with its sub-domains."""
    marks: tuple[Expression, ...] = ()
    """Plain texts or regular expressions; the site is recognised when the decoded source holds all of them, in its first
    32,768 or last 16,384 characters. With neither hosts nor marks, every page is the site's that no other claims."""
    start: tuple[Address, ...] = ()
    """Lists that a crawl starts from."""
    feeds: tuple[Address, ...] = ()
    """RSS and Atom feeds that a crawl starts from."""
    sitemaps: tuple[Address, ...] = ()
    """Sitemaps, or a robots.txt that names them, that a crawl starts from."""
    article_url: Expression = ""
    """Regular expression of article paths, searched in path and query."""
    list_url: Expression = ""
    """Regular expression of list paths (channels, pagination), searched in path and query."""
    tidy: tuple[Mend, ...] = ()
    """Replacements in article URLs: one URL for an article that the site links under several."""
    pager: Pager = Pager()
    """The later pages of a list, where no link leads to them."""
    links: Links = Links()
    """Links that stand in JSON."""
    body: Selector = ""
    """The article's container, as CSS."""
    drop: Selector = ""
    """Boxes that are never article text, as CSS."""
    end: Expression = ""
    """Regular expression of a whole line that ends the article; it and what follows is dropped."""
    noise: Expression = ""
    """Regular expression of a whole line that is dropped."""
    canonical: Annotated[str, AfterValidator(_one_group)] = ""
    """Regular expression with one group: the canonical URL in a printed line (`首发散文网：(…)`)."""
    mends: tuple[Mend, ...] = ()
    """Replacements in the text: damage that the site's software does to it."""
    render: bool = False
    """Whether its pages need a browser: a crawl asks for them with one (docs/render.md)."""
    state: State = State()
    """What its scripts say of an article."""
    marked: Marked = Marked()
    """Where its markup says who and when."""
    kinds: dict[Kind, Expression] = {}
    """Regular expressions, searched in the source, of pages that are not articles: `gallery`, `video`, `blocked`. Asked
    where a page holds no article; `gallery` also names the kind of one that holds a text."""

    @cached_property
    def digest(self) -> str:
        """Twelve hex digits of SHA-256 over what is said: equal for equal rules, however the file is laid out."""
        return sha256(self.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:12]


GENERIC = Site(name="generic")
"""Nothing is known: the general rules decide everything."""
