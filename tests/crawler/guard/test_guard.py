"""Every page has its outcome, whatever it does to its worker."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from cleaners import Cleaner
from crawler.guard import Guard, GuardError, Limits, process
from schemas import Article, Failure, Page, Reason, Record, Rejection, Stage
from tests.crawler.batch.conftest import forked
from tests.crawler.guard.poison import MIB, echo

CALM = Limits(seconds=600, memory=256 * MIB, body=9 * MIB)
QUICK = replace(CALM, seconds=2.0)
"""For pages that never end: on a busy machine any page may take so long."""


def page(word: str, number: int = 0) -> Page:
    return Page(url=f"http://x.test/{number}", body=word.encode())


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard[Article | Rejection]]:
    with Guard(echo, workers=1, limits=CALM) as guard:
        yield guard


@pytest.fixture(scope="module")
def quick() -> Iterator[Guard[Article | Rejection]]:
    with Guard(echo, workers=1, limits=QUICK) as guard:
        yield guard


@pytest.fixture
def forked_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a test of what is done when many are lost; the others start theirs as users do."""
    monkeypatch.setattr(process, "_spawn", forked)


def one(guard: Guard[Article | Rejection], word: str) -> Record:
    return guard.submit(page(word)).result(timeout=600)


@pytest.mark.parametrize(
    ("word", "error", "detail", "attempts"),
    [
        ("segfault", "killed", "SIGSEGV", 2),
        ("kill", "killed", "SIGKILL", 2),
        ("exit", "killed", "exit status 7", 2),
        ("hang", "hung", "no answer within 2 s", 2),
        ("stop", "hung", "no answer within 2 s", 2),
        ("memory", "memory", f"more than {256 * MIB} bytes", 2),
        ("raise", "ValueError", "坏页", 1),
        ("unprintable", "Unprintable", "", 1),
        ("notpicklable", "TypeError", "cannot pickle 'generator' object", 1),
        ("sysexit", "SystemExit", "bye", 1),
        ("notloadable", "ValueError", "invalid literal for int() with base 10: 'x'", 1),
    ],
)
def test_a_bad_page_is_one_failure_and_the_next_is_cleaned(
    request: pytest.FixtureRequest, word: str, error: str, detail: str, attempts: int
) -> None:
    guard = request.getfixturevalue("quick" if error == "hung" else "guard")
    expected = Failure(
        url="http://x.test/0", stage=Stage.CLEAN, error=error, detail=detail, attempts=attempts
    )
    assert one(guard, word) == expected
    assert one(guard, "好") == Article(url="http://x.test/0", title="", text="好")


def test_endless_recursion_is_an_error_like_others(guard: Guard[Article | Rejection]) -> None:
    outcome = one(guard, "recurse")
    assert isinstance(outcome, Failure)
    assert (outcome.error, outcome.attempts) == ("RecursionError", 1)


def test_a_body_over_the_limit_never_reaches_a_worker(guard: Guard[Article | Rejection]) -> None:
    outcome = one(guard, "x" * (9 * MIB + 1))
    assert isinstance(outcome, Rejection)
    assert outcome.reason is Reason.TOO_LARGE


def test_large_bodies_and_results_pass_whole(guard: Guard[Article | Rejection]) -> None:
    outcome = one(guard, "large " + "x" * (8 * MIB))
    assert isinstance(outcome, Article)
    assert outcome.text == "大" * (8 * MIB)


def test_what_a_task_prints_does_not_disturb_the_answers(guard: Guard[Article | Rejection]) -> None:
    assert isinstance(one(guard, "print"), Article)


@pytest.mark.usefixtures("forked_workers")
def test_map_keeps_the_order_through_deaths() -> None:
    poison = {40: "segfault", 41: "hang", 42: "raise", 90: "memory", 120: "kill"}
    pages = [page(poison.get(n, str(n)), n) for n in range(150)]
    with Guard(echo, workers=2, limits=replace(CALM, seconds=4)) as guard:
        outcomes = list(guard.map(pages))
    assert [o.url for o in outcomes] == [p.url for p in pages]
    failed = {n: o.error for n, o in enumerate(outcomes) if isinstance(o, Failure)}
    assert failed == {40: "killed", 41: "hung", 42: "ValueError", 90: "memory", 120: "killed"}


