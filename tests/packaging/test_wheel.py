"""The wheel and the sdist, and the wheel installed where nothing of the working tree is in reach."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests import needs

ROOT = Path(__file__).parents[2]
PACKAGES = ("cleaners", "crawler", "schemas")

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith("PYTHON")
    } | variables
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=600)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def scripts(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`bin` of a new environment with the wheel in it; the dependencies are those of the environment we run in.

    A line in a .pth file adds that environment's folder but not its own .pth files: the working tree stays out.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    (wheel,) = built.glob("*.whl")
    options = ("--no-deps", "--no-index", "--no-compile")
    done = run(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    (site_packages,) = folder.glob("lib/python*/site-packages")
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return folder / "bin"


def test_the_wheel_holds_every_file_of_the_packages(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file()]
    wanted = {str(path.relative_to(ROOT)) for path in files if "__pycache__" not in path.parts}
    fixtures = (path for path in (ROOT / "fixtures").rglob("*") if path.is_file())
    wanted |= {str("crawler" / path.relative_to(ROOT)) for path in fixtures}
    assert wanted <= packed
    assert {f"{package}/py.typed" for package in PACKAGES} <= packed


def test_the_wheel_holds_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_wheel_is_all_python(built: Path) -> None:
    assert list(built.glob("*-py3-none-any.whl"))


def test_the_sdist_holds_what_the_tests_need(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert {"README.md", "LICENSE", "Makefile", "tests/test_arrows.py", "fixtures/README.md"} <= packed


def test_the_wheel_is_what_runs(scripts: Path, tmp_path: Path) -> None:
    done = run(scripts / "python", "-c", "import crawler; print(crawler.__file__)", cwd=tmp_path)
    assert done.stdout.startswith(str(scripts.parent)), done.stderr


def test_the_demo_runs_in_an_empty_folder(scripts: Path, tmp_path: Path) -> None:
    assert "demo" in run(scripts / "qingwen", "--help", cwd=tmp_path).stdout
    done = run(scripts / "qingwen", "demo", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    articles = (tmp_path / "out/demo/articles-00001.jsonl").read_text("utf-8").splitlines()
    assert len(articles) == sum(site["articles"] for site in json.loads(done.stdout)["sites"].values()) > 20


def test_a_page_is_cleaned(scripts: Path, tmp_path: Path) -> None:
    page = next(ROOT.glob("fixtures/yybnet/seed/response.html"))
    done = run(scripts / "qingwen", "clean", page, "--json", cwd=tmp_path)
    assert done.returncode == 0 and json.loads(done.stdout)["source"], done.stderr


def test_scrapy_finds_the_spiders_through_two_lines(scripts: Path, tmp_path: Path) -> None:
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = crawler.settings\n")
    done = run(scripts / "python", "-m", "scrapy", "list", cwd=tmp_path)
    assert "generic" in done.stdout.split(), done.stderr


def test_a_type_checker_reads_its_types(scripts: Path, tmp_path: Path) -> None:
    (tmp_path / "user.py").write_text("from cleaners import clean\nreveal_type(clean(b'').published_at)\n")
    mypy = (sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache")
    done = run(*mypy, "--python-executable", scripts / "python", tmp_path / "user.py", cwd=tmp_path)
    assert "datetime.datetime | None" in done.stdout and done.returncode == 0, done.stdout + done.stderr


def test_first_steps_say_how_large_the_wheel_is(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    (told,) = re.findall(r"a ([\d.]+) MB file", (ROOT / "docs/first-steps.md").read_text("utf-8"))
    assert float(told) == pytest.approx(wheel.stat().st_size / 1e6, rel=0.2)


COUNTED = """
import sys
from crawler.cli import run
from crawler.guard import process
started, spawn = [], process._spawn
process._spawn = lambda channel: (started.append(1), spawn(channel))[1]
code = run(["batch", "raw", "--out", "out", "--format", sys.argv[1], "--workers", "1", "--quiet"])
print(code, len(started))
"""


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_batch_keeps_its_worker_whatever_it_writes(scripts: Path, tmp_path: Path, form: str) -> None:
    """Each shard's first Parquet file once cost the worker of an installed wheel its life, never that of a checkout."""
    needs.library("pyarrow", "parquet")
    raw = tmp_path / "raw"
    raw.mkdir()
    body = next(ROOT.glob("fixtures/yybnet/seed/response.html")).read_bytes()
    (raw / "a.html").write_bytes(body)
    (raw / "b.txt").write_text("合成文本：渡轮换了新船。\n" * 9, "utf-8")
    (raw / "c.jsonl").write_text(json.dumps({"html": body.decode("gb18030", "replace")}))
    done = run(scripts / "python", "-P", "-c", COUNTED, form, cwd=tmp_path)
    assert done.stdout.split() == ["0", "1"], done.stderr
    shards = json.loads((tmp_path / "out/manifest.json").read_bytes())["shards"]
    assert len(shards) == 3
