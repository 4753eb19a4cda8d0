"""`qingwen doctor`."""

import typer

from crawler.cli.options import Json
from crawler.words import _, noted

_CORE = (
    "scrapy",
    "trafilatura",
    "lxml",
    "lxml-html-clean",
    "pydantic",
    "charset-normalizer",
    "opencc-python-reimplemented",
    "fastwarc",
    "isal",
    "fsspec",
    "typer",
    "rich",
)
# distribution -> what it is for
_OPTIONAL = {
    "pyspark": noted("clean archives on a cluster"),
    "pyarrow": noted("read and write Parquet"),
    "rensa": noted("find near duplicates"),
    "redis": noted("crawl on several machines"),
    "uvloop": noted("faster event loop"),
}


def doctor(as_json: Json = False) -> None:
    """Versions, which OpenCC answers, which extras are there."""
    import json
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from cleaners.version import VERSION

    def installed(name: str) -> str | None:
        try:
            return version(name)
        except PackageNotFoundError:
            return None

    found = {
        "qingwen": VERSION,
        "python": platform.python_version(),
        **{name: installed(name) for name in _CORE},
        "opencc answers": _opencc(),
        **{name: installed(name) for name in _OPTIONAL},
    }
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False))
        return
    for name, value in found.items():
        missing = f"- ({_(_OPTIONAL[name])})" if name in _OPTIONAL else _("missing")
        typer.echo(f"{name:28} {value or missing}")


def _opencc() -> str:
    """The port and OpenCC's own binding install the same package: the one that was installed last answers."""
    from importlib.util import find_spec

    import opencc

    name = "OpenCC (C++)" if find_spec("opencc.clib") else "opencc-python-reimplemented"
    return f"{name}: 漢語 is {opencc.OpenCC('t2s').convert('漢語')}"
