"""Cleaning archives of raw pages: one idempotent unit, `clean_shard`, under any engine."""

from crawler.batch.report import BatchError, BatchReport, ShardReport
from crawler.batch.run import run_batch
from crawler.batch.settings import Format, Settings
from crawler.batch.shard import clean_shard
from crawler.batch.sources import Kind, Source, find_sources

__all__ = [
    "BatchError",
    "BatchReport",
    "Format",
    "Kind",
    "Settings",
    "ShardReport",
    "Source",
    "clean_shard",
    "find_sources",
    "run_batch",
]
