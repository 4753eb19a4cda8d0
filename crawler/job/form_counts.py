"""What a job has learnt of the forms of a site's URLs, at hand while it crawls."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from time import monotonic

from crawler.discovery.canonical import twin_urls
from crawler.discovery.forms import Counts, Standing, enough, form_key, is_sample, standing
from crawler.job.rows import Settled
from schemas import Article

_HOSTS = 1_000
"""Hosts whose forms are held in memory."""
_FORMS = 500
"""Forms of a host that are told apart; what comes after is counted as one."""
_TWINS = 10_000
"""Articles that are remembered until they are committed, under up to three fingerprints each."""
_OTHERS = "/…"
_FRESH = 5.0
"""Seconds after which a host's forms are read again: other workers learn, too."""


class Forms:
    """`read` gives the counts of a host's forms, as they are committed."""

    def __init__(self, read: Callable[[str], dict[str, Counts]]) -> None:
        self._read = read
        self._met: OrderedDict[bytes, int] = OrderedDict()
        self._hosts: OrderedDict[str, tuple[float, dict[str, Counts]]] = OrderedDict()

    def key(self, url: str) -> str:
        """The form under which the page is counted."""
        key = form_key(url)
        host, _, _ = key.partition("/")
        known = self._of(host)
        return key if key in known or len(known) < _FORMS else host + _OTHERS

    def standing(self, url: str) -> Standing:
        """What is to be expected of the page."""
        return standing(self._counts(url), url)

    def tries(self, url: str) -> int | None:
        """Pages of an unknown form that are asked before it is known what they give; None for a known form."""
        return enough(url) if self.standing(url) is Standing.UNKNOWN else None

    def skips(self, url: str, run: int) -> bool:
        """Whether the page is left out in this run."""
        counts = self._counts(url)
        return standing(counts, url) is Standing.BARREN and not is_sample(url, run, counts)

    def note(self, settled: Settled) -> None:
        """What a page gave is known, and waits for its commit."""
        if not settled.tells_of_form:
            return
        article = settled.unchanged or (isinstance(settled.record, Article) and not self._is_copy(settled))
        new = sum(form_key(link.url) != settled.form for link in settled.links)
        self._add(settled.form, Counts(pages=1, articles=article, new=new))
        if article and settled.via and settled.row.version is None:
            self._add(settled.via, Counts(led=1))

    def _is_copy(self, settled: Settled) -> bool:
        """Whether this run met the article under another URL, or its page names another one as its own."""
        twins = (*settled.twins, *settled.elsewhere)
        known = [self._met.get(twin, settled.row.id) != settled.row.id for twin in twins]
        for twin in settled.twins:
            self._met.setdefault(twin, settled.row.id)
            if len(self._met) > _TWINS:
                self._met.popitem(last=False)
        return any(known) or (isinstance(settled.record, Article) and _stands_elsewhere(settled.record))

    def changed(self, keys: Iterable[str]) -> None:
        """More was committed of these forms."""
        for host in {key.partition("/")[0] for key in keys}:
            self._hosts.pop(host, None)

    def _add(self, key: str, more: Counts) -> None:
        forms = self._of(key.partition("/")[0])
        forms[key] = Counts(*map(sum, zip(forms.get(key, Counts()), more, strict=True)))

    def _counts(self, url: str) -> Counts:
        key = self.key(url)
        return self._of(key.partition("/")[0]).get(key, Counts())

    def _of(self, host: str) -> dict[str, Counts]:
        read, found = self._hosts.get(host, (0.0, None))
        if found is None or monotonic() - read > _FRESH:
            found = self._read(host)
            self._hosts[host] = monotonic(), found
        self._hosts.move_to_end(host)
        if len(self._hosts) > _HOSTS:
            self._hosts.popitem(last=False)
        return found


def _stands_elsewhere(article: Article) -> bool:
    """Whether the page names another URL as the article's own: it is a copy, as far as anyone knows yet."""
    own, named = article.url or "", article.canonical_url
    return bool(named) and twin_urls(own, None) != twin_urls(named or "", None)
