import pytest

from crawler.safety.addresses import is_public, literal_address
from crawler.safety.urls import refusal


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1/", "private address"),
        ("http://127.1/", "private address"),
        ("http://0x7f000001/", "private address"),
        ("http://2130706433/", "private address"),
        ("http://0177.0.0.1/", "private address"),
        ("http://10.1.2.3/", "private address"),
        ("http://192.168.0.1/", "private address"),
        ("http://169.254.169.254/latest/meta-data/", "private address"),
        ("http://100.100.100.200/", "private address"),
        ("http://168.63.129.16/", "private address"),
        ("http://0.0.0.0/", "private address"),
        ("http://224.0.0.1/", "private address"),
        ("http://[::1]/", "private address"),
        ("http://[::ffff:10.0.0.1]/", "private address"),
        ("http://[64:ff9b::a00:1]/", "private address"),
        ("http://[fe80::1]/", "private address"),
        ("http://localhost/", "private address"),
        ("http://LOCALHOST./", "private address"),
        ("http://metadata.google.internal/", "private address"),
        ("http://printer.local/", "private address"),
        ("file:///etc/passwd", "scheme"),
        ("data:text/html,x", "scheme"),
        ("ftp://a.cn/", "scheme"),
        ("http://user:secret@a.cn/", "credentials"),
        ("http://a.cn@127.0.0.1/", "credentials"),
        ("http://a.cn:22/", "port"),
        ("http://a.cn:6667/", "port"),
        ("http://a.cn:99999/", "malformed"),
        ("http://[::1/", "malformed"),
        ("http:///x", "malformed"),
        (f"http://{'a' * 64}.cn/", "malformed"),
        ("http://a.cn/" + "x" * 10_000, "too long"),
    ],
)
def test_refused(url: str, why: str) -> None:
    assert refusal(url) == why


@pytest.mark.parametrize(
    "url",
    ["https://www.yybnet.net/", "http://a.cn:8080/x", "http://8.8.8.8/", "http://中文.中国/", "http://xn--fiq228c.cn/",
     "http://[2606:4700::1111]/", "http://local.example.cn/"],
)  # fmt: skip  # laid out for reading
def test_fetched(url: str) -> None:
    assert refusal(url) == ""


def test_allowed_hosts_may_be_private() -> None:
    assert refusal("http://127.0.0.1:8000/", frozenset({"127.0.0.1"})) == ""
    assert refusal("http://127.0.0.2:8000/", frozenset({"127.0.0.1"})) == "private address"


def test_a_name_is_no_address() -> None:
    assert literal_address("www.example.cn") is None
    assert is_public("8.8.8.8") and not is_public("2002:7f00:1::")
