"""What an author of novels says to the readers below a chapter."""

from __future__ import annotations

import pytest

from cleaners import Cleaner

HEAD = ["第十八章 归人", "作者：石生"]
CHAPTER = [
    "火车晚点了两个小时，站台上的人走得只剩下卖茶叶蛋的老太太，她把箱子立起来坐着，数铁轨旁的灯。",
    "汽笛响的时候，她反而没有站起来。她怕车门打开，下来的不是那个人。",
    "人群散尽，最后一节车厢里走出一个瘦高的身影，左手提着一盏煤油灯，灯罩上有一道裂纹。",
    "“还亮着呢。”他说。",
    "“嗯，还亮着。”她接过灯，两个人顺着铁轨往家走，谁也没有再说话。",
]


def _text(*below: str) -> list[str]:
    return Cleaner(script="original").clean_text("\n".join([*HEAD, *CHAPTER, *below])).text.split("\n")


@pytest.mark.parametrize(
    "plea",
    [
        "求收藏求评论",
        "跪求月票！",
        "求推荐，求收藏，求五星好评～",
        "（第二更送到，求月票）",
        "感谢大家的营养液，求收藏求评论，明天照常更新。",
        "感謝書友“山里人”的打賞",
        "感谢在2026-03-01至2026-03-02期间为我投出霸王票的小天使",
        "明天照常更新，晚安。",
        "本章字数：3012",
        "手机请到m.example.com阅读",
        "章节错误，点此举报",
    ],
)
def test_a_plea_is_none_of_the_chapter(plea: str) -> None:
    assert _text(plea) == CHAPTER


@pytest.mark.parametrize("heading", ["作者有话说：", "作者有話要說", "【题外话】", "作者的話："])
@pytest.mark.parametrize(
    "word",
    [
        ["过年期间大家吃好喝好，我也要歇两天。"],
        ["这一章写得很慢，", "谢谢等我的人。"],
        ["祝大家新年快乐"],
    ],
)
def test_neither_is_a_word_to_the_readers(heading: str, word: list[str]) -> None:
    assert _text(heading, *word) == CHAPTER


@pytest.mark.parametrize(
    "line",
    [
        "他求收留。",
        "她求他收藏好这盏灯。",
        "“求你收下吧。”",
        "感谢老天，灯还亮着。",
        "感谢站长的收留。",
        "明天还有一班车。",
        "三更的梆子响了。",
        "今天打了三更的鼓，她还没有睡。",
        "喜欢的人回来了。",
        "求求你。",
    ],
)
def test_the_last_line_of_a_chapter_stays(line: str) -> None:
    assert _text(line) == [*CHAPTER, line]


@pytest.mark.parametrize("heading", ["作者的话", "题外话"])
def test_a_part_of_a_book_stays(heading: str) -> None:
    below = [heading, *CHAPTER[:3]]
    assert _text(*below) == [*CHAPTER, *below]


@pytest.mark.parametrize(
    "line", ["《石桥灯火》 作者：石小满", "《石橋燈火》作者：石小满", "《石桥灯火》/ 作者: 石小满"]
)
def test_who_wrote_the_book_stands_over_the_chapter(line: str) -> None:
    article = Cleaner().clean_text("\n".join([line, "第8章 灯", "内容提要：搬家", *CHAPTER]))
    assert (article.title, article.authors, article.text.split("\n")) == ("第8章 灯", ("石小满",), CHAPTER)


@pytest.mark.parametrize(
    "line", ["《石桥灯火》 编者：石小满", "作者：石小满 新书推荐", "石桥书屋 作者：石小满"]
)
def test_another_line_over_it_names_no_author(line: str) -> None:
    assert Cleaner().clean_text("\n".join([line, "绿石文学城", "第8章", *CHAPTER])).authors == ()
