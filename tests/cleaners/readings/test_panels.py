"""Short lines that are no text: words under each picture, players, buttons, bylines above the text, doubled summaries."""

from __future__ import annotations

from functools import partial
from time import process_time

import pytest

from tests.cleaners.readings.pages import LAST, LEAD, SECOND, TEXT, THIRD, article, paragraphs, text_of
from tests.growth import is_linear

MORE = "<div class=open>打开石桥新闻 查看更多图片</div>"


def test_the_words_under_each_picture() -> None:
    inner = MORE.join(f"<p>{line}</p>" for line in TEXT)
    assert text_of(article(f"<div class=body>{inner}</div>")) == TEXT


def test_a_refrain_among_lines_of_its_form_stays() -> None:
    lines = [LEAD, "桥上月", SECOND, "桥上月", THIRD, "桥上月", LAST]
    assert text_of(article(f"<div class=body>{paragraphs(lines)}</div>")) == lines


@pytest.mark.parametrize(
    "panel",
    [
        "<div class='video-js'><span>Current Time 0:01</span><span>Duration 10:20</span></div>",
        "<div class='plyr'><div>00:05</div><div>% buffered</div></div>",
        "<button>播放</button><button>02:14</button>",
        '<button>Play video, "石桥镇的步道修好了，大家都来走走", 节目全长 2,14</button>',
        "<div class='material-icons'>arrow_forward_ios</div>",
    ],
)
def test_a_player_inside_the_text(panel: str) -> None:
    inner = f"{paragraphs([LEAD, SECOND])}<div>{panel}</div>{paragraphs([THIRD, LAST])}"
    assert text_of(article(f"<div class=body>{inner}</div>")) == TEXT


def test_a_question_on_a_button_opens_its_answer() -> None:
    inner = "".join(
        f"<div><button>{asked}</button><p>{told}</p></div>"
        for asked, told in zip(["步道有多长", "雨天滑不滑", "什么时候铺完"], TEXT, strict=False)
    )
    assert text_of(article(f"<div class=body>{inner}</div>"))[:2] == ["步道有多长", LEAD]


@pytest.mark.parametrize("line", ["被阅读次数 11", "发布者", "石桥时报", "评论 0 | 阅读 28866"])
def test_a_short_line_of_another_form_above_the_text(line: str) -> None:
    inner = f"<div class=info><div>{line}</div><div>收听</div></div>{paragraphs(TEXT)}"
    assert text_of(article(f"<div class=body>{inner}</div>")) == TEXT


@pytest.mark.parametrize(
    "line", ["<h2>步道怎样修成</h2>", "<p>步道怎样修成</p>", "<figcaption>步道一景</figcaption>"]
)
def test_a_subhead_or_a_caption_above_the_text_stays(line: str) -> None:
    assert len(text_of(article(f"<div class=body>{line}{paragraphs(TEXT)}</div>"))) == len(TEXT) + 1


def test_a_text_of_short_lines_above_its_one_long_line() -> None:
    lines = [f"步道第{n}段的石头" for n in range(20)]
    inner = "".join(f"<div class=line><div>{line}</div><div>{line}后来换过</div></div>" for line in lines)
    found = text_of(article(f"<div class=body>{inner}{paragraphs([LAST])}</div>"))
    assert [line for line in found if line in lines] == lines


def test_a_summary_that_a_machine_cut_from_the_text() -> None:
    inner = f"<div class=summary>{LEAD[:33]}</div>{paragraphs(TEXT)}"
    assert text_of(article(f"<div class=body>{inner}</div>")) == TEXT


def test_a_summary_with_its_label() -> None:
    inner = f"<div>摘要：</div><div>{LEAD[:33]}</div>{paragraphs(TEXT)}"
    assert text_of(article(f"<div class=body>{inner}</div>")) == TEXT


@pytest.mark.parametrize(
    "said", [LEAD, f"{LEAD}{SECOND}", f"\u200b{LEAD}"], ids=["one", "two", "with a mark of width zero"]
)
def test_the_first_lines_in_a_box_of_their_own_above_the_text(said: str) -> None:
    inner = f"<div class=lead><p>{said}</p></div><div class=text>{paragraphs(TEXT)}</div>"
    assert text_of(article(f"<div class=body>{inner}</div>")) == TEXT


def test_a_sentence_that_the_text_says_twice_stays() -> None:
    assert text_of(article(f"<div class=body>{paragraphs([LEAD, LEAD, SECOND])}</div>")) == [
        LEAD,
        LEAD,
        SECOND,
    ]


