"""Changes to pure code, tried in forks of a process that has run the tests once and noted what each of them calls.

In a fork the changed function takes the place of the one that stands there, and the tests that call it run until one
fails, quick ones first: a hundredth of the time of a fresh interpreter. What was computed while modules were imported
stays as it was, and what stands outside of functions cannot be changed: a change that is not noticed here is to be tried
again in a fresh interpreter.
"""

from __future__ import annotations

import functools
import gc
import os
import resource
import signal
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, NoReturn

import pytest
from _pytest.runner import runtestprotocol

from benchmarks.mutation import Mutant, mutated

ROOT = Path(__file__).parent.parent
_IN_FUNCTION = 0x2
"""In the flags of code whose names are its own: no module's, no class's."""
_PATIENCE = 60.0
"""Seconds that tests may take longer than twenty times their processor time without a change: the machine may be busy."""
_LONG = 1.0
"""Seconds of processor time of a test that is left to the fresh interpreter: of cost, of many pages."""
_MOST_MEMORY = 4 * 2**30
_Key = tuple[str, str, int]
"""File, name and line of a function that stands in no other."""


def noticed(changes: Sequence[Mutant], arguments: Sequence[str], workers: int) -> set[str]:
    """The names of changes for which a test fails that pytest finds with these arguments. It wants a process of its own.

    Raises AssertionError when a test fails without a change.
    """
    os.chdir(ROOT)
    trial = _Trial(changes, workers)
    code = pytest.main(list(arguments), [trial])
    assert code == 0 and not trial.broken, f"tests fail without a change: {trial.broken}"
    return trial.noticed


class _Trial:
    """A plugin of pytest that runs what was collected in its own way."""

    def __init__(self, changes: Sequence[Mutant], workers: int) -> None:
        self.noticed: set[str] = set()
        self.broken: list[str] = []
        self._changes, self._workers = changes, workers
        self._seconds: dict[pytest.Item, float] = {}
        self._callers: dict[_Key, set[pytest.Item]] = defaultdict(set)
        self._running: dict[int, tuple[str, float]] = {}
        """Process to its change, and when its time is over."""

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """All tests once, then for each change those that may notice it."""
        gc.unfreeze()  # what was collected, which is to be found
        of_tests = _caches("tests.")
        for item, following in _with_following(session.items):
            for cache in of_tests:
                cache.cache_clear()  # or only the first would be seen to call what makes it
            begun, called = time.process_time(), set[_Key]()
            with _noting(called):
                self.broken += [item.nodeid] * _fails(item, following)
            self._seconds[item] = time.process_time() - begun
            for key in called:
                self._callers[key].add(item)
        standing, caches = _standing(), _caches("tests.", "cleaners.")
        gc.freeze()  # what a fork does not touch it shares
        for change in self._changes:
            self._begin(change, standing, caches)
            self._end_all_but(self._workers - 1)
        self._end_all_but(0)
        return True

    def _begin(
        self,
        change: Mutant,
        standing: dict[_Key, list[FunctionType]],
        caches: Sequence[functools._lru_cache_wrapper[Any]],
    ) -> None:
        codes = replaced(change, (ROOT / change.file).read_text(encoding="utf-8"))
        callers = {item for key in codes for item in self._callers[key] if self._seconds[item] < _LONG}
        tests = sorted(callers, key=self._seconds.__getitem__)
        if not tests or not standing.keys() >= codes.keys():
            return
        allowed = 20 * sum(map(self._seconds.__getitem__, tests)) + _PATIENCE
        child = os.fork()
        if not child:
            _try(tests, [(one, code) for key, code in codes.items() for one in standing[key]], caches)
        self._running[child] = change.name, time.monotonic() + allowed

    def _end_all_but(self, most: int) -> None:
        while len(self._running) > most:
            for child, (name, end) in list(self._running.items()):
                if time.monotonic() > end:
                    os.kill(child, signal.SIGKILL)
                done, status = os.waitpid(child, os.WNOHANG)
                if done:
                    del self._running[child]
                    self.noticed |= {name} if status else set()
            time.sleep(0.002)


def replaced(change: Mutant, source: str) -> dict[_Key, CodeType]:
    """What a change makes of the functions that it changes; nothing where it is outside of functions."""
    file = str(ROOT / change.file)
    (before, around), (after, changed_around) = (
        _divided(compile(text, file, "exec", dont_inherit=True)) for text in (source, mutated(source, change))
    )
    pairs = list(zip(before, after, strict=True))
    if around != changed_around:
        return {}
    return {_key(one): other for one, other in pairs if _substance(one) != _substance(other)}


def _divided(module: CodeType) -> tuple[list[CodeType], list[object]]:
    """The functions of a module and of its classes; the substance of all else."""
    found: list[CodeType] = []
    around: list[object] = []
    bodies = [module]
    for body in bodies:
        inner = [code for code in body.co_consts if isinstance(code, CodeType)]
        found += [code for code in inner if code.co_flags & _IN_FUNCTION]
        bodies += [code for code in inner if not code.co_flags & _IN_FUNCTION]
        around.append(_substance(body, within=False))
    return found, around


def _substance(code: CodeType, *, within: bool = True) -> object:
    """Code without its lines; `within`: with that of the functions in it."""
    constants = [
        (_substance(one) if within else None) if isinstance(one, CodeType) else (type(one), repr(one))
        for one in code.co_consts
    ]
    return code.co_code, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars, constants


def _key(code: CodeType) -> _Key:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _standing() -> dict[_Key, list[FunctionType]]:
    found: dict[_Key, list[FunctionType]] = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType):
            found[_key(one.__code__)].append(one)
    return dict(found)


def _caches(*packages: str) -> list[functools._lru_cache_wrapper[Any]]:
    """What they hold was computed without a change."""
    found = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    return [one for one in found if (one.__module__ or "").startswith(packages)]


@contextmanager
def _noting(called: set[_Key]) -> Iterator[None]:
    """Note which functions of the repository are called, in this thread and in those that begin meanwhile."""
    own = f"{ROOT}/cleaners/"

    def note(frame: FrameType, event: str, argument: object) -> None:
        if frame.f_code.co_filename.startswith(own):
            called.add(_key(frame.f_code))

    threading.settrace(note)
    sys.settrace(note)
    try:
        yield
    finally:
        sys.settrace(None)
        threading.settrace(None)


def _with_following(items: Iterable[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """Each with the one after it, whose fixtures pytest keeps."""
    listed = list(items)
    return zip_longest(listed, listed[1:])


def _fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _try(
    tests: Sequence[pytest.Item],
    changed: Iterable[tuple[FunctionType, CodeType]],
    caches: Iterable[functools._lru_cache_wrapper[Any]],
) -> NoReturn:
    """In a fork: ends with 1 when a test fails."""
    code = 1
    try:
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        for function, other in changed:
            function.__code__ = other
        for cache in caches:
            cache.cache_clear()
        code = any(_fails(item, following) for item, following in _with_following(tests))
    finally:
        os._exit(code)
