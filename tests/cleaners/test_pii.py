"""Personal data in invented text: what is one is masked, what only looks like one stays."""

import pytest

from cleaners.pii import KINDS, mask_personal


def test_each_kind_is_found() -> None:
    text = "张某（身份证11010519491231002X）电话+86 138-0013-8000，卡号4111 1111 1111 1111，信箱a.b@mail.x.test，车牌京A·12345。"
    masked, counts = mask_personal(text)
    assert (
        masked == "张某（身份证〔身份证号〕）电话〔手机号〕，卡号〔银行卡号〕，信箱〔邮箱〕，车牌〔车牌号〕。"
    )
    assert counts == dict.fromkeys(KINDS, 1)


@pytest.mark.parametrize(
    "text",
    [
        "编号110105194912310021，",  # wrong check digit
        "编号11010519491331002X，",  # no such month
        "编号4111111111111112，",  # Luhn
        "编号138001380001，",
        "电话12800138000，010-62345678。",
        "2026年3月4日，共123456789元。",
        "@某人 a@b",
        "鲁A区，苏B级",
        "http://x.test/13800138000a",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert mask_personal(text) == (text, {})


@pytest.mark.parametrize(
    "text", ["13800138000", "京AD12345", "沪A12345", "x@y.test", "6222 0212 3456 7890 128"]
)
def test_other_forms(text: str) -> None:
    masked, counts = mask_personal(f"是{text}。")
    assert text not in masked
    assert counts.total() == 1
