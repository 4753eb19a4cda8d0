"""What was in work stands in the file when the process is gone."""

import signal
import sys
from pathlib import Path

from crawler.job.inwork import InWork
from tests import forks


def test_rows_in_work_outlive_the_process(tmp_path: Path) -> None:
    script = f"""
import os, signal
from pathlib import Path
from crawler.job.inwork import InWork
work = InWork(Path({str(tmp_path)!r}))
for row in (5, 6, 7): work.begin(row)
for row in (6, 7): work.arrived(row)
work.end(6)
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert forks.run([sys.executable, "-c", script]).returncode == -signal.SIGKILL
    work = InWork(tmp_path)
    assert work.left == {5: False, 7: True}
    work.begin(9)
    work.close()
    assert InWork(tmp_path).left == {}


def test_more_rows_than_there_is_room_for(tmp_path: Path) -> None:
    work = InWork(tmp_path)
    for row in range(1, 2_001):
        work.begin(row)
        work.arrived(row)
    for row in range(1, 2_001):
        work.end(row)
    work.begin(1)
    assert InWork(tmp_path).left == {1: False}
