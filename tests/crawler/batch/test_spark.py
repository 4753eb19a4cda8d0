"""The Spark engine on a real local cluster: two executors in processes of their own."""

import json
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawler.batch import Settings, find_sources
from crawler.batch.local import clean_locally
from crawler.batch.progress import Silent
from crawler.batch.run import run_batch
from crawler.batch.store import Store
from crawler.guard import Limits
from tests import java, needs
from tests.crawler.batch import tasks
from tests.crawler.batch.archives import SMALL, listing, pages, read_lines, write_jsonl, write_warc
from tests.crawler.guard.poison import MIB

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import SparkSession

ROOT = Path(__file__).parents[3]
LIMITS = Limits(seconds=5, memory=256 * MIB)
WORDS = [["甲", "listing", "segfault", "乙"], ["hang", "丙", "raise"], ["丁", "memory", "戊"], ["kill", "己"]]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def spark_and_java() -> None:
    needs.library("pyspark", "spark")
    needs.program("java", "openjdk-17-jre-headless")


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator["SparkSession"]:
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_WORKER_DIR", str(tmp_path_factory.mktemp("workers")))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        for name, value in java.BRIEF.items():
            patch.setenv(name, value)
        session = (
            SparkSession.builder.master("local-cluster[2,1,512]")
            .config("spark.executor.memory", "512m")
            .config("spark.executorEnv.PYTHONPATH", str(ROOT))
            .config("spark.ui.enabled", "false")
            .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
            .getOrCreate()
        )
        yield session
        session.stop()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for number, words in enumerate(WORDS):
        if number % 2:
            write_jsonl(folder / f"{number}.jsonl", pages(words))
        else:
            write_warc(folder / f"{number}.warc.gz", pages(words))
    return folder


def test_spark_gives_what_the_local_engine_gives_through_poison(
    spark: "SparkSession", raw: Path, tmp_path: Path
) -> None:
    from crawler.batch.spark import clean_on_spark

    sources, settings = find_sources([str(raw)], "/nowhere/out", SMALL), Settings(limits=LIMITS)
    local = partial(clean_locally, workers=1, progress=Silent())
    run_batch(
        sources, Store(str(tmp_path / "local")), settings, lambda a, b, c, _: local(a, b, c, tasks.sort)
    )
    store = Store(str(tmp_path / "spark"))
    report = run_batch(sources, store, settings, lambda a, b, c, _: clean_on_spark(a, b, c, tasks.sort))
    assert report.totals.pages == sum(map(len, WORDS))
    assert report.totals.failed == {"ValueError": 1, "hung": 1, "killed": 2, "memory": 1}
    assert sorted(str(line["text"]) for line in read_lines(tmp_path / "spark/articles")) == sorted(
        "甲乙丙丁戊己"
    )
    assert listing(tmp_path / "spark") == listing(tmp_path / "local")
    assert run_batch(sources, store, settings, clean_on_spark).cleaned == 0


def test_an_input_one_executor_cannot_read_costs_only_its_shard(
    spark: "SparkSession", raw: Path, tmp_path: Path
) -> None:
    from crawler.batch.spark import clean_on_spark

    sources = find_sources([str(raw)], "/nowhere/out", SMALL)
    (raw / "1.jsonl").unlink()
    settings = Settings(limits=LIMITS)
    store = Store(str(tmp_path / "out"))
    calm = [source for source in sources if "jsonl" in source.url]
    report = run_batch(calm, store, settings, lambda a, b, c, _: clean_on_spark(a, b, c, tasks.sort))
    assert (report.cleaned, len(report.unreadable)) == (1, 1)
    assert not (tmp_path / "out/_SUCCESS").exists()


def clean(frames: Iterable["pd.DataFrame"]) -> Iterator["pd.DataFrame"]:
    from crawler.batch.frames import outcomes

    return outcomes(frames, tasks.sort, LIMITS)


def test_a_data_frame_of_pages_is_cleaned_through_poison(spark: "SparkSession") -> None:
    from crawler.batch.frames import OUTCOMES

    words = ["甲", "segfault", "listing", None, "raise", "乙"]
    rows = [(f"http://x.test/{n}", word.encode() if word else None) for n, word in enumerate(words)]
    frame = spark.createDataFrame(rows, "url string, body binary").coalesce(1)
    result = frame.mapInPandas(clean, OUTCOMES).collect()
    assert [(row["outcome"], row["reason"], row["text"]) for row in result] == [
        ("article", None, "甲"),
        ("failure", "killed", None),
        ("rejection", "listing", None),
        ("failure", "ValueError", None),
        ("failure", "ValueError", None),
        ("article", None, "乙"),
    ]
    assert json.loads(result[2]["record"])["reason"] == "listing"
    assert [row["url"] for row in result] == [url for url, _ in rows]
