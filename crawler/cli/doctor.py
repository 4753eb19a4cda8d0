"""`qingwen doctor`."""

from collections.abc import Iterable, Mapping

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
_EXTRAS = {  # what for, and the packages that must be there
    "parquet": (noted("read and write Parquet"), ("pyarrow",)),
    "spark": (noted("clean archives on a cluster"), ("pandas", "pyarrow", "pyspark")),
    "redis": (noted("crawl on several machines"), ("redis",)),
    "dedup": (noted("find near duplicates"), ("rensa",)),
    "notify": (noted("send reports to chats and by mail"), ("apprise",)),
    "postgres": (noted("write articles to PostgreSQL"), ("psycopg",)),
    "render": (noted("open pages in a browser"), ("playwright", "scrapy-playwright")),
    "models": (noted("count tokens, measure perplexity"), ("kenlm", "tokenizers")),
}


def doctor(as_json: Json = False) -> None:
    """Versions, which OpenCC answers, which extras are there."""
    import json
    import platform

    from cleaners.version import VERSION

    found = {
        "qingwen": VERSION,
        "python": platform.python_version(),
        **_versions(_CORE),
        "opencc answers": _opencc(),
    }
    extras = {name: _versions(packages) for name, (_meaning, packages) in _EXTRAS.items()}
    if as_json:
        typer.echo(json.dumps({**found, "extras": extras}, ensure_ascii=False))
        return
    missing = _("missing")
    for name, value in found.items():
        typer.echo(f"{name:28} {value or missing}")
    for name, versions in extras.items():
        typer.echo(f"{f'[{name}]':28} {_told(name, versions)}")


def _told(extra: str, versions: Mapping[str, str | None]) -> str:
    """Its packages; where one is missing, what the extra is for."""
    missing = _("missing")
    packages = ", ".join(f"{name} {version or missing}" for name, version in versions.items())
    return packages if all(versions.values()) else f"- {packages} ({_(_EXTRAS[extra][0])})"


def _versions(names: Iterable[str]) -> dict[str, str | None]:
    from importlib.metadata import PackageNotFoundError, version

    def installed(name: str) -> str | None:
        try:
            return version(name)
        except PackageNotFoundError:
            return None

    return {name: installed(name) for name in names}


def _opencc() -> str:
    """The port and OpenCC's own binding install the same package: the one that was installed last answers."""
    from importlib.util import find_spec

    import opencc

    name = "OpenCC (C++)" if find_spec("opencc.clib") else "opencc-python-reimplemented"
    return f"{name}: 漢語 is {opencc.OpenCC('t2s').convert('漢語')}"
