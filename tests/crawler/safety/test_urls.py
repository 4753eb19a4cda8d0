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
        ("http://192.0.0.192/", "private address"),
        ("http://[fec0::1]/", "private address"),
        ("http://[64:ff9b:1::1]/", "private address"),
        ("http://[::ffff:0:a00:1]/", "private address"),
        ("http://[3fff::1]/", "private address"),
        ("http://[2001:db8::1]/", "private address"),
        ("http://[2002:7f00:1::]/", "private address"),
        ("http://metadata/", "private address"),
        ("http://redis:6379/", "private address"),
        ("http://kubernetes.default.svc/", "private address"),
        ("http://ip6-localhost/", "private address"),
        ("http://%31%32%37.0.0.1/", "malformed"),
        ("http://[fe80::1%25eth0]/", "malformed"),
        ("http://[2606:4700::1111]/", "an IPv6 address: the crawl speaks IPv4 only"),
        ("file:///etc/passwd", "neither http nor https"),
        ("data:text/html,x", "neither http nor https"),
        ("ftp://a.cn/", "neither http nor https"),
        ("http://user:secret@a.cn/", "credentials in it"),
        ("http://a.cn@127.0.0.1/", "credentials in it"),
        ("http://a.cn:22/", "a blocked port"),
        ("http://a.cn:1023/", "a blocked port"),
        ("http://a.cn:6667/", "a blocked port"),
        ("http://a.cn:99999/", "malformed"),
        ("http://[::1/", "malformed"),
        ("http:///x", "malformed"),
        (f"http://{'a' * 64}.cn/", "malformed"),
        ("http://a.cn/" + "x" * 1_989, "too long"),
    ],
)
def test_refused(url: str, why: str) -> None:
    assert refusal(url) == why


@pytest.mark.parametrize(
    "url",
    ["https://www.yybnet.net/", "http://a.cn:8080/x", "http://8.8.8.8/", "http://中文.中国/", "http://xn--fiq228c.cn/",
     "http://local.example.cn/", "https://a.cn:443/", "http://a.cn:80/", "http://a.cn:1024/",
     "http://a.cn/" + "x" * 1_988],
)  # fmt: skip  # laid out for reading
def test_fetched(url: str) -> None:
    assert refusal(url) == ""


def test_allowed_hosts_may_be_private() -> None:
    assert refusal("http://127.0.0.1:8000/", frozenset({"127.0.0.1"})) == ""
    assert refusal("http://127.0.0.2:8000/", frozenset({"127.0.0.1"})) == "private address"
    assert "IPv4 only" in refusal("http://[::1]:8000/", frozenset({"::1"}))


def test_a_name_is_no_address() -> None:
    assert literal_address("www.example.cn") is None
    assert is_public("8.8.8.8") and not is_public("2002:7f00:1::")


@pytest.mark.parametrize(
    ("address", "public"),
    [("2606:4700::1111", True), ("64:ff9b::808:808", True), ("64:ff9b::a00:1", False), ("5f00::1", False),
     ("192.0.0.9", False), ("192.88.99.1", False), ("::ffff:8.8.8.8", True), ("ff02::1", False)],
)  # fmt: skip  # laid out for reading
def test_the_same_on_every_python(address: str, public: bool) -> None:
    assert is_public(address) is public
