"""The changes that `make mutants` makes."""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor

import pytest

from benchmarks import forked
from benchmarks.mutants import EQUIVALENT, ROOMS, ROOT, equivalent, expanded, main, sample
from benchmarks.mutation import mutants, mutated

SOURCE = '''
LIMIT = 3


def 函数(a: int | None, b: str = "甲") -> bool:
    """Text + text."""
    if a is not None and a < 4:
        logger.info("%d", a + 1)
        b += f"{a + 1}"
        raise ValueError("甲" + b)
    for one in (x for x in b if x.isalpha()):
        found(one)
    return not a == 1


class Seam(Protocol):
    def count(self, by: int = 1) -> None: ...
'''


def after(source: str) -> list[str]:
    """The line that each change leaves."""
    return [" ".join(mutant.lines[1].split()) for mutant in mutants("x.py", source)]


def test_each_change_is_one_place_of_the_code() -> None:
    assert after(SOURCE) == [
        "if a is None and a < 4:",
        "if a is not None or a < 4:",
        "if a is not None and a <= 4:",
        "if a is not None and a < 5:",
        "pass",
        "pass",
        'raise ValueError("甲" - b)',
        "for one in (x for x in b if not (x.isalpha())):",
        "pass",
        "return a == 1",
        "return not a != 1",
        "return not a == 2",
    ]


def test_every_change_can_be_read_by_python() -> None:
    for room in ("job, its ledger", "readings"):
        for pattern in expanded(ROOMS[room].changed):
            for file in ROOT.glob(pattern):
                source = file.read_text(encoding="utf-8")
                for mutant in mutants(file.name, source):
                    changed = mutated(source, mutant)
                    assert changed != source
                    compile(changed, file.name, "exec")


def test_rooms_and_their_tests_are_there() -> None:
    for room in ROOMS.values():
        for pattern in (*expanded(room.changed), *expanded(room.tests)):
            assert list(ROOT.glob(pattern)), pattern


def test_the_sample_is_the_same_for_the_same_seed_and_leaves_out_what_is_equivalent() -> None:
    one, other = (sample(["safety"], 20, seed) for seed in (1, 2))
    assert one == sample(["safety"], 20, 1) != other
    assert len(one["safety"]) == 20
    everything = {mutant.name for found in sample(ROOMS, None, 1).values() for mutant in found}
    assert not everything & equivalent()


def test_every_equivalent_change_is_still_one() -> None:
    there = {
        mutant.name
        for room in ROOMS.values()
        for pattern in expanded(room.changed)
        for file in ROOT.glob(pattern)
        for mutant in mutants(str(file.relative_to(ROOT)), file.read_text("utf-8"))
    }
    assert sorted(equivalent() - there) == []


def test_a_file_without_changes_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["mutants", "--file", "nothing.py"])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert "no change to try" in capsys.readouterr().err


def test_every_equivalent_change_has_its_reason() -> None:
    lines = [line for line in EQUIVALENT.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        assert line.startswith(" ") or below.startswith(" "), f"no reason below {line}"


NESTED = """
class Bounds:
    most = 3

    def within(self, number):
        def is_less(most):
            return number < most
        return is_less(self.most)

    def never(self):
        return False
"""


def test_a_changed_function_is_the_outermost_and_what_stands_in_a_class_is_none() -> None:
    found = [set(forked.replaced(mutant, NESTED)) for mutant in mutants("bounds.py", NESTED)]
    names = [{name for _, name, _ in keys} for keys in found]
    assert names == [set(), {"Bounds.within"}, {"Bounds.never"}]


def test_in_a_fork_a_change_is_noticed_by_the_tests_that_call_it() -> None:
    called, not_called = (
        mutants(file, (ROOT / file).read_text("utf-8"))
        for file in ("cleaners/metadata/dates/numbers.py", "cleaners/metadata/dates/weigh.py")
    )
    arguments = ("-q", "-p", "no:cacheprovider", "tests/cleaners/metadata/test_dates.py")
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as own:
        noticed = own.submit(forked.noticed, [called[0], *not_called[:3]], arguments, 1).result()
    assert noticed == {called[0].name}
