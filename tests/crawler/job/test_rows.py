"""What the values of the ledger say of themselves: forms, twins, places, archived pages."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc import ArchiveIterator

from crawler.job.errors import JobDamaged, JobLocked
from crawler.job.lock import Lock
from crawler.job.rows import Row, Settled
from crawler.job.settle import version_of
from crawler.job.shards import Kind, Shards, first_shard
from crawler.job.table import Known
from crawler.job.twins import desktop_of, on_desktop, titled
from crawler.job.warc import read_page, write_page
from schemas import Article, Failure, Page, Reason, Record, Rejection, Stage

PLAIN, BARREN = "http://a.example/news/1.html", "http://a.example/search?q=1"
ARTICLE = Article(title="题", text="正文", content_hash="1")
EMPTY, AWAY = Rejection(reason=Reason.EMPTY), Rejection(reason=Reason.STATUS)


def settled(record: Record | None, url: str = PLAIN, form: str = "a.example/0", **gave: object) -> Settled:
    row = Row(1, b"1", url, "a.example", "site", 0, "{}", 0, None, None, None, None)
    return Settled(row, record, form=form, **gave)  # type: ignore[arg-type]  # its own fields


@pytest.mark.parametrize(
    ("page", "tells"),
    [
        (settled(ARTICLE), True),
        (settled(None), True),
        (settled(Rejection(reason=Reason.TOO_SHORT)), True),
        (settled(ARTICLE, form=""), False),
        (settled(ARTICLE, retry=True), False),
        (settled(ARTICLE, again=True), False),
        (settled(Failure(stage=Stage.FETCH, error="timeout")), False),
        (settled(AWAY), False),
        (settled(AWAY, BARREN), False),
        (settled(EMPTY), False),
        (settled(EMPTY, BARREN), True),
        (settled(ARTICLE, final=b"2"), True),
        (settled(None, final=b"2"), False),
        (settled(None, final=b"2", start=True), True),
        (settled(None, start=True), True),
    ],
)
def test_a_page_that_came_tells_of_its_form(page: Settled, tells: bool) -> None:
    assert page.tells_of_form is tells


@pytest.mark.parametrize(
    ("known", "counted"),
    [
        (Known(0, None, None, False), False),
        (Known(0, "failures-00001.jsonl:0", None, False), False),
        (Known(0, "rejections-00001.jsonl:0", None, False), True),
        (Known(0, "worker-1/rejections-00001.jsonl:0", None, False), True),
        (Known(0, "rejections-of-others/failures-00001.jsonl:0", None, False), False),
        (Known(0, "failures-00001.jsonl:0", "articles-00001.jsonl:0", False), True),
        (Known(0, None, None, True), True),
    ],
)
def test_each_page_counts_once_for_its_form(known: Known, counted: bool) -> None:
    assert known.counted is counted


@pytest.mark.parametrize(
    ("host", "desktop"),
    [
        ("m.a.example", "a.example"),
        ("wap.news.a.example", "news.a.example"),
        ("www.a.example", ""),
        ("m.example", ""),
        ("form.a.example", ""),
    ],
)
def test_a_host_for_phones_has_a_desktop(host: str, desktop: str) -> None:
    assert desktop_of(host) == desktop


def test_one_title_and_text_on_a_host_is_one_article() -> None:
    assert titled("www.a.example", ARTICLE) == titled("a.example", ARTICLE)
    assert len(titled("a.example", ARTICLE)) == 1
    others = [
        titled("b.example", ARTICLE),
        titled("a.example", ARTICLE.model_copy(update={"title": "别题"})),
        titled("a.example", ARTICLE.model_copy(update={"content_hash": "2"})),
    ]
    assert len({titled("a.example", ARTICLE), *others}) == 4
    assert titled("a.example", ARTICLE.model_copy(update={"title": ""})) == ()
    assert on_desktop("m.a.example", ARTICLE) == titled("a.example", ARTICLE)
    assert on_desktop("a.example", ARTICLE) == ()


PAGES = [
    Page(
        url="http://a.example/文",
        status=404,
        body=b"\x00\xffbody",
        fetched_at=datetime(2026, 1, 2, tzinfo=UTC),
    ),
    Page(status=567, body=b"", headers=(("Set-Cookie", "a"), ("Set-Cookie", "b"))),
    Page(
        url="http://a.example/2", body=b"two" * 9_000, headers=(("Transfer-Encoding", "chunked"), ("X", "é"))
    ),
]


def test_the_version_of_an_article_is_that_of_jobs_begun_before() -> None:
    """It stands in their ledgers: another would write every article anew."""
    assert version_of(ARTICLE) == "561a26fa3aeaa8574eb875cde33233dc"
    changed = {
        "title": "新",
        "content_hash": "2",
        "source": "报",
        "published_at": datetime(2026, 1, 2, tzinfo=UTC),
    }
    versions = {version_of(ARTICLE.model_copy(update={name: value})) for name, value in changed.items()}
    assert len(versions | {version_of(ARTICLE)}) == 5


def test_pages_come_back_from_an_archive_wherever_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "archive.warc.gz"
    places: list[int] = []
    for page in PAGES:
        places.append(file.stat().st_size if places else 0)
        with file.open("ab") as archive:
            archive.write(write_page(page))
    for page, place in zip(PAGES, places, strict=True):
        back = read_page(file, place)
        assert (back.url, back.status, back.body) == (page.url, page.status, page.body)
        kept = [(name.removeprefix("X-Archive-Orig-"), value) for name, value in back.headers]
        assert kept == [*page.headers, ("Content-Length", str(len(page.body)))]
        assert back.fetched_at == page.fetched_at or page.fetched_at is None
    with pytest.raises(JobDamaged, match="no whole record"):
        read_page(file, file.stat().st_size)


def test_other_programs_can_read_the_archive(tmp_path: Path) -> None:
    """What headers held line breaks would be other headers; what is no longer encoded must not say that it is."""
    odd = PAGES[2].model_copy(update={"headers": (("X", "a\r\nInjected: b"), ("Content-Encoding", "br"))})
    (tmp_path / "archive.warc.gz").write_bytes(b"".join(map(write_page, (PAGES[0], odd))))
    with (tmp_path / "archive.warc.gz").open("rb") as file:
        records = []
        for record in ArchiveIterator(file, parse_http=False):
            assert record.verify_block_digest()
            records.append(record.reader.read())
    head, _, body = records[0].partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 404 Not Found\r\n") and body == PAGES[0].body
    lines = records[1].partition(b"\r\n\r\n")[0].split(b"\r\n")
    assert lines[1:] == [
        b"X: a  Injected: b",
        b"X-Archive-Orig-Content-Encoding: br",
        b"Content-Length: 27000",
    ]


def test_a_folder_is_held_until_it_is_let_go(tmp_path: Path) -> None:
    with Lock(tmp_path) as held:
        with pytest.raises(JobLocked):
            Lock(tmp_path)
        held.release()
        held.release()
        Lock(tmp_path).release()


def test_a_shard_is_full_when_it_has_reached_its_size(tmp_path: Path) -> None:
    shards = Shards(tmp_path, {}, shard_bytes=4)
    places = [shards.append(Kind.ARTICLES, data) for data in (b"ab", b"cd", b"efghij", b"k", b"l")]
    assert [(place.file[9:14], place.offset) for place in places] == [
        ("00001", 0),
        ("00001", 2),
        ("00002", 0),
        ("00003", 0),
        ("00003", 1),
    ]
    assert shards.append(Kind.ARCHIVE, b"x").file == "archive-00001.warc.gz"
    lengths = dict(shards.sync())
    shards.committed()
    shards.close()
    assert shards.lengths == lengths and first_shard(tmp_path) == "archive-00001.warc.gz"
    again = Shards(tmp_path, lengths, shard_bytes=4)
    assert again.append(Kind.ARTICLES, b"m") == ("articles-00003.jsonl", 2)
    again.close()
    again.close()  # a second call does nothing


def test_what_a_group_left_behind_is_cut_off(tmp_path: Path) -> None:
    shards = Shards(tmp_path, {})
    shards.append(Kind.ARTICLES, b"kept")
    shards.sync()
    shards.committed()
    shards.append(Kind.ARTICLES, b"lost")
    shards.append(Kind.FAILURES, b"lost")
    shards.sync()
    shards.rollback()
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"kept", b""]
    assert shards.append(Kind.ARTICLES, b"next") == ("articles-00001.jsonl", 4)
    shards.close()
