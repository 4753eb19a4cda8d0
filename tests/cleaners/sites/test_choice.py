"""A site is found by host, by the marks of a CMS, or not at all; the nearest that claims a page has it."""

import pickle
import time

import pytest

from cleaners import Cleaner, Site, SiteError, Sites, known_sites
from cleaners.sites import GENERIC

WRAPPERS = '<rt id="fbvk0"><tr id="fbvk0"></tr></rt><kbd id="fbvk0"></kbd><dl id="fbvk0"></dl>'
LINK, FLOAT = '<link href="/assets/addons/cms/css/common.css">', '<div id="floatbtn"></div>'
LONG = "<p>文</p>" * 20_000
FASTADMIN_15 = "<script src='/assets/addons/cms/js/a.js'></script><div class=\"article-text\"></div>"


@pytest.mark.parametrize(
    ("url", "html", "site"),
    [
        ("https://www.yybnet.net/wuzhou/news/201807/7713944.html", "", "yybnet"),
        ("http://m.yybnet.net/x", "", "yybnet"),
        ("https://ppfocus.com/0/di33683f2.html", "", "ppfocus"),
        ("http://um.sanwen.net/subject/248345.html", "", "sanwenwang"),
        ("https://WWW.SanWenWang.com:8080/", "", "sanwenwang"),
        (None, "某地新闻,讲述家乡的故事。有观点、有态度,接地气的实时新闻", "yybnet"),
        (None, "<p>首发散文网：<a>https://www.sanwenwang.com/subject/1/</a></p>", "sanwenwang"),
        (None, "欢迎光临散文网", "generic"),
        (None, WRAPPERS, "pinyin_mirror"),
        (None, WRAPPERS.replace("><", ">\n\t<"), "pinyin_mirror"),
        (None, WRAPPERS.replace("<", "&lt;").replace(">", "&gt;"), "pinyin_mirror"),
        ("http://a.example/", LINK + FLOAT, "fastadmin"),
        ("http://a.example/", FASTADMIN_15, "fastadmin"),
        ("http://a.example/", LINK + LONG + FLOAT, "fastadmin"),
        ("http://a.example/", LINK + LONG + FLOAT + LONG, "generic"),  # only the ends are searched
        ("https://notyybnet.net/", "", "generic"),
        ("https://yybnet.net.evil.example/", "", "generic"),
        ("http://[::1", "", "generic"),
        (None, "", "generic"),
        # Ids of a careless page repeat as well, but not on empty elements one after the other.
        (None, '<li id="item1">一</li>' * 9, "generic"),
    ],
)
def test_the_site_of_a_page(url: str | None, html: str, site: str) -> None:
    assert known_sites().of(url, html).name == site


@pytest.mark.parametrize("filler", ['<rt id="abcd1">', "<a ", "&lt;", '<tr id="', "x"])
def test_marks_are_searched_in_bounded_time(filler: str) -> None:
    start = time.process_time()
    known_sites().of("http://" + "a." * 5000 + "example/", filler * (2_000_000 // len(filler)))
    assert time.process_time() - start < 5


OWN = Site(name="own", hosts=("own.example",))
MARKED = Site(name="marked", marks=("合成标记",))
EVERY = Site(name="every")


@pytest.mark.parametrize(
    ("given", "url", "html", "site"),
    [
        ((OWN,), "https://www.own.example/1", "", "own"),
        ((OWN,), "https://www.yybnet.net/1", "", "yybnet"),
        ((MARKED,), "https://www.yybnet.net/1", "合成标记", "marked"),  # a nearer mark before a farther host
        ((MARKED, OWN), "https://own.example/1", "合成标记", "own"),  # of one tier: hosts before marks
        ((EVERY, OWN), "https://own.example/1", "", "own"),
        ((EVERY, OWN), "https://www.yybnet.net/1", "", "every"),
        (
            (Site(name="yybnet", hosts=("own.example",)),),
            "https://www.yybnet.net/1",
            "",
            "generic",
        ),  # replaced
    ],
)
def test_the_nearest_wins(given: tuple[Site, ...], url: str, html: str, site: str) -> None:
    assert known_sites().nearer(*given).of(url, html).name == site


def test_a_name_stands_for_the_nearest() -> None:
    nearer = known_sites().nearer(mine := Site(name="yybnet", hosts=("own.example",)))
    assert nearer.named("yybnet") is mine and [site.name for site in nearer].count("yybnet") == 1
    assert (
        nearer.named("generic") is GENERIC and nearer.named("nobody") is None and nearer.named(None) is None
    )


@pytest.mark.parametrize(
    ("sites", "why"),
    [
        ((OWN, Site(name="own", hosts=("b.example",))), "the name 'own'"),
        ((OWN, Site(name="b", hosts=("own.example",))), "'own' and 'b', claim the host 'own.example'"),
        ((EVERY, Site(name="b")), "every page"),
        ((Site(name="generic"),), "taken"),
    ],
)
def test_two_sites_cannot_claim_the_same(sites: tuple[Site, ...], why: str) -> None:
    with pytest.raises(SiteError, match=why):
        Sites(sites)


def test_a_digest_tells_rules_apart() -> None:
    assert OWN.digest == Site(name="own", hosts=("OWN.example",)).digest != MARKED.digest
    assert known_sites().digest == Sites(known_sites()).digest != known_sites().nearer(OWN).digest


def test_a_cleaner_with_sites_goes_to_other_processes() -> None:
    cleaner = Cleaner(sites=known_sites().nearer(OWN, MARKED))
    copy = pickle.loads(pickle.dumps(cleaner))
    assert copy.sites.digest == cleaner.sites.digest
    assert copy.sites.of(None, "合成标记") == MARKED
