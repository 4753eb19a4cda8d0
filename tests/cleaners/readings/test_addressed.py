"""Sentences in which a house turns to its readers, and those of an article that use its words. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners.lexicon import fold
from cleaners.readings.noise.addressed import is_addressed

EVERYWHERE = [
    "本刊“乡土”栏目常年征集写老手艺的原创文稿，来稿请寄编辑部，一经采用即付稿费。",
    "除非另有说明，本站原创文字均可自由转载，引用时请注明作者。",
    "在本号后台回复“石桥”两个字，即可免费领取一份书单。",
]
AT_EDGES = [
    "喜欢这座桥的故事，记得长按下方图案识别，关注“石桥”，和读者一起过日子。",
    "登錄會員即可免費閱讀全文，並可收藏文章，還不是會員嗎？立即註冊。",
    "想早一天读到新文章的朋友，可以在侧边栏填写邮箱免费订阅。",
]
TOLD = [
    "他劝大家关注本站的公众号，请各位把链接转发出去，谁也没有理会。",
    "我请各位读者打开那封邮件，里面有桥头老屋的照片，欢迎转发。",
    "乘客可以关注渡轮公众号，也可以下载客户端，请提前购买船票。",
    "去年本刊请读者投稿，收到的邮件装满了三只箱子，欢迎的人很多。",
    "请您先关注公众号，再在页面下方填写报名信息，如需帮助请致电我们的热线。",
    "桥上的风很大，请您慢走，欢迎再来。",
    "记者会上没有人提问，说：“请打开邮箱，里面有您要的链接。”",
]


@pytest.mark.parametrize("line", EVERYWHERE)
@pytest.mark.parametrize("edge", [False, True])
def test_a_house_that_names_itself(line: str, edge: bool) -> None:
    assert is_addressed(fold(line), edge)


@pytest.mark.parametrize("line", AT_EDGES)
def test_between_the_paragraphs_it_has_to(line: str) -> None:
    assert is_addressed(fold(line), edge=True) and not is_addressed(fold(line), edge=False)


@pytest.mark.parametrize("line", TOLD)
@pytest.mark.parametrize("edge", [False, True])
def test_what_is_told_or_serves_somebody(line: str, edge: bool) -> None:
    assert not is_addressed(fold(line), edge)


@pytest.mark.parametrize(
    ("line", "edge", "addressed"),
    [
        ("您本站关注网站石桥石桥石桥石桥", True, False),
        ("您本站关注网站石桥石桥石桥石桥石", True, True),
        ("您本站关注网站" + "石" * 213, True, True),
        ("您本站关注网站" + "石" * 214, True, False),
        ("您本站关注网站石桥石桥石桥石桥石桥", False, False),
        ("请您本站关注网站石桥石桥石桥石桥石桥", False, True),
        ("您您请本站石桥石桥石桥石桥石桥网站", True, False),
        ("您您请本站石桥石桥石桥石桥石桥关注", True, False),
        ("您您您关注网站石桥石桥石桥石桥石桥", True, False),
        ("请您您关注网站石桥石桥石桥石桥石桥", True, True),
        ("请关注订阅网站邮箱石桥石桥石桥石桥", True, True),
        ("请关注网站邮箱链接石桥石桥石桥石桥", True, False),
        ("请关注订阅转发网站石桥石桥石桥石桥", True, False),
        ("关注订阅网站邮箱石桥石桥石桥石桥石", True, False),
    ],
)
def test_signs_are_counted(line: str, edge: bool, addressed: bool) -> None:
    assert is_addressed(line, edge) is addressed
