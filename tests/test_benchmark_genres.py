"""The weights of genres are what their command writes."""

from collections.abc import Mapping

from benchmarks.genres import read_samples, train
from cleaners.kinds.genre import WEIGHTS


def test_the_weights_are_what_the_command_writes() -> None:
    """By the invented pages alone. Whatever changes what is read of them moves the fit a little."""
    samples = list(read_samples([], [], []))
    fitted = train(samples)
    apart = [_sum(fitted, sample.figures) - _sum(WEIGHTS, sample.figures) for sample in samples]
    assert sum(abs(by) > 0.5 for by in apart) <= len(samples) // 100


def _sum(weights: Mapping[str, float], figures: Mapping[str, float]) -> float:
    return weights[""] + sum(weight * figures[name] for name, weight in weights.items() if name)
