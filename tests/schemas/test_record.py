"""The outcome of a page: one union, one table of kinds, one way each is made."""

from datetime import UTC, datetime

import pytest

from schemas import KINDS, Article, Failure, Page, Reason, Record, Rejection, Stage, kind_of

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        (Article(title="合成", text="合成正文。"), "articles"),
        (Rejection(reason=Reason.EMPTY), "rejections"),
        (Failure(stage=Stage.FETCH, error="x"), "failures"),
    ],
)
def test_every_kind_is_in_the_table(record: Record, kind: str) -> None:
    assert kind_of(record) == kind and KINDS[kind] is type(record) and isinstance(record, Record)


def test_a_rejection_of_a_page_and_of_an_article() -> None:
    page = Page(url="https://a.cn/", body=b"", fetched_at=NOW)
    article = Article(title="", text="合成", url=page.url, fetched_at=NOW)
    wanted = Rejection(url=page.url, reason=Reason.EMPTY, detail="x", fetched_at=NOW, cleaner_version="1")
    for origin in (page, article):
        assert Rejection.of(origin, Reason.EMPTY, "x", cleaner_version="1") == wanted


def test_a_failure_of_an_error() -> None:
    failure = Failure.of(KeyError("合成"), "https://a.cn/", Stage.CLEAN, attempts=2, failed_at=NOW)
    assert (failure.error, failure.detail, failure.attempts) == ("KeyError", "'合成'", 2)


def test_an_endless_message_is_cut() -> None:
    assert len(Failure.of(ValueError("x" * 10_000), None, Stage.CLEAN).detail) == 300
    assert len(Rejection(reason=Reason.STATUS, detail="x" * 10_000).detail) == 300
