"""Which script a text is in, and its conversion. All sentences are synthetic (合成)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.normalise import detect_script, to_simplified
from cleaners.normalise.conversion import converter
from schemas import Script

HANS = "市政府昨天发布通知，要求各区县做好春节期间的安全检查。"
HANT = "市政府昨天發布通知，要求各區縣做好春節期間的安全檢查。"

both = st.text(alphabet="發布通知後天乾隆皇帝于於著名说說「」『』 \nのを经經济濟里裡裏", max_size=80)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        (HANS, Script.HANS),
        (HANT, Script.HANT),
        (f"{HANS}\n{HANT}", Script.MIXED),
        ("香港巿民在街市買餸，群眾着急。", Script.HANT),
        ("台灣民眾裡外忙著吃便當，臺北下雨。", Script.HANT),
        ("義龍新區的干部在村里开會，布置后續工作，關系群眾。", Script.HANT),
        ("他姓於，是乾隆年间的书法家。", Script.HANS),
        ("経済産業省は新しい規則を発表した。", None),
        ("東京都は学校の検査を実施すると発表しました。", None),
        ("日本の電視劇在內地播出，觀眾們說好看。", Script.HANT),
        ("中文", None),
        ("Hello, world 123", None),
        ("", None),
    ],
)
def test_script(text: str, script: Script | None) -> None:
    assert detect_script(text) is script


@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        (HANT, HANS),
        ("他說：「這『個』問題，憑藉瞭解，乾隆年間。」", "他说：“这‘个’问题，凭借了解，乾隆年间。”"),
        ("居民們抱著試試看，接著討論著這本著名的論著。", "居民们抱着试试看，接着讨论着这本著名的论著。"),
        (f"{HANT}\n好「人」", f"{HANS}\n好“人”"),
        (f"{HANS}\n記者", f"{HANS}\n記者"),
        (f"{HANS}\n{HANT}", f"{HANS}\n{HANS}"),
        ("経済産業省は「規則」を発表した。", "経済産業省は「規則」を発表した。"),
        ("义县「老街」的乾隆碑，王著于此。", "义县「老街」的乾隆碑，王著于此。"),
    ],
)
def test_only_traditional_paragraphs_are_converted(text: str, simplified: str) -> None:
    assert to_simplified(text) == simplified


@given(both | st.text())
def test_converting_twice_changes_nothing_more(text: str) -> None:
    once = to_simplified(text)
    assert to_simplified(once) == once


@given(st.text(alphabet=st.characters(exclude_characters=converter().traditional_only)))
def test_simplified_text_is_never_touched(text: str) -> None:
    assert to_simplified(text) is text


def test_the_same_object_comes_back_when_there_is_nothing_to_do() -> None:
    assert to_simplified(HANS) is HANS
    assert to_simplified(rare := "\n\U00020000") is rare
