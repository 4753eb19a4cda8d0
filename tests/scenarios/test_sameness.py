"""The same bytes give the same record: again, in threads, in processes, after other pages, under any hash seed."""

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache
from multiprocessing import get_context

from cleaners import Cleaner
from crawler.cases import read_cases
from schemas import Page


@cache
def pages() -> list[Page]:
    return [case.page for case in read_cases()]


def record(number: int) -> str:
    return Cleaner().process(pages()[number]).model_dump_json()


def records(step: int = 1) -> list[str]:
    """The records of all pages, or of every so manyth."""
    return [record(number) for number in range(0, len(pages()), step)]


@cache
def first() -> list[str]:
    """The records of all pages, as they came first."""
    return records()


def test_again_and_in_any_order() -> None:
    expected = first()
    for _ in range(19):
        assert records(step=5) == expected[::5]
    assert [record(number) for number in reversed(range(len(pages())))] == expected[::-1]


def test_in_threads() -> None:
    cleaner, expected = Cleaner(), first()
    numbers = [number for start in range(8) for number in (*range(start, len(pages())), *range(start))]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: cleaner.process(pages()[number]).model_dump_json(), numbers))
    assert found == [expected[number] for number in numbers]


def test_in_processes() -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(record, range(len(pages())), chunksize=20)) == first()


def test_under_any_hash_seed() -> None:
    program = "from tests.scenarios.test_sameness import records; print(*records(step=5), sep='\\n')"
    expected = "\n".join(first()[::5]) + "\n"
    for seed in ("1", "4242"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stdout == expected
