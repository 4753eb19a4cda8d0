"""What stands behind the end of a text: readers' words, cards of authors, terms. Invented (合成)."""

from __future__ import annotations

import pytest

from tests.cleaners.readings.pages import OTHER, TEXT, THIRD, article, paragraphs, text_of

_BODY = f"<div class=body>{paragraphs(TEXT)}</div>"
_WORD = "<div class=say><p>青水网友：我们镇上的步道也该修一修了，晚上走不安全。</p></div>"
_POEM = [
    "没有船",
    "只有一根拴过船的木桩",
    "水一遍遍地来",
    "像是还有谁要过河",
    "父亲把一辈子的话",
    "都种在地里",
]
_POEM += [
    "秋天的时候",
    "那些话长得比人还高",
    "风一吹就低下头去",
    "什么也不说",
    "只把影子留给田埂",
    "等一个人回来",
]


def _whole(inner: str) -> list[str]:
    return text_of(article(f"<div class=page>{inner}</div>"))


@pytest.mark.parametrize("close", ["上一篇：石桥春耕开始", "©著作权归作者所有，转载或内容合作请联系作者"])
def test_a_readers_word_behind_a_line_that_ends_the_text(close: str) -> None:
    assert _whole(f"{_BODY}<div>分享 阅读(1203)┊ 收藏(5)┊打印</div><div>{close}</div>{_WORD}") == TEXT


def test_an_editor_may_have_the_last_word() -> None:
    word = f"<h3>编辑观点</h3><h4>石桥日报编辑</h4><p>{OTHER}</p>"
    assert OTHER in _whole(f"<div class=body>{paragraphs(TEXT, 'div')}{word}</div>")


@pytest.mark.parametrize(
    "card",
    [
        "<div class=au><h4>关于作者</h4><p>林青禾，住在石桥镇，写过一本《慢慢走回家》。</p></div>",
        "<div class=bio>作者简介：林青禾，住在石桥镇，写过一本《慢慢走回家》。</div>",
        "<div class=fn>【上一则】公车改道 【下一则】步道禁烟</div>",
        "<div class=fn>★本图由供应商专供，任何网站未经允许，不得部分或全部转载！</div>",
        "<div class=fn>［编辑推荐］ 收藏 打印 评分：★★★★☆</div>",
        "<div class=fn>商务合作：微信 qinghe001，加群备注“步道”</div>",
    ],
)
def test_cards_and_terms_below_the_text(card: str) -> None:
    assert _whole(f"{_BODY}{card}") == TEXT


def test_comments_below_a_poem() -> None:
    said = "<div class=c2><h3>最新评论</h3><p>林间：最后一句收得真好，读完沉默了很久。</p></div>"
    assert _whole(f"<div class=poem>{'<br>'.join(_POEM)}</div>{said}") == _POEM


def test_a_second_part_behind_the_terms_stays() -> None:
    """It is no little."""
    terms = "<div>©著作权归作者所有，转载或内容合作请联系作者</div>"
    assert THIRD in _whole(f"<div class=body>{paragraphs(TEXT[:2])}</div>{terms}<ul><li>{THIRD}</li></ul>")


def test_an_office_signs_above_the_paper_that_it_encloses() -> None:
    lines = [*TEXT[:2], "石桥镇人民政府办公室", "2024年5月8日", "石桥镇步道管理办法", *TEXT[2:]]
    assert text_of(article(f"<div>{paragraphs(lines)}</div>")) == lines


def test_a_date_between_paragraphs_under_no_office_goes() -> None:
    lines = [*TEXT[:2], "河边的步道", "2024年5月8日", *TEXT[2:]]
    assert text_of(article(f"<div>{paragraphs(lines)}</div>")) == [
        line for line in lines if line[:4] != "2024"
    ]
