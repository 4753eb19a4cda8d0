import json
import logging

import pytest

from crawler.logs import JsonLines, redact


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("<GET http://user:hunter2@a.cn/x>", "hunter2"),
        ("{'HTTPAUTH_PASS': 'hunter2', 'BOT_NAME': 'qingwen'}", "hunter2"),
        ("AWS_SECRET_ACCESS_KEY=hunter2", "hunter2"),
        ("http://a.cn/?access_token=hunter2&id=1", "hunter2"),
        ("Authorization: Basic hunter2", "hunter2"),
        ("{b'Proxy-Authorization': [b'Basic hunter2']}", "hunter2"),
        ("Cookie: sid=hunter2", "hunter2"),
    ],
)
def test_secrets_are_hidden(text: str, secret: str) -> None:
    assert secret not in redact(text)
    assert "***" in redact(text)


@pytest.mark.parametrize(
    "text", ["<GET http://a.cn/x?id=1> (referer: None)", "mail@a.cn", "'BOT_NAME': 'qingwen'"]
)
def test_the_rest_stays(text: str) -> None:
    assert redact(text) == text


def test_json_lines() -> None:
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "清文 %s\n2", ("http://u:p@a.cn",), None)
    line = JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["message"] == "清文 http://***@a.cn\n2"
