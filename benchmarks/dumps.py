"""What long and many dumps cost: processor time, and memory at its peak.

python -m benchmarks.dumps                     # a novel and a dump of lines, doubled four times; 100,000 short dumps
python -m benchmarks.dumps --shape novel --megabytes 20   # one of them; its time and peak
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from time import process_time

from benchmarks.bounds import resident
from benchmarks.commands import parser_of
from cleaners import Cleaner, Rejected

_SENTENCE = "这是合成的一个段落，讲的是小城里的一条老街，街上有许多老店，店里的人都认得彼此。"
_HEAD = "合成的老街\n2020-01-02 03:04 来源：合成日报 作者：张三\n"
_STORY = (
    "清晨，老街{0}号的门开了，店主把炉子搬到门口，开始做这一天的第一锅豆花。",
    "邻居端着碗过来，一边等一边说起昨夜的雨，说雨水从屋檐滴到天亮，第{0}次了。",
    "孩子们背着书包跑过去，留下一阵笑声，街上就又安静下来，只听见炉火的响声。",
    "店主说，他在这里住了{0}天，还要住下去，因为这里的人都认得他，他也认得他们。",
)
_SHORT, _WARM, _STEP = 100_000, 4_000, 4_000


def novel(size: int) -> str:
    """Chapters of paragraphs, so many bytes long."""
    paragraph = len(f"{_SENTENCE}第10000段。\n".encode())
    lines = (
        f"第{n // 40 + 1}章 老街\n{_SENTENCE}第{n}段。" if n % 40 == 0 else f"{_SENTENCE}第{n}段。"
        for n in range(size // paragraph)
    )
    return _HEAD + "\n".join(lines)


def lines(size: int) -> str:
    """Short lines, each of some 20 bytes: a million in 20 MB."""
    return _HEAD + "\n".join(f"第{n}行老街，" for n in range(size // 20))


SHAPES: dict[str, Callable[[int], str]] = {"novel": novel, "lines": lines}


def one(shape: str, megabytes: float) -> None:
    """Clean one dump, and print what it was and what it took."""
    text = SHAPES[shape](int(megabytes * 1e6))
    before, started = resident(), process_time()
    try:
        came = f"{len(Cleaner().clean_text(text).text)} characters kept"
    except Rejected as rejected:
        came = f"{rejected.rejection.reason.value}: {rejected.rejection.detail}"
    taken = process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    count = text.count("\n")
    print(
        f"{shape:6} {megabytes:6.2f} MB {count:9,} lines {taken:7.2f} s "
        f"{(peak - before) / 1024:7.0f} MiB over the text, {came}",
        flush=True,
    )


def many() -> None:
    """Clean short dumps, no two alike, and print the memory on the way."""
    cleaner, warm, started = Cleaner(), 0, process_time()
    for number in range(1, _SHORT + 1):
        body = "\n".join(line.format(number) for line in _STORY)
        cleaner.clean_text(
            f"老街{number}号\n2020-01-02 03:04 来源：合成报{number}\n{body}\n编辑：张{number}\n"
        )
        warm = resident() if number == _WARM else warm
        if number % _STEP == 0:
            print(
                f"{number:7,} dumps {resident() / 1024:7.1f} MiB {process_time() - started:7.1f} s",
                flush=True,
            )
    print(f"{(resident() - warm) / (_SHORT - _WARM):.4f} KiB a dump after the first {_WARM:,}")


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--shape", choices=list(SHAPES), help="this one alone")
    parser.add_argument("--megabytes", type=float, default=20)
    given = parser.parse_args()
    if given.shape:
        return one(given.shape, given.megabytes)
    for shape in SHAPES:
        for megabytes in (1.25, 2.5, 5.0, 10.0, 20.0):
            size = ("--shape", shape, "--megabytes", str(megabytes))
            subprocess.run([sys.executable, "-m", "benchmarks.dumps", *size], check=True)
    many()
    return None


if __name__ == "__main__":
    main()
