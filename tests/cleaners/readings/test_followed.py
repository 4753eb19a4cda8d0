"""What a page asks its reader to join. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners.lexicon import fold
from cleaners.readings.noise import noise
from tests.cleaners.readings.pages import TEXT, article, text_of

ASKED = [
    "喜歡這篇文章嗎？加好友看更多同主題文章",
    "喜欢这篇报道吗？加入我们的 LINE 好友",
    "想看更多石桥的故事？快加入我们的 Telegram 频道！",
    "＞＞加LINE好友，好康消息不漏接",
    "加入石桥日报 LINE 好友，第一时间收到好文章",
    "现在就追踪本报 Threads，掌握最新消息",
    "意猶未盡嗎？訂閱我們的 Podcast",
]


@pytest.mark.parametrize("line", ASKED)
@pytest.mark.parametrize("form", ["<p>{}</p>", "<div class=line-cta><p>{}</p></div>"])
@pytest.mark.parametrize("at", [2, 4])
def test_it_is_no_text(line: str, form: str, at: int) -> None:
    body = [f"<p>{paragraph}</p>" for paragraph in TEXT]
    body.insert(at, form.format(line))
    assert text_of(article(f"<div>{''.join(body)}</div>")) == TEXT


@pytest.mark.parametrize(
    "line", ["快加入石橋日報官方帳號，最新消息不錯過", "加入我们的读者群", "请追踪我们的粉专，看更多石桥的事"]
)
def test_at_the_end_less_is_needed(line: str) -> None:
    assert noise(fold(line), edge=True) == "promotion"


@pytest.mark.parametrize(
    "line",
    [
        "加入石桥日报 LINE 好友的读者已经有三千人，每天都有人留言。",
        "他劝王婆婆加好友，看更多股票。",
        "“加LINE好友，第一时间收到内线消息。”骗子这样说。",
        "喜欢钓鱼的人，加入了镇上的社团。",
        "想学做面的人加入频道之后，第一时间收到一段影片。",
        "追踪 IG 网红多年，他最后决定自己开店。",
        "喜欢下棋，他加入了镇上的社团。",
        "关注石桥河水质的志愿者组成社群，每周取样。",
        "加入社团的学生，每周练习两次。",
        "加入社团，每周练习两次。",
    ],
)
@pytest.mark.parametrize("edge", [True, False])
def test_what_tells_of_members_is_text(line: str, edge: bool) -> None:
    assert noise(fold(line), edge) == ""
