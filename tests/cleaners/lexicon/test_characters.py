import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.lexicon import LISTS, fold
from cleaners.normalise.conversion import read_dictionary


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("編輯：王小明", "编辑：王小明"),
        ("購買後解鎖全文，餘額不足", "购买后解锁全文，余额不足"),
        ("責任編輯/記者 閲讀 閱讀 説明 說明 衞生 衛生", "责任编辑/记者 阅读 阅读 说明 说明 卫生 卫生"),
        ("啟 啓 秘 祕 群 羣 台 臺 裏 裡", "启 启 秘 秘 群 群 台 台 里 里"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_text_that_needs_no_folding_is_handed_back() -> None:
    text = "来源：河岸日报 2026-03-02 10:10"
    assert fold(text) is text


@given(st.text(alphabet=st.sampled_from("編辑abc\U00020000\U0002a6df\U0001f600乾乱") | st.characters()))
def test_positions_hold(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_what_opencc_writes_in_traditional_folds_back() -> None:
    lost = {
        simplified
        for simplified, (traditional, *_) in read_dictionary("STCharacters.txt").items()
        if fold(traditional) != fold(simplified) and simplified in "".join(map("".join, LISTS.values()))
    }
    assert not lost
