import re

import pytest

from crawler.discovery.forms import Counts, Standing, form_key, form_of, form_pattern, is_sample, standing
from crawler.discovery.links import path_of


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/", "/"),
        ("/2024/01/05/old-canal-a/", "/0/0/0/~/"),
        ("/%E7%A7%8B%E5%A4%A9/", "/~/"),
        ("/old-canal-a/", "/~/"),
        ("/about/", "/@/"),
        ("/category/city/", "/category/@/"),
        ("/category/city/page/2/", "/category/@/page/0/"),
        ("/news/list_2_13.html", "/news/list_0_0.html"),
        ("/news/2024/0105/345.html", "/news/0/0/0.html"),
        ("/art/2024/5/3/art_123_456.html", "/art/0/0/0/art_0_0.html"),
        ("/zwgk/202401/t20240105_412345.html", "/zwgk/0/t0_0.html"),
        ("/posts/3f2a9b1c/", "/posts/#/"),
        ("/newsDetail_forward_25912345", "/newsdetail_forward_0"),
        ("/index.php/archives/345/", "/index.php/archives/0/"),
        ("/?p=3&replytocom=103", "/?p=0&replytocom=0"),
        ("/?xinwen/345.html", "/?xinwen/0.html"),
        ("/portal.php?mod=view&aid=3", "/portal.php?aid=0&mod=view"),
        ("/list?tag=abc&sort=", "/list?sort=&tag=~"),
        ("/read?no=12", "/read?no=0"),
        ("/content/123", "/content/0"),
        ("/qiutiandeyu.html", "/@.html"),
    ],
)
def test_form(path: str, form: str) -> None:
    assert form_of(f"http://a.cn{path}") == form
    assert form_key(f"http://www.a.cn{path}") == f"a.cn{form}"


def test_a_hostile_url_has_a_short_form() -> None:
    assert len(form_of("http://a.cn/" + "a_1" * 100_000 + "?" + "b=1&" * 10_000)) <= 120


@pytest.mark.parametrize(
    ("counts", "url", "expected"),
    [
        (Counts(), "/1.html", Standing.UNKNOWN),
        (Counts(pages=4), "/1.html", Standing.UNKNOWN),
        (Counts(pages=5), "/1.html", Standing.BARREN),
        (Counts(pages=2), "/?replytocom=1", Standing.BARREN),
        (Counts(pages=5, new=40), "/list/1", Standing.UNKNOWN),  # what it led to is not known yet
        (Counts(pages=8, lists=8), "/channel/1", Standing.UNKNOWN),  # lists that show what others do not
        (Counts(pages=30, new=400), "/calendar/1", Standing.BARREN),
        (Counts(pages=30, led=4), "/list/1", Standing.LEADS),
        (Counts(pages=500, led=4), "/list/1", Standing.BARREN),
        (Counts(pages=3, articles=1), "/1", Standing.LEADS),
        (Counts(pages=3, articles=2), "/1", Standing.GIVES),
    ],
)
def test_standing(counts: Counts, url: str, expected: Standing) -> None:
    assert standing(counts, f"http://a.cn{url}") is expected


def test_a_few_pages_of_a_barren_form_are_asked_and_each_run_others() -> None:
    urls = [f"http://a.cn/?replytocom={number}" for number in range(1_000)]
    counts = Counts(pages=10, skipped=990)
    runs = [{url for url in urls if is_sample(url, run, counts)} for run in range(20)]
    assert all(len(asked) < 12 for asked in runs)
    assert 20 < len(set().union(*runs)) < 80


@pytest.mark.parametrize(
    ("url", "others", "foreign"),
    [
        (
            "/2024/01/05/old-canal-a/",
            ["/2023/12/31/wet-lane-bc/"],
            ["/2024/01/", "/2024/01/05/old-canal-a/feed/"],
        ),
        ("/news/list_2_13.html", ["/news/list_1_2.html"], ["/news/12.html"]),
        ("/posts/3f2a9b1c/", ["/posts/0a1b2c3d/"], ["/tags/3f2a9b1c/"]),
        ("/Show.asp?ID=12&Page=3", ["/show.asp?page=1&id=3"], ["/show.asp?id=12", "/list.asp?id=1&page=2"]),
        ("/?xinwen/345.html", ["/?xinwen/9.html"], ["/?345.html"]),
    ],
)
def test_a_form_is_an_expression(url: str, others: list[str], foreign: list[str]) -> None:
    pattern = form_pattern(form_key(f"http://a.cn{url}"))
    assert all(re.search(pattern, path_of(f"http://a.cn{one}")) for one in (url, *others))
    assert not any(re.search(pattern, path_of(f"http://a.cn{one}")) for one in foreign)
