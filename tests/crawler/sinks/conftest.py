"""A real PostgreSQL, on a socket of its own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from tests import needs


class Server:
    """A cluster in a folder; it listens on a socket in it, and on no port."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._folder = programs, folder
        self._user = "postgres" if os.getuid() == 0 else None  # it refuses to run as root
        if self._user:
            shutil.chown(folder, self._user)
        self._run(
            "initdb", "--pgdata", f"{folder}/data", "--username", "tests", "--auth", "trust", "--no-sync"
        )
        self.url = f"postgresql://tests@/postgres?host={folder}"

    def start(self) -> None:
        options = f"-c listen_addresses= -c unix_socket_directories={self._folder} -c fsync=off"
        self._run("pg_ctl", "--pgdata", f"{self._folder}/data", "--wait", "--options", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "--pgdata", f"{self._folder}/data", "--mode", "immediate", "stop")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def _run(self, program: str, *arguments: str) -> None:
        command = [self._programs / program, *arguments]
        log = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}  # a server inherits them
        subprocess.run(command, check=True, timeout=600, user=self._user, cwd="/", **log)  # type: ignore[call-overload]  # a table of keyword arguments


@pytest.fixture(scope="session")
def programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        needs.missing("PostgreSQL is missing: apt-get install postgresql")
    needs.library("psycopg", "postgres")
    return (found[-1] if found else Path(str(on_path))).parent


@pytest.fixture
def postgres(programs: Path) -> Iterator[Server]:
    # not below tmp_path: another user must reach it, and a socket's path is short
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with Server(programs, Path(folder)) as server:
            yield server
