import asyncio
from typing import Any

import pytest

from cleaners import Cleaner
from crawler.items import Fetched, Outcome
from crawler.pipelines.cleaning import CleaningPipeline, one_record
from schemas import Article, Failure, Flag, Page, Reason, Rejection, Stage
from tests.crawler.texts import article

PAGE = Page(url="http://a.cn/1.html", body=article("合成报道").encode())
ARTICLE = Article(title="合成", text="合成正文。")
REJECTED = Rejection(reason=Reason.LISTING)


def test_the_first_page_decides() -> None:
    assert one_record([REJECTED, ARTICLE]) is REJECTED
    assert one_record([ARTICLE]) is ARTICLE


@pytest.mark.parametrize(("results", "whole"), [((ARTICLE,), False), ((ARTICLE, REJECTED), True)])
def test_a_missing_or_rejected_later_page_truncates(results: tuple[Any, ...], whole: bool) -> None:
    record = one_record(results, whole=whole)
    assert isinstance(record, Article) and record.flags == (Flag.TRUNCATED,)


def test_an_outcome_passes() -> None:
    outcome = Outcome("a", REJECTED)
    assert asyncio.run(CleaningPipeline(Cleaner(), 0).process_item(outcome)) is outcome


def test_a_cleaner_that_raises_gives_a_failure() -> None:
    pipeline = CleaningPipeline(Cleaner(), 0)

    def broken(page: Page) -> Article:
        raise RecursionError("deep")

    pipeline._process = broken
    record = asyncio.run(pipeline.process_item(Fetched("a", (PAGE,)))).record
    assert isinstance(record, Failure) and (record.stage, record.error) == (Stage.CLEAN, "RecursionError")


def test_workers_give_the_same() -> None:
    alone, guarded = CleaningPipeline(Cleaner(), 0), CleaningPipeline(Cleaner(), 1)
    try:
        item = Fetched("a", (PAGE,))
        assert asyncio.run(guarded.process_item(item)) == asyncio.run(alone.process_item(item))
    finally:
        guarded.close_spider()
