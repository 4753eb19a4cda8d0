"""What the file of a site says of its pages: scripts, marked elements."""

from typing import Any

import pytest

from cleaners.metadata import read_metadata
from cleaners.sites import Site
from cleaners.sites.site import Marked, State
from tests.cleaners.metadata.pages import page, read


def of(source: str, **said: Any) -> Any:
    reading = read(source)
    reading.doc.site = Site(name="x", **said)
    return read_metadata(reading.doc, reading.body, reading.title)


SCRIPT = """<script>var nick = htmlDecode("河\\x26amp;岸"); window.S = {"a": {"t": 1574679420000, "names": [{"n": "王小明"}]}};
c = {who: JsDecode('李大为'), n: '1' * 1, };</script>"""


@pytest.mark.parametrize(
    ("field", "path", "value"),
    [
        ("account", "nick", "河&岸"),
        ("account", "S.a.names.n", "王小明"),
        ("account", "who", "李大为"),
        ("source", "nick", "河&岸"),
    ],
)
def test_a_value_of_a_script_is_decoded_like_a_browser_would(field: str, path: str, value: str) -> None:
    assert of(page(below=SCRIPT), state=State(**{field: path}))[field] == value


def test_a_stamp_of_a_script_beats_what_is_printed_without_a_label() -> None:
    found = of(page(byline="<p>2019-11-26</p>", below=SCRIPT), state=State(time=("S.a.t",)))
    assert (str(found["published_at"]), found.provenance["published_at"]) == (
        "2019-11-25 18:57:00+08:00",
        "script S.a.t",
    )


def test_marked_elements_and_attributes() -> None:
    byline = "<p><b class=who>私~川流</b> <i class=at data-at=1574679420>昨天</i></p>"
    found = of(
        page(byline=byline), marked=Marked(account="b.who", author="b.who", time="i.at::attr(data-at)")
    )
    assert found["account"] == "私~川流"
    assert [credit.name for credit in found["credits"]] == ["私~川流"]
    assert str(found["published_at"]) == "2019-11-25 18:57:00+08:00"


def test_an_account_and_a_person_are_two_fields() -> None:
    byline = "<p><b class=acc>某地发布</b> <span>作者：王小明</span></p>"
    found = of(page(byline=byline), marked=Marked(account="b.acc"))
    assert (found["account"], [credit.name for credit in found["credits"]]) == ("某地发布", ["王小明"])


def test_an_account_whose_name_begins_in_latin_letters() -> None:
    byline = "<p><span class=writer><a href=//mp.sohu.com/profile?x=1>Keep walk步道</a></span> <span>2019-09-07 13:43</span></p>"
    marked = Marked(account=('.writer a[href*="mp.sohu.com/"]',))
    found = of(page(byline=byline, text=("喜欢步道的人每天都在河边走一圈。" * 3,)), marked=marked)
    assert (found["account"], found["credits"] or ()) == ("Keep walk步道", ())
