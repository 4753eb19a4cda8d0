from datetime import UTC, datetime
from io import BufferedWriter
from pathlib import Path
from typing import cast

import pytest

from crawler.pipelines.accounting import NotAnArticle, site_counts
from crawler.pipelines.files import OutcomeWriter
from schemas import Article, Failure, Reason, Rejection, RunReport, Stage

NOW = datetime(2026, 11, 22, tzinfo=UTC)
REPORT = RunReport(started_at=NOW, finished_at=NOW)
RECORDS = (
    Article(title="合成标题", text="合成正文。"),
    Rejection(reason=Reason.LISTING),
    Failure(stage=Stage.FETCH, error="robots"),
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_get_their_names_at_the_end(tmp_path: Path) -> None:
    writer = OutcomeWriter(tmp_path)
    for record in RECORDS:
        writer.write(record)
    assert all(name.endswith(".part") for name in names(tmp_path))
    writer.close(REPORT)
    assert names(tmp_path) == ["articles.jsonl", "failures.jsonl", "rejections.jsonl", "report.json"]
    assert Article.model_validate_json((tmp_path / "articles.jsonl").read_text("utf-8")) == RECORDS[0]


def test_a_broken_run_leaves_the_earlier_one(tmp_path: Path) -> None:
    OutcomeWriter(tmp_path).close(REPORT)
    broken = OutcomeWriter(tmp_path)
    broken.write(RECORDS[0])
    for file in broken._files.values():
        file.close()
    assert (tmp_path / "articles.jsonl").read_bytes() == b""


def test_a_full_disk_leaves_no_finished_file(tmp_path: Path) -> None:
    writer = OutcomeWriter(tmp_path)
    with Path("/dev/full").open("wb", buffering=0) as full:
        writer._files["articles"].close()
        writer._files["articles"] = cast(BufferedWriter, full)
        with pytest.raises(OSError, match="No space"):
            writer.write(RECORDS[0])
    with pytest.raises(OSError, match="No space"):
        writer.close(REPORT)
    assert "articles.jsonl" not in names(tmp_path)
    for file in writer._files.values():
        file.close()


def test_an_unwritable_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        OutcomeWriter(tmp_path / "file")


def test_counts_come_from_stats_and_add_up() -> None:
    stats = {
        "qingwen/a/articles": 3,
        "qingwen/a/rejected/listing": 2,
        "qingwen/a/failed/fetch": 1,
        "qingwen/b/articles": 1,
        "item_scraped_count": 4,
    }
    counts = site_counts(stats)
    assert (
        counts["a"].fetched == 6
        and counts["a"].rejected == {"listing": 2}
        and counts["a"].failed == {"fetch": 1}
    )
    assert counts["b"].fetched == 1


def test_what_is_dropped_carries_its_record() -> None:
    assert NotAnArticle(RECORDS[1]).record is RECORDS[1]
