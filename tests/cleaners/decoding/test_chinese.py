"""How Chinese a text reads."""

import pytest

from cleaners.decoding import garbled_share
from cleaners.decoding.chinese import CHINESE, chinese
from tests.cleaners.decoding.samples import FRENCH, HANS, HANT, JAPANESE, KOREAN, RUSSIAN, page


@pytest.mark.parametrize("text", [HANS, HANT, page(HANS, 900)])
def test_chinese(text: str) -> None:
    assert chinese(text) > CHINESE + 0.1


@pytest.mark.parametrize(
    "text", [JAPANESE, KOREAN, RUSSIAN, FRENCH, "", "plain", HANT.encode("big5").decode("gb18030", "replace")]
)
def test_not_chinese(text: str) -> None:
    assert chinese(text) < CHINESE - 0.1


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("????", 1.0),
        ("合成字?", 0.25),
        ("合成", 0.0),
        ("", 0.0),
        ("锟斤拷合", 0.5),
        ("\ue000\ufffd合成", 0.5),
    ],
)
def test_garbled_share(text: str, share: float) -> None:
    assert garbled_share(text) == share
