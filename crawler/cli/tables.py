"""Counts per site, as people see them while a crawl runs and when it has ended."""

from collections.abc import Mapping

from rich.table import Table

from crawler.words import _
from crawler.words.codes import in_words
from schemas import SiteCounts


def counts_table(sites: Mapping[str, SiteCounts], title: str = "") -> Table:
    """One row a site and a sum; every row adds up: fetched = articles + unchanged + rejected + failed."""
    table = Table(_("site"), title=title, title_justify="left", show_footer=False)
    for name in (_("fetched"), _("articles"), _("rejected"), _("failed")):
        table.add_column(name, justify="right")
    table.add_column(_("why"))
    for site, counts in sites.items():
        table.add_row(site, *_figures(counts))
    if len(sites) > 1:
        table.add_section()
        table.add_row(_("all"), *_figures(_sum(sites))[:-1])
    return table


def _figures(counts: SiteCounts) -> tuple[str, ...]:
    rejected, failed = sum(counts.rejected.values()), sum(counts.failed.values())
    why = [
        f"{count} {in_words(reason)}" for reason, count in (*counts.rejected.items(), *counts.failed.items())
    ]
    articles = counts.articles + counts.unchanged
    return (str(counts.fetched), str(articles), str(rejected), str(failed), ", ".join(why))


def _sum(sites: Mapping[str, SiteCounts]) -> SiteCounts:
    rejected: dict[str, int] = {}
    failed: dict[str, int] = {}
    for counts in sites.values():
        for total, part in ((rejected, counts.rejected), (failed, counts.failed)):
            for reason, count in part.items():
                total[reason] = total.get(reason, 0) + count
    return SiteCounts(
        fetched=sum(c.fetched for c in sites.values()),
        articles=sum(c.articles for c in sites.values()),
        unchanged=sum(c.unchanged for c in sites.values()),
        rejected=rejected,
        failed=failed,
    )
