"""The records: closed, immutable, round-trip through JSON, and published."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from schemas import Article, Credit, Failure, Page, Place, Rejection, Role, RunReport, SiteCounts
from schemas.json_schema import PUBLISHED, article_schema

ARTICLE = Article(
    title="标题",
    text="一段。\n二段。",
    published_at=datetime(2026, 2, 28, 8, 25, tzinfo=UTC),
    credits=(
        Credit(name="王一", role=Role.AUTHOR),
        Credit(name="李二", role=Role.REPORTER),
        Credit(name="赵三", role=Role.REPORTER, place=Place.OPENING),
        Credit(name="钱四", role=Role.EDITOR),
        Credit(name="王一", role=Role.REPORTER),
    ),
)


def test_the_published_json_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == article_schema(), "run: python -m schemas.json_schema"


def test_every_field_is_documented() -> None:
    for model in (Article, Page, Credit, Rejection, Failure, RunReport, SiteCounts):
        missing = [name for name, field in model.model_fields.items() if not field.description]
        assert not missing, (model, missing)


def test_an_article_survives_json() -> None:
    assert Article.model_validate_json(ARTICLE.model_dump_json()) == ARTICLE


def test_authors_sign_and_a_dateline_reporter_does_not() -> None:
    assert ARTICLE.authors == ("王一", "李二")
    assert ARTICLE.editors == ("钱四",)


def test_a_body_that_is_not_utf8_survives_json() -> None:
    page = Page(body=b"\xff\xd6\xd0", headers=(("Content-Type", "text/html"),))
    assert Page.model_validate_json(page.model_dump_json()) == page
    assert page.header("content-type") == "text/html"
    assert page.header("etag") is None


def test_records_are_closed_and_immutable() -> None:
    with pytest.raises(ValidationError):
        Article.model_validate({"title": "", "text": "", "colour": "red"})
    with pytest.raises(ValidationError):
        ARTICLE.title = "其他"  # type: ignore[misc]  # the point of the test


def test_a_naive_date_is_refused() -> None:
    with pytest.raises(ValidationError):
        Article(title="", text="", published_at=datetime(2026, 2, 28))


def test_counts_must_add_up() -> None:
    SiteCounts(fetched=3, articles=1, rejected={"listing": 1}, failed={"fetch": 1})
    with pytest.raises(ValidationError, match="2 pages fetched, 1 accounted for"):
        SiteCounts(fetched=2, articles=1)
