"""What a run is worth saying of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from crawler.drift import Alarm
from crawler.words import _, ngettext
from schemas import RunReport, SiteCounts, Stage

_EXAMPLES = 2


def needs_attention(run: RunReport, alarms: Collection[Alarm]) -> bool:
    """Whether somebody should look today: a site changed, a host was left, or a page to start from gave nothing."""
    return bool(alarms or run.hosts_left or any(Stage.DISCOVER in site.failed for site in run.sites.values()))


def message(job: Path, run: RunReport, alarms: Collection[Alarm], page: Path) -> tuple[str, str]:
    """Title and text."""
    count = ngettext("{n} alarm", "{n} alarms", len(alarms)).format(n=len(alarms))
    title = f"qingwen {job.name}: " + (count if alarms else _("no alarm"))
    return title, "\n".join([*_lines(run, alarms), _("The report: {page}").format(page=page.absolute())])


def _lines(run: RunReport, alarms: Collection[Alarm]) -> Iterator[str]:
    for alarm in alarms:
        yield _("{site}: {figure} was {before:.3g}, is {after:.3g}").format(
            site=alarm.site, figure=alarm.figure, before=alarm.before, after=alarm.after
        )
        yield from alarm.examples[:_EXAMPLES]
    for host, why in run.hosts_left.items():
        yield _("{host} was left: {why}").format(host=host, why=why)
    for site, counts in run.sites.items():
        yield _site(site, counts)


def _site(site: str, counts: SiteCounts) -> str:
    return _(
        "{site}: {articles} new articles, {unchanged} unchanged, {rejected} rejected, {failed} failed"
    ).format(
        site=site,
        articles=counts.articles,
        unchanged=counts.unchanged,
        rejected=sum(counts.rejected.values()),
        failed=sum(counts.failed.values()),
    )
