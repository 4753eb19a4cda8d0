"""What in an answer may be the host's word and not the page's. Pure."""

import re
from urllib.parse import urlsplit

from cleaners.decoding import decode
from cleaners.lexicon import expression, fold

_OF_THE_PAGE = {404, 410, 451}
"""Error statuses that speak of one page: not there, gone, not in your country."""
_LARGEST = 64 * 1024  # bytes of the largest page that is looked at: a ban or a challenge is small
_LONGEST = 400  # characters of its longest visible text: more, and the words stand in an article
_SAYS = expression(
    "<hosts.ban>|<hosts.captcha>|<hosts.maintenance>", needs="hosts.ban hosts.captcha hosts.maintenance"
)
# Scripts that let nobody pass who runs none; they stand on other pages too, but those have a text.
_CHALLENGE = re.compile(
    rb"_cf_chl_opt|acw_sc__v2|__jsl_clearance|\$_ts=window|TencentCaptcha|geetest|aliyunCaptcha|yundun|WAF_",
    re.IGNORECASE,
)
_WORDLESS = 100  # characters of visible text below which a page is little but its scripts
_HIDDEN = ("script", "style", "noscript")
_TAG = re.compile(r"<[^<>]*>")


def sign_of(status: int, body: bytes, content_type: str = "") -> str:
    """Why the answer may be the host's own, or ''."""
    if status >= 400 and status not in _OF_THE_PAGE:
        return f"HTTP {status}"
    if status in _OF_THE_PAGE or not body or len(body) > _LARGEST:
        return ""
    return _said(body, content_type)


def landing(url: str) -> str:
    """What is alike in redirects to one page: its address without what tells the visitors apart."""
    parts = urlsplit(url)
    return f"{_bare(parts.hostname)}{parts.path.rstrip('/')}"


def led_away(asked: str, url: str) -> bool:
    """Whether a redirect led to another page, not to the same under https, www or with a slash."""
    before, after = urlsplit(asked), urlsplit(url)
    return landing(asked) != landing(url) or before.query != after.query


def _bare(host: str | None) -> str:
    return (host or "").removeprefix("www.")


def _said(body: bytes, content_type: str) -> str:
    text = _visible(decode(body, headers={"Content-Type": content_type}).text)
    if len(text) > _LONGEST:
        return ""
    if found := _SAYS.search(fold(text).lower()):
        return f"it says {found[0]}"
    challenge = _CHALLENGE.search(body) if len(text) < _WORDLESS else None
    return f"a challenge: {challenge[0].decode('latin-1')}" if challenge else ""


def _visible(page: str) -> str:
    """Roughly what a reader sees, in lower case: linear in the page, whatever is in it."""
    page = page.lower()
    for name in _HIDDEN:
        first, *others = page.split(f"<{name}")
        page = first + "".join(other.partition(f"</{name}")[2] for other in others)
    return " ".join(_TAG.sub(" ", page).split())
