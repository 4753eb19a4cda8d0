"""The folder of one worker inside the job's folder: its output files, and who it is to Redis."""

import json
import os
import socket
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from crawler.job.errors import JobDamaged, JobLocked, JobUnwritable
from crawler.job.ledger import IDENTITY
from crawler.job.lock import Lock


class Worker(NamedTuple):
    """A folder that this process holds."""

    folder: Path
    id: str
    """Under which Redis keeps the lengths of the files."""
    lock: Lock


def claim(job_folder: Path, job: str) -> Worker:
    """The first folder of this machine that nobody holds: that of a worker which has ended, else a new one. Raises
    JobDamaged or JobUnwritable."""
    for number in count(1):
        folder = job_folder / f"{socket.gethostname()}-{number}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return _held(folder, job)
        except JobLocked:
            continue
        except OSError as error:
            raise JobUnwritable(f"{folder}: {error}") from error
    raise AssertionError("there is always another number")


def others(job_folder: Path, job: str) -> Iterator[Worker]:
    """The folders of this machine's workers that have ended, each held while it is looked at."""
    for identity in sorted(job_folder.glob(f"{socket.gethostname()}-*/{IDENTITY}")):
        try:
            worker = _held(identity.parent, job)
        except JobLocked:
            continue
        try:
            yield worker
        finally:
            worker.lock.release()


def _held(folder: Path, job: str) -> Worker:
    lock = Lock(folder)
    try:
        return Worker(folder, _identity(folder / IDENTITY, job), lock)
    except BaseException:
        lock.release()
        raise


def _identity(path: Path, job: str) -> str:
    if not path.exists():
        part = path.with_suffix(".part")
        with part.open("w", encoding="ascii") as file:
            json.dump({"job": job, "worker": uuid4().hex}, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    identity = json.loads(path.read_bytes())
    if identity["job"] != job:
        raise JobDamaged(f"{path.parent}: written for a job that Redis does not know any more")
    return str(identity["worker"])
