"""`qingwen demo`."""

from pathlib import Path

from crawler.cli.options import Json, Out, Quiet


def demo(out: Out = Path("out/demo"), as_json: Json = False, quiet: Quiet = False) -> None:
    """Crawl the fixture sites, served on this machine: no network, a few seconds."""
    from crawler.cases import read_cases
    from crawler.cli.running import finish, watch
    from crawler.demo.run import Demo
    from crawler.demo.server import FixtureServer

    with FixtureServer(case.page for case in read_cases()) as server:
        run = Demo(server.address, out)
        report = watch(run.crawls, run.run, show=not (as_json or quiet))
    finish(report, out, as_json=as_json, quiet=quiet)