def test_a_standfirst_that_an_editor_wrote_stays() -> None:
    standfirst = "石桥镇的步道修了半年，终于赶在夏天以前铺到了河湾，老人和孩子都有了去处。"
    inner = f"<p class=lead>{standfirst}</p>{paragraphs(TEXT)}"
    assert text_of(article(f"<div class=body>{inner}</div>")) == [standfirst, *TEXT]


def test_a_heading_that_the_contents_point_to_stays() -> None:
    inner = f"{paragraphs([LEAD, SECOND])}<h3 id=toc-2>怎样修成</h3>{paragraphs([THIRD, LAST])}"
    assert text_of(article(f"<div class=body>{inner}</div>")) == [LEAD, SECOND, "怎样修成", THIRD, LAST]


@pytest.mark.parametrize(
    "caption",
    [
        "<figure class=margin-top-1><figcaption>步道一景</figcaption></figure>",
        "<div class=meta>步道上的居民（《石桥日报》图片）</div>",
        "<div class=meta>步道一景 资料图</div>",
    ],
)
def test_the_caption_of_a_picture_above_the_text(caption: str) -> None:
    found = text_of(article(f"<div>{caption}</div><div class=body>{paragraphs(TEXT)}</div>"))
    assert len(found) == len(TEXT) + 1


def test_the_heading_of_a_list_behind_the_text_goes_with_it() -> None:
    links = "".join(f"<a href=/d/{n}>石桥镇第{n}段步道的图纸</a><br>" for n in range(3))
    behind = f"<div class=more><div class=headline>石桥步道</div><div>{links}</div></div>"
    assert text_of(article(f"<div class=body>{paragraphs(TEXT)}{behind}</div>")) == TEXT


def test_a_short_line_beside_text_that_stays_is_no_heading_of_a_list() -> None:
    behind = "<div class=more><p>石桥步道</p><p><a href=/d/1>石桥镇第一段步道的图纸</a></p><p>河湾的步道明年再修</p></div>"
    assert "石桥步道" in text_of(article(f"<div class=body>{paragraphs(TEXT)}{behind}</div>"))


def test_the_copy_of_a_slide_goes() -> None:
    slides = "".join(f"<li><p>{line}</p></li>" for line in TEXT)
    inner = f"<ul><li class=clone><p>{LAST}</p></li>{slides}<li class=clone><p>{LEAD}</p></li></ul>"
    assert text_of(article(f"<div class=body>{inner}</div>")) == TEXT


def test_the_date_below_the_caption_of_a_lead_picture() -> None:
    caption = "<figcaption>石桥镇沿河的步道，上周末来散步的人比往常多了一倍，河边又热闹起来了。</figcaption>"
    inner = f"{caption}<div>最近更新：2024年5月21日</div>{paragraphs(TEXT)}"
    assert text_of(article(f"<div class=body>{inner}</div>"))[1:] == TEXT


@pytest.mark.parametrize(
    ("line", "at", "kept"),
    [
        ("石桥日报记者 李石", 1, False),
        ("文/石桥日报记者李石 通讯员王小明", 3, False),
        ("记者 李石 王小明", 9, True),
        ("记者手记", 1, True),
    ],
)
def test_who_reported_below_the_first_paragraphs(line: str, at: int, kept: bool) -> None:
    lines = [f"{text[:-1]}，这是第{n}回。" for n in range(3) for text in TEXT]
    lines.insert(at, line)
    assert (line in text_of(article(f"<div class=body>{paragraphs(lines)}</div>"))) is kept


def test_the_card_of_the_house_behind_the_text_goes() -> None:
    card = "<div>石桥日报</div><div>石桥日报由一群专业的媒体人组成，欢迎各界若有消息，和我们联系。</div>"
    assert (
        text_of(article(f"<div class=body>{paragraphs(TEXT)}<div class=author-info>{card}</div></div>"))
        == TEXT
    )


def test_short_lines_behind_the_text_in_linear_time() -> None:
    """A box may hold thousands of links and of short lines."""

    def seconds(count: int) -> float:
        links = "".join(f"<li><a href=/{n}>城东图书馆第{n}号</a></li>" for n in range(count))
        behind = f"<div><ul>{links}</ul>{paragraphs([f'步道短行{n}' for n in range(count)])}</div>"
        source, started = article(f"<div class=body>{paragraphs(TEXT)}{behind}</div>"), process_time()
        text_of(source)
        return process_time() - started

    assert is_linear(partial(seconds, 500), partial(seconds, 8000))
