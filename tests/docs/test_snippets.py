"""Every example of the README and the docs runs as printed, against the fixture sites.

The examples of a page run in order in one folder. One that cannot run says why in a comment above it:
`<!-- not run: reason -->`. One that begins with the name of a file (`# pipelines.py`) is put into it.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.cases import read_cases
from crawler.demo.server import FixtureServer
from tests import forks
from tests.docs.forked import commands
from tests.docs.snippets import SHELL, Snippet, command_path, snippets

ROOT = Path(__file__).parents[2]
# The Chinese pages hold the same examples: test_readmes.py and test_languages.py see to it.
# Run by test_batch_page.py, on archives, and by test_add_a_site.py, in a folder of its own.
ELSEWHERE = {"batch.md", "add-a-site.md"}
PAGES = [
    ROOT / "README.md",
    *(p for p in sorted(ROOT.glob("docs/*.md")) if p.name not in ELSEWHERE and ".zh." not in p.name),
]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """`qingwen`, `scrapy` and `python3` of this environment; URLs of the fixture sites lead to the fixture server."""
    with FixtureServer(case.page for case in read_cases()) as server:
        yield {
            **os.environ,
            "PATH": command_path(tmp_path_factory.mktemp("bin")),
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "SCRAPY_SETTINGS_MODULE": "crawler.demo.settings",
            "FIXTURE_SERVER": server.address,
        }


@pytest.fixture(scope="module")
def forked(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """The same; `qingwen` and `scrapy` are forks."""
    with commands() as folder:
        yield environment | {"PATH": f"{folder}:{environment['PATH']}"}


def command(snippet: Snippet) -> list[str]:
    if file := re.match(r"# (\w+\.py)\n", snippet.code):
        return [sys.executable, "-c", f"open({file[1]!r}, 'w', encoding='utf-8').write({snippet.code!r})"]
    return (
        ["bash", "-euc", snippet.code] if snippet.language in SHELL else [sys.executable, "-c", snippet.code]
    )


def run(
    command: list[str], cwd: Path, env: dict[str, str], *, alone: bool
) -> "subprocess.CompletedProcess[str]":
    """A command to its end; Python is a fork, too, unless it is to start `alone`."""
    if command[0] == sys.executable and not alone:
        return forks.run(command, cwd=cwd, env=env)
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=600)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_run(
    page: Path, environment: dict[str, str], forked: dict[str, str], tmp_path: Path
) -> None:
    """Those of the README start as a user's do."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    (tmp_path / "sites").symlink_to(ROOT / "cleaners/sites")
    for snippet in snippets(page):
        if not snippet.why_not:
            alone = page.parent == ROOT
            done = run(command(snippet), tmp_path, environment if alone else forked, alone=alone)
            assert done.returncode == 0, f"{snippet.code}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"


def test_a_forked_command_is_a_command(forked: dict[str, str], tmp_path: Path) -> None:
    page = ROOT / "fixtures/ppfocus/seed/response.html"
    shell = f"cat {page} | qingwen clean - > out.txt; qingwen nonsense 2> err.txt || echo $?; scrapy version"
    done = subprocess.run(["bash", "-euc", shell], cwd=tmp_path, env=forked, capture_output=True, text=True)
    assert "梧州市长洲区" in (tmp_path / "out.txt").read_text("utf-8")
    assert "nonsense" in (tmp_path / "err.txt").read_text("utf-8")
    assert re.fullmatch(r"1\nScrapy [\d.]+\n", done.stdout), done.stdout + done.stderr


def test_nothing_is_installed_from_an_index_that_does_not_have_it() -> None:
    pages = [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *(p for p in ROOT.glob("examples/**/*") if p.is_file()),
    ]
    named = [
        page.name
        for page in pages
        if re.search(r"pip install (?:-\S+ )*qingwen(?!-)\b", page.read_text("utf-8"))
    ]
    assert not named


def test_no_command_hides_from_this_test() -> None:
    """An indented block is not run."""
    hidden = [
        page.name
        for page in ROOT.glob("docs/*.md")
        if re.search(r"^    (?:qingwen|scrapy) ", page.read_text("utf-8"), re.M)
    ]
    assert not hidden


def test_a_broken_example_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(
        "text\n\n```sh\nqingwen nonsense\n```\n\n<!-- not run: why -->\n```python\n1/0\n```\n"
    )
    broken, left_out = snippets(tmp_path / "page.md")
    assert (broken.code, broken.why_not, left_out.why_not) == ("qingwen nonsense\n", None, "why")
