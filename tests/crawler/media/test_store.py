"""A folder of files that several processes write at a time."""

import os
import time
from contextlib import closing
from pathlib import Path

from crawler.media.store import MediaStore

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_store_that_is_opened_and_closed_leaves_another_at_work_alone(tmp_path: Path) -> None:
    with closing(MediaStore(tmp_path)) as store:
        MediaStore(tmp_path).close()
        digest = store.keep("https://a.example/1.png", PNG)
        assert store.known("https://a.example/1.png") == digest


def test_what_another_process_writes_stays(tmp_path: Path) -> None:
    with closing(MediaStore(tmp_path)):
        part = tmp_path / "tmp" / "1"
        part.write_bytes(b"half")
        with closing(MediaStore(tmp_path)) as other:
            other.keep("https://a.example/1.png", PNG)
        assert part.read_bytes() == b"half"


def test_parts_of_killed_processes_go_when_they_are_old(tmp_path: Path) -> None:
    MediaStore(tmp_path).close()
    part = tmp_path / "tmp" / "1"
    part.write_bytes(b"half")
    yesterday = time.time() - 86_400
    os.utime(part, (yesterday, yesterday))
    MediaStore(tmp_path).close()
    assert not part.exists()


def test_a_file_can_be_read_by_those_the_umask_lets(tmp_path: Path) -> None:
    with closing(MediaStore(tmp_path)) as store:
        store.keep("https://a.example/1.png", PNG)
    (file,) = tmp_path.glob("??/*.png")
    (tmp_path / "plain").touch()
    assert file.stat().st_mode == (tmp_path / "plain").stat().st_mode
