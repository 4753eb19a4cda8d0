"""What a profile can say about a site: data, no code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """One site or CMS family. Every selector is CSS; an empty one means that the generic rule decides."""

    name: str
    """Registry name, also the spider's name: lower case ASCII."""
    title: str
    """Human name of the site, e.g. 散文网."""
    hosts: tuple[str, ...] = ()
    """Host names, each with its sub-domains."""
    marks: tuple[str, ...] = ()
    """Plain texts or regular expressions; the site is recognised when the decoded source holds all of them."""
    article_url: str = ""
    """Regular expression of article paths, searched in path and query."""
    list_url: str = ""
    """Regular expression of list paths (channels, pagination), searched in path and query."""
    body: str = ""
    """The article's container."""
    drop: str = ""
    """Boxes that are never article text."""
    end: str = ""
    """Regular expression of a whole line that ends the article; it and what follows is dropped."""
    noise: str = ""
    """Regular expression of a whole line that is dropped."""
    canonical: str = ""
    """Regular expression with one group: the canonical URL in a printed line (`首发散文网：(…)`)."""
    residue: tuple[tuple[str, str], ...] = ()
    """(regular expression, replacement) pairs mending damage the site's software does to its text."""


GENERIC = Profile(name="generic", title="")
