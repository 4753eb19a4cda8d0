"""What in an answer may be the host's own word."""

import pytest

from crawler.politeness.signs import landing, led_away, sign_of

BANNED = "您的访问过于频繁，请稍后再试"


def page(text: str) -> bytes:
    return f"<html><title>合成</title><body><p>{text}</p></body></html>".encode()


@pytest.mark.parametrize(
    ("status", "sign"),
    [
        (200, ""),
        (399, ""),
        (400, "HTTP 400"),
        (403, "HTTP 403"),
        (500, "HTTP 500"),
        (404, ""),
        (410, ""),
        (451, ""),
    ],
)
def test_statuses(status: int, sign: str) -> None:
    assert sign_of(status, page("渡轮换了新船")) == sign


def test_an_error_page_of_its_own_is_not_read() -> None:
    assert sign_of(404, page(BANNED)) == "" and sign_of(200, b"") == ""
    assert sign_of(399, page(BANNED)), "below 400 a page is read"


@pytest.mark.parametrize("status", [401, 403, 405, 412, 418, 429, 503, 567, 999])
def test_a_status_that_is_the_hosts_word(status: int) -> None:
    assert sign_of(status, b"") == f"HTTP {status}"


@pytest.mark.parametrize(
    "said",
    [
        BANNED,
        "您的訪問過於頻繁，請稍後再試",
        "为了继续访问，请拖动滑块完成验证",
        "网站升级维护中，预计明日恢复，敬请谅解。",
    ],
)
def test_what_a_host_says(said: str) -> None:
    assert sign_of(200, page(said)).startswith("it says ")


def test_words_of_a_ban() -> None:
    assert sign_of(200, page(BANNED)).startswith("it says ")
    assert sign_of(200, page(BANNED).decode().encode("gb18030"), "text/html; charset=gb18030")
    assert sign_of(200, page("<!-- -->您的<b>访问过于频繁</b>"))


@pytest.mark.parametrize(("characters", "seen"), [(400, True), (401, False)])
def test_in_a_long_text_they_are_an_articles(characters: int, seen: bool) -> None:
    text = "渡" * (characters - len("合成") - len(BANNED) - 1)
    assert bool(sign_of(200, page(BANNED + text))) is seen


def test_what_is_not_seen_is_not_said() -> None:
    for name in ("script", "style", "noscript"):
        assert sign_of(200, page(f"<{name}>{BANNED}</{name}>渡轮换了新船")) == ""
        assert sign_of(200, page(f"<{name}>x</{name}>{BANNED}"))


@pytest.mark.parametrize(("size", "seen"), [(64 * 1024, True), (64 * 1024 + 1, False)])
def test_a_large_page_is_no_notice(size: int, seen: bool) -> None:
    body = page(BANNED)
    assert bool(sign_of(200, body + b" " * (size - len(body)))) is seen


@pytest.mark.parametrize(  # with the title and the end of the tag, 99 and 100 characters
    ("text", "seen"), [("渡" * 95, True), ("渡" * 96, False)]
)
def test_a_challenge_has_no_text(text: str, seen: bool) -> None:
    sign = sign_of(200, page(f"<script>window._cf_chl_opt={{}}</script>{text}"))
    assert sign == ("a challenge: _cf_chl_opt" if seen else "")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://www.a.cn/x/", "a.cn/x"),
        ("https://a.cn/x?b=1#c", "a.cn/x"),
        ("http://a.cn", "a.cn"),
        ("/x", "/x"),
    ],
)
def test_landing(url: str, expected: str) -> None:
    assert landing(url) == expected


@pytest.mark.parametrize(
    ("asked", "url", "away"),
    [
        ("http://a.cn/x", "https://www.a.cn/x/", False),
        ("http://a.cn/x?b=1", "http://a.cn/x?b=1", False),
        ("http://a.cn/x?b=1", "http://a.cn/x?b=2", True),
        ("http://a.cn/x", "http://a.cn/", True),
    ],
)
def test_led_away(asked: str, url: str, away: bool) -> None:
    assert led_away(asked, url) is away
