"""What CONTRIBUTING.md counts: a new field, form of a date or format has an effect, or a test fails."""

import json
from pathlib import Path

import pytest

from cleaners.metadata import Metadata
from cleaners.metadata.dates import find_dates, reading
from cleaners.metadata.dates.forms import FORMS, Form
from crawler.batch.writing import WRITERS
from crawler.output import Format
from schemas import Article, Rejection
from tests.cleaners.metadata.pages import page, read
from tests.cleaners.metadata.test_dates import ABSOLUTE, NOW, RELATIVE

# What the Article has from elsewhere: the page itself, its text, its structure, what became of it.
OF_THE_PAGE = {"url", "site", "site_digest", "encoding", "fetched_at", "kind", "posts", "language", "script"}
OF_THE_TEXT = {"title", "text", "source_title", "original_title", "original_text", "content_hash", "quality"}
OF_THE_STRUCTURE = {"markdown", "html", "blocks"}
OF_THE_RECORD = {"provenance", "flags", "cleaner_version", "schema_version", "previous_hash"}
OF_THE_CORPUS = {"duplicate_group", "original", "pages"}


def metadata() -> Metadata:
    return read(page(byline="<div>2026-05-09 10:10</div>")).metadata


def test_every_field_has_a_finder_and_every_finder_a_field() -> None:
    others = OF_THE_PAGE | OF_THE_TEXT | OF_THE_STRUCTURE | OF_THE_RECORD | OF_THE_CORPUS
    assert set(metadata().choices) == set(Article.model_fields) - others


@pytest.mark.parametrize("form", FORMS, ids=[f"{number} {form.name}" for number, form in enumerate(FORMS)])
def test_every_form_of_a_date_reads_a_line_that_no_other_reads(
    form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [text for text, _ in (*ABSOLUTE, *RELATIVE)]
    before = [find_dates(text, fetched_at=NOW) for text in texts]
    monkeypatch.setattr(reading, "FORMS", tuple(other for other in FORMS if other is not form))
    assert [find_dates(text, fetched_at=NOW) for text in texts] != before


@pytest.mark.parametrize("form", Format)
def test_every_format_has_a_writer_that_keeps_the_records(form: Format, tmp_path: Path) -> None:
    path = tmp_path / f"rejections.{form.suffix}"
    writer = WRITERS[form](path, Rejection)
    writer.write(Rejection(reason="empty", detail="合成"))
    writer.close()
    assert writer.rows == 1 and path.stat().st_size > len(json.dumps({"reason": "empty"}))
