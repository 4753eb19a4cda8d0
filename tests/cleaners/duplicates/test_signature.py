"""Signatures: equal for equal content, close for copies, far for other texts. All texts are synthetic (合成)."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.synthetic import Writer
from cleaners.duplicates import signature, similarity

REPORT = Writer(random.Random(1)).report(Writer(random.Random(2)).event())


def _shingles(text: str) -> set[str]:
    return {text[at : at + 5] for at in range(len(text) - 4)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("他说：“今天下雨。”大家都没有带伞。", "他說：「今天下雨。」\n大家都沒有帶傘。"),
        ("全省有１２家ＡＢＣ企业", "全省有12家abc企业".upper()),
        ("短", "短。"),
    ],
)
def test_script_width_and_punctuation_do_not_count(left: str, right: str) -> None:
    assert signature(left) == signature(right)


def test_other_texts_have_other_signatures() -> None:
    other = Writer(random.Random(3)).report(Writer(random.Random(4)).event())
    assert similarity(signature(REPORT), signature(other)) < 0.1


@pytest.mark.parametrize("kept", [0.9, 0.7, 0.5])
def test_the_estimate_is_near_the_share_of_common_shingles(kept: float) -> None:
    text = "".join(Writer(random.Random(seed)).sentence(14) for seed in range(60)).replace("。", "")
    part = text[: int(kept * len(text))]
    share = len(_shingles(part) & _shingles(text)) / len(_shingles(part) | _shingles(text))
    assert similarity(signature(part), signature(text)) == pytest.approx(share, abs=0.15)


@pytest.mark.parametrize("text", ["", "。，！", "\n \u3000"])
def test_text_without_content_has_no_signature(text: str) -> None:
    assert signature(text) == b""
    assert similarity(signature(text), signature(REPORT)) == 0


@given(st.text())
def test_any_text_has_one(text: str) -> None:
    assert len(signature(text)) in (0, 512)