def test_map_reads_ahead_by_a_bounded_number_of_pages() -> None:
    taken = 0

    def endless() -> Iterator[Page]:
        nonlocal taken
        while True:
            taken += 1
            yield page("好", taken)

    with Guard(echo) as guard:
        results = guard.map(endless())
        for _ in range(100):
            next(results)
        assert taken < 100 + 40


def test_the_event_loop_stays_free_while_pages_are_cleaned() -> None:
    async def main() -> tuple[int, list[Record]]:
        beats = 0

        async def beat() -> None:
            nonlocal beats
            while True:
                await asyncio.sleep(0.01)
                beats += 1

        pulse = asyncio.create_task(beat())
        with Guard(echo, workers=2, limits=QUICK) as guard:
            words = ["sleep 0.5", "hang", "segfault", "好"]
            outcomes = await asyncio.gather(*(guard.clean(page(word)) for word in words))
        pulse.cancel()
        return beats, list(outcomes)

    beats, outcomes = asyncio.run(main())
    assert [type(o) for o in outcomes] == [Article, Failure, Failure, Article]
    assert beats > 2 * len(outcomes), "a blocked loop beats once a page at most"


def test_a_cancelled_page_costs_nothing(tmp_path: Path) -> None:
    gate = tmp_path / "gate"

    async def main() -> Record:
        with Guard(echo, limits=CALM) as guard:
            first = guard.submit(page(f"wait {gate}"))
            while not first.running():
                await asyncio.sleep(0.01)
            doomed = asyncio.create_task(guard.clean(page("hang")))
            await asyncio.sleep(0)
            doomed.cancel()
            with suppress(asyncio.CancelledError):
                await doomed
            await asyncio.sleep(0)  # the task tells its page
            gate.touch()
            await asyncio.wrap_future(first)
            return await guard.clean(page("好"))

    assert isinstance(asyncio.run(main()), Article)


def test_close_ends_what_is_at_work_and_what_waits() -> None:
    guard = Guard(echo)
    working = guard.submit(page("sleep 60"))
    while not working.running():
        time.sleep(0.01)
    waiting = guard.submit(page("好"))
    guard.close()
    with pytest.raises(GuardError, match="closed"):
        working.result(timeout=600)
    assert waiting.cancelled()
    assert guard.submit(page("好")).cancelled()


def test_a_task_that_cannot_be_loaded_is_an_error_of_the_caller() -> None:
    code = (
        "from crawler.guard import Guard, GuardError\n"
        "from schemas import Page\n"
        "def local(page): return page\n"
        "with Guard(local) as guard:\n"
        "    try: list(guard.map([Page(body=b'x')]))\n"
        "    except GuardError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=600)
    assert done.stdout.startswith("the worker cannot load its task: AttributeError")


def test_a_worker_imports_the_library_for_a_task_that_needs_it_alone() -> None:
    code = "import sys, crawler.guard.child; sys.exit('cleaners' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=600).returncode == 0


def test_no_worker_outlives_a_killed_parent() -> None:
    code = (
        "from crawler.guard import Guard\n"
        "from schemas import Page\n"
        "from tests.crawler.guard.poison import echo\n"
        "guard = Guard(echo)\n"
        "print(guard.submit(Page(body=b'pid')).result().text, flush=True)\n"
        "guard.submit(Page(body=b'hang')).result()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_alive(child)
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 600
    while is_alive(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(child)


def is_alive(pid: int) -> bool:
    """Whether the process runs; a zombie that nobody has reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_workers_are_used_again_and_ctrl_c_is_the_parents_business() -> None:
    with Guard(echo) as guard:
        first = one(guard, "pid")
        assert isinstance(first, Article)
        os.kill(int(first.text), signal.SIGINT)
        assert one(guard, "pid") == first


def test_the_cleaner_itself_runs_under_guard() -> None:
    with Guard(Cleaner(script="original").process) as guard:
        [outcome] = guard.map([Page(body=b"")])
    assert isinstance(outcome, Rejection)
    assert outcome.reason is Reason.EMPTY
