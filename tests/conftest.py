"""What all tests share."""

import gc
import os
import re
import resource
from collections.abc import Generator

import pytest
from hypothesis import settings
from scrapy.utils.reactor import install_reactor

install_reactor(
    "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
)  # whoever imports Twisted's first installs another
settings.register_profile("steady", deadline=None)  # a busy machine is no defect of the code
settings.load_profile("steady")

os.environ["LANGUAGE"] = "en"  # tests read English, on whosever machine they run

_MOST_MEMORY = 6 * 2**30
"""Bytes that a test, and each process it starts, may write to: one that takes the machine's would kill its neighbours."""
resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))

_HEAVY = {"datasets", "datatrove", "duckdb", "kenlm", "pandas", "playwright", "psycopg", "pyarrow", "pyspark"}
_HEAVY |= {"numpy", "redis", "scrapy_playwright", "tokenizers"}
"""What the extra `ci` brings and `dev` does not, by import name; whatever else is missing is a fault."""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays: do not look through it for garbage, neither now nor later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where processes share the tests, files with slow ones come first, so that none is left over at the end."""
    if hasattr(config, "workerinput"):
        slow = {item.path for item in items if item.get_closest_marker("slow")}
        items.sort(key=lambda item: item.path not in slow)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Skip a file whose imports come with the extra `ci`, where that is not installed."""
    report = yield
    missing = re.search(r"No module named '(\w+)", str(report.longrepr)) if report.failed else None
    if missing and missing[1] in _HEAVY and not os.environ.get("CI"):
        report.outcome = "skipped"
        report.longrepr = (str(collector.path), 1, f"{missing[1]} is not installed: not tested")
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """The same for a test that imports it itself."""
    report = yield
    error = call.excinfo.value if call.excinfo else None
    name = (error.name or "").split(".")[0] if isinstance(error, ModuleNotFoundError) else ""
    if name in _HEAVY and not os.environ.get("CI"):
        report.outcome = "skipped"
        report.longrepr = (str(item.path), 1, f"{name} is not installed: not tested")
    return report
