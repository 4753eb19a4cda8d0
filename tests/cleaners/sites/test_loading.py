"""A site file is read, or refused with a reason that says what to mend."""

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from cleaners import SiteError, load_sites
from cleaners.sites import known_sites, loading, read_site


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name = 'a", "a.toml is not TOML: "),
        ("", "the key 'name' is missing"),
        ("name = 'a'\nbodi = 'x'", "a.toml: unknown key 'bodi': did you mean 'body'?"),
        ("name = 'a'\nxyz = 1", "unknown key 'xyz': there are name, title,"),
        ("name = 'a'\n[state]\nauthors = 'x'", "unknown key 'state.authors': did you mean 'author'?"),
        ("name = 'A b'", "name = 'A b': String should match"),
        ("name = 'a'\nend = '(x'", r"end = '\(x': not a regular expression: missing \)"),
        ("name = 'a'\nmarks = ['[']", r"marks.0 = '\[': not a regular expression"),
        ("name = 'a'\nmends = [['(', '']]", r"mends.0.0 = '\('"),
        ("name = 'a'\nbody = 'div['", r"body = 'div\[': not a CSS selector"),
        ("name = 'a'\nhosts = ['http://a.cn/']", "hosts.0 = 'http://a.cn/': a host name is needed"),
        ("name = 'a'\nstart = ['a.cn']", "start.0 = 'a.cn': an address is needed"),
        ("name = 'a'\ncanonical = 'x'", "canonical = 'x': needs one group"),
        ("name = 'a'\nhosts = 'a.cn'", "hosts = 'a.cn': "),
    ],
)
def test_what_is_refused(text: str, why: str) -> None:
    with pytest.raises(SiteError, match=why):
        read_site(text, "a.toml")


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(SiteError, match=r"(?s)end = .*bodi"):
        read_site("name = 'a'\nbodi = 'x'\nend = '('", "a.toml")


def test_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("a", "deep/b"):
        (tmp_path / f"{name}.toml").write_text(f"name = '{name[-1]}'\nhosts = ['{name[-1]}.cn']", "utf-8")
    assert [site.name for site in load_sites(tmp_path)] == ["a", "b"]
    assert [site.name for site in load_sites(str(tmp_path / "a.toml"))] == ["a"]


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "gbk.toml").write_bytes("title = '合成'".encode("gbk"))
    (empty := tmp_path / "empty").mkdir()
    for path, why in (
        (tmp_path / "none.toml", "No such file"),
        (empty, "holds no site file"),
        (tmp_path / "gbk.toml", "not UTF-8"),
    ):
        with pytest.raises(SiteError, match=why):
            load_sites(path)


def test_one_path_may_be_given_without_a_list() -> None:
    site = read_site("name = 'a'\n[state]\ntime = 'ct'\nauthor = ['a.b', 'c']")
    assert site.state.time == ("ct",) and site.state.author == ("a.b", "c")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with site files that an entry point names."""
    folder = tmp_path / "their_sites"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    point = EntryPoint("theirs", "their_sites", loading.ENTRY_POINT)
    monkeypatch.setattr(
        loading, "entry_points", lambda group: [point] if group == loading.ENTRY_POINT else []
    )
    monkeypatch.delitem(sys.modules, "their_sites", raising=False)
    return folder


def test_an_installed_package_adds_sites(installed: Path) -> None:
    (installed / "a.toml").write_text("name = 'theirs'\nhosts = ['yybnet.net']", "utf-8")
    sites = known_sites.__wrapped__()
    assert sites.of("https://www.yybnet.net/", "").name == "theirs"
    assert sites.of("https://ppfocus.com/", "").name == "ppfocus"


def test_an_installed_package_cannot_take_every_page(installed: Path) -> None:
    (installed / "a.toml").write_text("name = 'theirs'", "utf-8")
    with pytest.raises(SiteError, match="neither hosts nor marks"):
        known_sites.__wrapped__()


def test_a_pager_needs_a_place_for_its_number() -> None:
    with pytest.raises(SiteError, match=r"pager\.url = 'index\.html': needs \{n\} once"):
        read_site("name = 'a'\n[pager]\nurl = 'index.html'")
    with pytest.raises(SiteError, match=r"unknown key 'pager\.frist': did you mean 'first'\?"):
        read_site("name = 'a'\n[pager]\nfrist = 1")
