"""Cleaning archives of raw pages: one idempotent unit, `clean_shard`, under any engine."""

from crawler.batch.files import Kind
from crawler.batch.report import BatchError, BatchReport, ShardReport
from crawler.batch.run import run_batch
from crawler.batch.settings import Settings
from crawler.batch.shard import clean_shard
from crawler.batch.sources import Source, find_sources
from crawler.output import Format

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
