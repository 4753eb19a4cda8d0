"""A changed template alarms within one run; natural variation does not alarm."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from crawler.drift import Alarm, SiteFigures, find_alarms, take_figures
from schemas import Article, Credit, Failure, Quality, Reason, Record, Rejection, Role, Stage

START = datetime(2026, 1, 1, tzinfo=UTC)


def a_page(rng: random.Random, number: int) -> Record:
    """A site of natural habits: one page in ten rejected, sources in four of five, lengths of a wide spread."""
    url = f"https://news.example.cn/{number}.html"
    if rng.random() < 0.1:
        return Rejection(url=url, reason=Reason.LISTING)
    chars = int(rng.lognormvariate(6.5, 0.7))
    return Article(
        url=url,
        title=f"第{number}条",
        text=f"这是第{number}条新闻的正文。",
        published_at=START,
        source="某某日报" if rng.random() < 0.8 else None,
        credits=(Credit(name="王一", role=Role.AUTHOR),) if rng.random() < 0.5 else (),
        quality=Quality(chars=chars),
        provenance={"text": "div.article" if rng.random() < 0.7 else "div.photo"},
    )


def a_run(rng: random.Random, day: int) -> list[Record]:
    return [a_page(rng, day * 1000 + i) for i in range(rng.randint(15, 60))]


def figures(run: list[Record], day: int) -> SiteFigures:
    return take_figures(run, START + timedelta(days=day))


@pytest.fixture
def history() -> list[SiteFigures]:
    rng = random.Random(7)
    return [figures(a_run(rng, day), day) for day in range(8)]


def alarms(history: list[SiteFigures], run: list[Record], day: int = 9) -> dict[str, Alarm]:
    return {alarm.figure: alarm for alarm in find_alarms("news", history, figures(run, day))}


@pytest.mark.parametrize("seed", range(5))
def test_twenty_unchanged_runs_raise_no_alarm(seed: int) -> None:
    rng = random.Random(seed)
    history: list[SiteFigures] = []
    for day in range(20):
        now = figures(a_run(rng, day), day)
        assert find_alarms("news", history, now) == []
        history.append(now)


def changed(run: list[Record], **update: object) -> list[Record]:
    return [o.model_copy(update=update) if isinstance(o, Article) else o for o in run]


@pytest.mark.parametrize(
    ("update", "figure"),
    [
        ({"source": None}, "filled:source"),
        ({"published_at": None}, "filled:published_at"),
        ({"provenance": {"text": "section.new"}}, "layout:section.new"),
        ({"quality": Quality(chars=60)}, "length"),
        ({"text": "正文。\n本网站所有内容未经许可不得转载。"}, "leak"),
    ],
)
def test_a_changed_template_alarms_in_its_first_run(
    history: list[SiteFigures], update: dict[str, object], figure: str
) -> None:
    assert figure in alarms(history, changed(a_run(random.Random(1), 99), **update))


def test_an_alarm_names_the_figure_before_and_after_and_examples(history: list[SiteFigures]) -> None:
    alarm = alarms(history, changed(a_run(random.Random(1), 99), source=None))["filled:source"]
    assert alarm.site == "news"
    assert 0.7 < alarm.before < 0.9
    assert alarm.after == 0
    assert len(alarm.examples) == 3


def test_pages_that_turn_into_rejections_or_failures_alarm(history: list[SiteFigures]) -> None:
    run = a_run(random.Random(1), 99)
    rejected: list[Record] = [Rejection(url=o.url, reason=Reason.NO_TEXT) for o in run]
    failed: list[Record] = [Failure(url=o.url, stage=Stage.FETCH, error="Timeout") for o in run]
    assert "rejected:no_text" in alarms(history, rejected)
    assert "failed" in alarms(history, failed)


def test_a_long_silence_alarms_and_a_usual_one_does_not(history: list[SiteFigures]) -> None:
    assert "silence" in alarms(history, [], day=30)
    assert alarms(history, [], day=9) == {}


def test_two_runs_are_no_history(history: list[SiteFigures]) -> None:
    assert alarms(history[:2], changed(a_run(random.Random(1), 99), source=None)) == {}
