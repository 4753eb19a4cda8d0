"""The Spark engine: one shard a task, and the guard inside it, so that a bad page costs neither the task nor the job."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession

from crawler.batch.local import clean_locally
from crawler.batch.pages import Task
from crawler.batch.progress import Silent
from crawler.batch.report import BatchError, InputFailed, ShardReport
from crawler.batch.settings import Settings
from crawler.batch.sources import Source
from crawler.batch.store import Store

_PORTIONS_PER_CORE = 4
"""Portions of the work for each core: enough that none waits long for the last, few enough that starting a worker
for each costs little."""


def clean_on_spark(
    sources: Sequence[Source], store: Store, settings: Settings, task: Task
) -> Iterable[ShardReport | InputFailed]:
    """Clean shards on the Spark cluster that `spark-submit` or the environment names (local[*] when none does).

    Inputs and output must be URLs that every executor can reach, and this package must be installed there, for the
    interpreter that PYSPARK_PYTHON names (this one when it names none). Raises BatchError when Spark gives up.
    """
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.appName("qingwen batch").getOrCreate()
    context = spark.sparkContext
    portions = max(1, min(len(sources), _PORTIONS_PER_CORE * context.defaultParallelism))
    url = store.url

    def clean(portion: Iterable[Source]) -> Iterator[ShardReport | InputFailed]:
        return clean_portion(portion, url, settings, task)

    try:
        return context.parallelize(sources, portions).mapPartitions(clean).collect()
    except Py4JJavaError as error:
        raise BatchError(f"the Spark job failed: {error.java_exception}") from error


def clean_portion(
    portion: Iterable[Source], url: str, settings: Settings, task: Task
) -> Iterator[ShardReport | InputFailed]:
    """Clean some shards inside a Spark task, one after the other, with one guarded worker."""
    return clean_locally(list(portion), Store(url), settings, task, workers=1, progress=Silent())
