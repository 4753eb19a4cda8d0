"""docs/add-a-site.md, followed to the letter in a copy of the checkout, ends with the registry's tests passing."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.cases import read_cases
from crawler.demo.server import FixtureServer
from schemas import Page
from tests.docs.snippets import SHELL, command_path, snippets

ROOT = Path(__file__).parents[2]
COPIED = ("cleaners", "crawler", "fixtures", "schemas", "tests")
RENAMED = (("yunhe", "qinghe"), ("云禾", "青禾"))

pytestmark = pytest.mark.slow


def renamed(page: Page) -> Page:
    """A page of the generic fixtures as one of the new site."""
    body = page.body
    for encoding in ("utf-8", "gb18030"):
        for old, new in RENAMED:
            body = body.replace(old.encode(encoding), new.encode(encoding))
    return page.model_copy(update={"url": (page.url or "").replace("yunhe", "qinghe"), "body": body})


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The commands of a checkout's environment, with the code of the copy; the new site is served on loopback."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    with FixtureServer(renamed(case.page) for case in read_cases() if case.site == "generic") as server:
        yield {
            **own,
            "PATH": command_path(tmp_path / "bin"),
            "PYTHONPATH": str(tmp_path / "checkout"),
            "SCRAPY_SETTINGS_MODULE": "crawler.demo.settings",
            "FIXTURE_SERVER": server.address,
            "PYTEST_ADDOPTS": "-p no:xdist -k 'qinghe or without_a_profile'",  # the others run anyway
        }


def register(registry: Path) -> None:
    """What the page asks a person to do with an editor."""
    text = registry.read_text("utf-8")
    text = text.replace("pinyin_mirror, ppfocus,", "pinyin_mirror, ppfocus, qinghe,", 1)
    registry.write_text(
        text.replace("    fastadmin.PROFILE,\n", "    qinghe.PROFILE,\n    fastadmin.PROFILE,\n", 1)
    )


def test_the_page_leads_to_a_site_that_passes(environment: dict[str, str], tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    for name in COPIED:
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", checkout)
    shown = set()
    for snippet in snippets(ROOT / "docs/add-a-site.md"):
        if snippet.language in SHELL:
            command = ["bash", "-euc", snippet.code.replace("/tmp/", f"{tmp_path}/")]
            done = subprocess.run(
                command, cwd=checkout, env=environment, capture_output=True, text=True, timeout=240
            )
            assert done.returncode == 0, f"{snippet.code}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
            continue
        head, code = snippet.code.split("\n", 1)
        file = checkout / head.removeprefix("# ")
        if file.exists() and file not in shown:
            assert file.read_text("utf-8") == code, "the page shows another proposal than the command gives"
        file.write_text(code, "utf-8")
        if file.parent.name == "spiders":  # the step before it
            register(checkout / "cleaners/sites/registry.py")
        shown.add(file)
