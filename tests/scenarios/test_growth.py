"""`python -m benchmarks.growth` finds what outgrows its page, and nothing else."""

from itertools import islice

from benchmarks.growth import outgrows, seconds, shapes


def test_what_is_quadratic_is_found() -> None:
    def make(count: int) -> str:
        return "字" * count

    assert outgrows(make, lambda made: len(made) ** 2) == 16
    assert outgrows(make, lambda made: len(made) * 1.0) == 0


def test_shapes_repeat_with_their_seed_and_can_be_cleaned() -> None:
    first, again = ([(name, make(3)) for name, make in islice(shapes(7), 40)] for _ in range(2))
    assert first == again
    assert {type(made) for _, made in first} == {bytes, str}
    assert all(seconds(made) > 0 for _, made in first)
