"""`qingwen crawl`."""

from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.console import give_up
from crawler.cli.options import Json, Quiet


def crawl(
    site: Annotated[str, typer.Argument(help="Spider: see `qingwen sites`.", show_default=False)],
    limit: Annotated[int | None, typer.Option(min=1, help="Stop after this many articles.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder; out/SITE if not given.")] = None,
    arg: Annotated[list[str] | None, typer.Option("--arg", "-a", help="Spider argument NAME=VALUE.")] = None,
    setting: Annotated[list[str] | None, typer.Option("--set", "-s", help="Setting NAME=VALUE.")] = None,
    log_json: Annotated[bool, typer.Option(help="Write crawl.log as JSON lines.")] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Crawl one site into a folder: articles, rejections, failures, report, log."""
    from scrapy.spiderloader import get_spider_loader

    from crawler.cli.running import exit_code, watch
    from crawler.project import project_settings
    from crawler.running import Job, Run

    folder = out or Path("out") / site
    own = {"LOG_FILE": str(folder / "crawl.log"), "LOG_JSON": log_json}
    settings = project_settings({**own, **_pairs(setting, "--set")})
    known = get_spider_loader(settings).list()
    if site not in known:
        give_up(
            f"no spider {site!r}",
            f"There are: {', '.join(known)}. Any site: qingwen crawl generic -a url=URL",
        )
    arguments = _pairs(arg, "--arg") | ({"limit": str(limit)} if limit else {})
    folder.mkdir(parents=True, exist_ok=True)
    report = watch(Run([Job(site, arguments)], settings, folder), folder, as_json=as_json, quiet=quiet)
    raise typer.Exit(exit_code(report))


def _pairs(options: list[str] | None, name: str) -> dict[str, str]:
    pairs = [option.partition("=") for option in options or []]
    if wrong := next((key for key, equals, _ in pairs if not (key and equals)), None):
        give_up(f"{name} {wrong}: NAME=VALUE is needed")
    return {key: value for key, _, value in pairs}
