"""The run report: one self-contained HTML page that a data engineer opens after the night's crawl."""

from crawler.report.data import ReportData, collect
from crawler.report.page import render

__all__ = ["ReportData", "collect", "render"]
