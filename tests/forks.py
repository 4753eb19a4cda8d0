"""Commands of the package, each in a process of its own, without the second and a half of processor time that its
imports take.

A server that has imported the package forks for each command. What is tested of the start itself (the locale, what a
command imports, a wheel) takes `subprocess`.
"""

import atexit
import os
import runpy
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory


def run(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    timeout: float = 600,
) -> "subprocess.CompletedProcess[str]":
    """What `subprocess.run` gives of `[sys.executable, "-m", MODULE, …]`, or "-c" and code, with its output as text."""
    with TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        process = start(command, cwd=cwd, env=env, out=out, err=err)
        process.join(timeout)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(command, timeout)
        said = [path.read_text("utf-8") for path in (out, err)]
        return subprocess.CompletedProcess(command, process.exitcode, *said)


def start(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    given: Path = Path(os.devnull),
    out: Path = Path(os.devnull),
    err: Path = Path(os.devnull),
) -> BaseProcess:
    """The same, to be killed or waited for; it reads what is `given`."""
    assert command[0] == sys.executable and command[1] in ("-m", "-c")
    where = (cwd or Path.cwd(), dict(os.environ if env is None else env), given, out, err)
    process = server().Process(target=_child, args=(command[1:], *where))
    process.start()
    return process


@cache
def server() -> ForkServerContext:
    """What forks: a process that has imported the package."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.preloaded"])
    return context


def _child(words: list[str], cwd: Path, env: dict[str, str], given: Path, out: Path, err: Path) -> None:
    os.dup2(os.open(given, os.O_RDONLY), 0)
    for number, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    sys.stdin = open(0)  # noqa: SIM115 - multiprocessing has closed it
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.path = [str(cwd), *sys.path]
    try:
        _run(*words)
    finally:
        atexit._run_exitfuncs()  # multiprocessing leaves them out


def _run(how: str, what: str, *arguments: str) -> None:
    sys.argv = ["-c" if how == "-c" else what, *arguments]
    if how == "-c":
        exec(what, {"__name__": "__main__"})
    else:
        runpy.run_module(what, run_name="__main__", alter_sys=True)
