"""`qingwen demo`."""

from pathlib import Path

import typer

from crawler.cli.options import Json, Out, Quiet


def demo(out: Out = Path("out/demo"), as_json: Json = False, quiet: Quiet = False) -> None:
    """Crawl the fixture sites, served on this machine: no network, a few seconds."""
    from crawler.cases import read_cases
    from crawler.cli.running import exit_code, watch
    from crawler.demo.run import demo_run
    from crawler.demo.server import FixtureServer

    out.mkdir(parents=True, exist_ok=True)
    with FixtureServer(case.page for case in read_cases()) as server:
        report = watch(demo_run(server.address, out), out, as_json=as_json, quiet=quiet)
    raise typer.Exit(exit_code(report))
