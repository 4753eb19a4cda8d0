"""`qingwen crawl`."""

import re
from datetime import datetime
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.codes import FAILURES
from crawler.cli.console import complain, give_up
from crawler.cli.options import Json, Quiet, Setting, pairs
from schemas import RunReport

if TYPE_CHECKING:
    from scrapy import Spider

    from crawler.running import Crawls


def crawl(
    site: Annotated[str, typer.Argument(help="Spider: see `qingwen sites`.", show_default=False)],
    limit: Annotated[int | None, typer.Option(min=1, help="Stop after this many articles.")] = None,
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Reject older articles; leave lists that lead only to such."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Job folder; out/SITE if not given.", file_okay=False)
    ] = None,
    arg: Annotated[list[str] | None, typer.Option("--arg", "-a", help="Spider argument NAME=VALUE.")] = None,
    setting: Setting = None,
    log_json: Annotated[bool, typer.Option(help="Write crawl.log as JSON lines.")] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Crawl one site into a folder that survives a crash: the same command goes on, or looks for what is new."""
    from scrapy.spiderloader import get_spider_loader

    from crawler.cli.running import finish, watch
    from crawler.project import project_settings
    from crawler.running import Crawls, Job

    folder = out or Path("out") / site
    own = {"JOB": str(folder), "LOG_FILE": str(folder / "crawl.log"), "LOG_JSON": log_json}
    own |= {"SINCE": since.date().isoformat()} if since else {}
    settings = project_settings({**own, **pairs(setting, "--set")})
    known = get_spider_loader(settings).list()
    if site not in known:
        give_up(
            f"no spider {site!r}",
            f"There are: {', '.join(known)}. Any site: qingwen crawl generic -a url=URL",
        )
    arguments = pairs(arg, "--arg") | ({"limit": str(limit)} if limit else {})
    _try_arguments(get_spider_loader(settings).load(site), arguments)
    crawls = Crawls([Job(site, arguments)], settings)
    report = watch(crawls, lambda: _run(crawls, folder), show=not (as_json or quiet))
    finish(report, folder, as_json=as_json, quiet=quiet)


def _try_arguments(spider: "type[Spider]", arguments: dict[str, str]) -> None:
    """Exit with 1 where the spider refuses an argument: before a job is made."""
    from crawler.spiders.arguments import WrongArgument
    from crawler.spiders.base import ArticleSpider

    try:
        if issubclass(spider, ArticleSpider):
            spider(**arguments)
    except WrongArgument as error:
        give_up(f"{spider.name}: {error}")


def _run(crawls: "Crawls", folder: Path) -> RunReport:
    begin = time_ns()
    crawls.run()
    if reason := crawls.unwritable():
        complain(
            f"the crawl stopped: {reason}", "Nothing is lost: when this is mended, the same command goes on."
        )
        raise typer.Exit(FAILURES)
    reports = folder.glob("**/runs/*.json")  # below the worker's folder where a job is shared
    last = max(reports, key=lambda path: path.stat().st_mtime_ns, default=None)
    if last is None or last.stat().st_mtime_ns < begin:
        give_up(
            f"the crawl did not start: {_last_line(folder / 'crawl.log')}", f"{folder}/crawl.log says more."
        )
    report = RunReport.model_validate_json(last.read_bytes())
    if "start URL" in report.finish_reason:
        give_up(
            report.finish_reason, "Name one: --arg start=URL; for generic --arg url=, sitemap= or feed=URL"
        )
    return report


def _last_line(log: Path) -> str:
    """Where a traceback ends: the error, without its module. In a log of JSON lines a traceback is on one line."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 1_000))
        end = file.read().decode("utf-8", "replace").strip().removesuffix('"}')
    return re.sub(r"^(?:\w+\.)+(?=\w+: )", "", re.split(r"\n|\\n", end)[-1])
