"""Holding a run against the earlier ones.

Each share is modelled as beta-binomial: its mean and its run-to-run spread are learnt from the site's history, and
the tail probability of the new count decides. So a figure that always wobbles may wobble, and one that never moved
alarms when it moves.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, pstdev, pvariance

from crawler.drift.figures import Count, SiteFigures
from schemas._value import Value

CHANCE = 1e-5
"""An alarm needs a figure that history makes rarer than this: some hundred thousand looks for one false alarm."""

MIN_RUNS = 3
"""Runs of history before anything is judged; fewer say nothing about spread."""

SILENCE = 3
"""Alarm when nothing new came for this many times the longest gap seen."""


class Alarm(Value):
    """One figure of one site that history does not explain."""

    site: str
    """Name of the site."""
    figure: str
    """Name of the figure, e.g. `filled:source`."""
    before: float
    """Its mean in the earlier runs; shares 0 to 1, `length` in characters, `silence` in days."""
    after: float
    """Its value in this run."""
    examples: tuple[str, ...] = ()
    """URLs of up to three pages that show it."""

    @property
    def rose(self) -> bool:
        """Whether it is greater now."""
        return self.after > self.before


def find_alarms(site: str, history: Sequence[SiteFigures], now: SiteFigures) -> list[Alarm]:
    """The alarms of one site's run against its earlier runs, oldest first. Empty without enough history."""
    if len(history) < MIN_RUNS:
        return []
    return [*_shares(site, history, now), *_length(site, history, now), *_silence(site, history, now)]


def _shares(site: str, history: Sequence[SiteFigures], now: SiteFigures) -> Iterator[Alarm]:
    for figure in sorted({name for run in [*history, now] for name in run.shares}):
        past, present = [_share(run, figure) for run in history], _share(now, figure)
        if not present.total or not sum(count.total for count in past):
            continue
        if tail_probability(past, present) < CHANCE:
            before = sum(count.hits for count in past) / sum(count.total for count in past)
            yield Alarm(
                site=site,
                figure=figure,
                before=before,
                after=present.hits / present.total,
                examples=present.examples,
            )


def _share(run: SiteFigures, figure: str) -> Count:
    """A run's count; a loss or layout that did not occur in a run is zero of that run's pages."""
    if figure in run.shares:
        return run.shares[figure]
    totals = [count.total for count in run.shares.values()]
    return Count(hits=0, total=max(totals, default=0))


def tail_probability(past: Sequence[Count], present: Count) -> float:
    """How likely a count at least as far out as the present one is, on its side, given the past ones."""
    total = sum(count.total for count in past)
    mean = (sum(count.hits for count in past) + 0.5) / (total + 1)
    precision = _precision(past, mean, total)
    alpha, beta = mean * precision, (1 - mean) * precision
    low = present.hits < mean * present.total
    tail = range(present.hits + 1) if low else range(present.hits, present.total + 1)
    return math.fsum(_beta_binomial(k, present.total, alpha, beta) for k in tail)


def _precision(past: Sequence[Count], mean: float, total: int) -> float:
    """Pages' worth of evidence: all of them, or fewer when the share wandered from run to run by more than chance."""
    rates = [count.hits / count.total for count in past if count.total]
    by_chance = fmean(mean * (1 - mean) / count.total for count in past if count.total)
    wander = pvariance(rates) - by_chance
    return max(1.0, min(total + 1.0, mean * (1 - mean) / wander - 1)) if wander > 0 else total + 1.0


def _beta_binomial(k: int, n: int, alpha: float, beta: float) -> float:
    choose = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return math.exp(choose + _log_beta(k + alpha, n - k + beta) - _log_beta(alpha, beta))


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _length(site: str, history: Sequence[SiteFigures], now: SiteFigures) -> Iterator[Alarm]:
    means = [run.length_mean for run in history if run.length_mean is not None]
    if now.length_mean is None or len(means) < MIN_RUNS:
        return
    within = fmean(run.length_deviation for run in history) / math.sqrt(max(1, now.new))
    before, spread = fmean(means), math.hypot(pstdev(means), within, 0.05)
    if math.erfc(abs(now.length_mean - before) / spread / math.sqrt(2)) < CHANCE:
        yield Alarm(site=site, figure="length", before=math.exp(before), after=math.exp(now.length_mean))


def _silence(site: str, history: Sequence[SiteFigures], now: SiteFigures) -> Iterator[Alarm]:
    """Nothing new for much longer than this site was ever silent."""
    fruitful = [run.finished_at for run in history if run.new]
    if now.new or len(fruitful) < MIN_RUNS:
        return
    gaps = [(b - a).total_seconds() / 86400 for a, b in pairwise(fruitful)]
    silent = (now.finished_at - fruitful[-1]).total_seconds() / 86400
    if silent > SILENCE * max(gaps):
        yield Alarm(site=site, figure="silence", before=max(gaps), after=silent)
