"""`qingwen crawl`."""

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from crawler.cli.codes import STORAGE, USAGE
from crawler.cli.console import give_up
from crawler.cli.foreign import translated
from crawler.cli.options import Formats, Json, Quiet, Setting, SiteFiles, formats, pairs, site_setting
from crawler.words import _
from schemas import RunReport

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.settings import Settings
    from scrapy.spiderloader import SpiderLoaderProtocol

    from crawler.running import Crawls

_UNUSABLE = ("JobDamaged", "JobUnwritable")


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
    render: Annotated[
        Literal["auto"] | None, typer.Option(help="Ask for empty shells once more, with a browser.")
    ] = None,
    files: SiteFiles = None,
    setting: Setting = None,
    structure: Formats = "",
    media: Annotated[
        str,
        typer.Option(
            help="Files to download into OUT/media: images, attachments; both with a comma.",
            show_default=False,
        ),
    ] = "",
    log_json: Annotated[bool, typer.Option(help="Write crawl.log as JSON lines.")] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Crawl one site into a folder that survives a crash: the same command goes on, or looks for what is new."""
    from crawler.cli.running import finish, watch
    from crawler.project import project_settings
    from crawler.running import Crawls, Job

    folder = out or Path("out") / site
    own = {"JOB": str(folder), "LOG_FILE": str(folder / "crawl.log"), "LOG_JSON": log_json}
    own |= {"FORMATS": list(formats(structure))} if structure else {}
    own |= {"MEDIA": _media(media)} if media else {}
    own |= {"RENDER": render} if render else {}
    own |= {"SINCE": since.date().isoformat()} if since else {}
    settings = project_settings({**own, **site_setting(files, setting)})
    known = _spiders(settings).list()
    if site not in known:
        give_up(
            _("no spider {site!r}").format(site=site),
            _("There are: {known}. Any site: qingwen crawl generic -a url=URL").format(
                known=", ".join(known)
            ),
        )
    arguments = pairs(arg, "--arg") | ({"limit": str(limit)} if limit else {})
    _try_arguments(_spiders(settings).load(site), arguments)
    crawls = Crawls([Job(site, arguments)], settings)
    report = watch(crawls, lambda: _run(crawls, folder), show=not (as_json or quiet))
    finish(report, folder, as_json=as_json, quiet=quiet)


def _spiders(settings: "Settings") -> "SpiderLoaderProtocol":
    """Exit with 1 where a site file is faulty."""
    from scrapy.spiderloader import get_spider_loader

    from cleaners import SiteError

    try:
        return get_spider_loader(settings)
    except SiteError as error:
        give_up(str(error))


def _media(option: str) -> list[str]:
    """What to download. Exits with 1 where there is no such."""
    from crawler.media.kinds import wanted

    try:
        return sorted(wanted([name for part in option.split(",") if (name := part.strip())]))
    except ValueError as error:
        give_up(_("--media: {error}").format(error=translated(str(error))))


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
    before = _reports(folder)
    crawls.run()
    if reason := crawls.unwritable():
        hint = _("Nothing is lost: when this is mended, the same command goes on.")
        give_up(_("the crawl stopped: {reason}").format(reason=translated(reason)), hint, STORAGE)
    written = _reports(folder) - before
    if not written:
        why = _last_line(folder / "crawl.log")
        code = STORAGE if why.startswith(_UNUSABLE) else USAGE
        give_up(
            _("the crawl did not start: {why}").format(why=translated(why)),
            _("{folder}/crawl.log says more.").format(folder=folder),
            code,
        )
    report = RunReport.model_validate_json(max(written)[1].read_bytes())
    if "start URL" in report.finish_reason:
        give_up(
            report.finish_reason, _("Name one: --arg start=URL; for generic --arg url=, sitemap= or feed=URL")
        )
    return report


def _reports(folder: Path) -> set[tuple[int, Path, int]]:
    """Time, path and inode of each run's report: one that is written anew has another inode, whatever the clocks of
    the machine and of its disks say. They are below the worker's folder where a job is shared."""
    found = ((path.stat(), path) for path in folder.glob("**/runs/*.json"))
    return {(stat.st_mtime_ns, path, stat.st_ino) for stat, path in found}


def _last_line(log: Path) -> str:
    """Where a traceback ends: the error, without its module. In a log of JSON lines a traceback is on one line."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 1_000))
        end = file.read().decode("utf-8", "replace").strip().removesuffix('"}')
    return re.sub(r"^(?:\w+\.)+(?=\w+: )", "", re.split(r"\n|\\n", end)[-1])
