"""Unseen characters go, seen ones stay. All sentences are synthetic (合成)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.normalise import clean_characters, count_private_use


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("新\u200b闻\ufeff报\u2060道\u200d。\u200c", "新闻报道。"),
        ("一家👨\u200d👩\u200d👧三口", "一家👨\u200d👩\u200d👧三口"),
        ("心❤\ufe0f\u200d🔥火", "心❤\ufe0f\u200d🔥火"),
        ("软\u00ad连\u202a字\u202c符", "软连字符"),
        ("控\x00制\x1b字\x7f符\x9d", "控制字符"),
        ("\u3000\u3000今年\u00a0以来 \u3000 北京\ue5e5", "今年 以来 北京"),
        ("一行 \n\u3000二行", "一行\n二行"),
        ("制\t表\r\n行", "制 表\n行"),
        ("丢\ufffd\ufffd\ufffd字", "丢\ufffd字"),
        ("‘那也难\\’。多走\\”", "‘那也难’。多走”"),
        ("网页字体\ue3a1\ue7c2数字", "网页字体\ue3a1\ue7c2数字"),
        ("全角ＡＢＣ１２３，half:width（a）", "全角ＡＢＣ１２３，half:width（a）"),
        ("说完走了。|!O(='mib他又回来", "说完走了。他又回来"),
        (r"路上没有人e+\C_4P{Y[，很安静", "路上没有人，很安静"),
        ("", ""),
    ],
)
def test_what_is_done(text: str, cleaned: str) -> None:
    assert clean_characters(text) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "公式f(x)=2x+1的图像",
        "区间[0,100)内",
        "每克mg/kg(不得检出)",
        "见https://a.example/x?y=(1的说明",
        '代码printf("%d\\n"输出',
        "表情(*^__^*)开心，(╯°□°)╯掀桌",
        "股票代码(SH:600000收盘",
        "English words (like these here",
    ],
)
def test_what_a_reader_sees_stays(text: str) -> None:
    assert clean_characters(text) == text


def test_private_use_characters_are_counted() -> None:
    assert count_private_use("数字\ue3a1\uf8ff和\U000f0001，\ue5e5不算") == 3


@given(st.text(alphabet=st.characters() | st.sampled_from("\u200b\u200d\u3000 \n\ufffd[({a!")))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_characters(text)
    assert clean_characters(once) == once
