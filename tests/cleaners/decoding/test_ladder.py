"""Which codec wins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.decoding import decode

HANS = "新华社北京电：这是一个合成的句子，说的是今天的天气和人们的生活，没有别的意思。" * 5
HANT = "中央社臺北電：這是一個合成的句子，說的是今天的天氣和人們的生活，沒有別的意思。" * 5


@pytest.mark.parametrize(
    ("text", "codec"), [(HANS, "utf-8"), (HANS, "gb18030"), (HANT, "gb18030"), (HANT, "big5hkscs")]
)
def test_unlabelled(text: str, codec: str) -> None:
    decoded = decode(f"<p>{text}</p>".encode(codec))
    assert (decoded.text, decoded.encoding, decoded.replaced) == (f"<p>{text}</p>", codec, 0)


@given(st.binary())
def test_never_raises(body: bytes) -> None:
    assert decode(body).replaced >= 0
