"""Pages that extractors fail on, each as the smallest page that shows it."""

from __future__ import annotations

import json

import pytest

from tests.cleaners.readings.pages import (
    LAST,
    LEAD,
    OTHER,
    SECOND,
    TEXT,
    THIRD,
    TITLE,
    article,
    paragraphs,
    text_of,
)

SHORT = "昨日傍晚，石桥镇一处民宅起火，消防员二十分钟内将火扑灭，无人受伤。"


def _stories(count: int) -> str:
    items = "".join(
        f"<li><h4><a href=/{i}>石桥镇第{i}届龙舟赛报名人数再创新高</a></h4><p>{OTHER * 4}</p></li>"
        for i in range(count)
    )
    return f"<ul class=stream>{items}</ul>"


def test_a_very_short_article_among_long_stories() -> None:
    assert text_of(article(f"<div><p>{SHORT}</p></div>", after=_stories(8))) == [SHORT]


def test_a_very_short_article_inside_the_box_of_the_stories() -> None:
    page = f"<div id=main>{article(f'<div><p>{SHORT}</p></div>' + _stories(8))}</div>"
    assert text_of(page) == [SHORT]


def test_infinite_scroll_keeps_the_first_article() -> None:
    def piece(title: str, lines: list[str]) -> str:
        return f"<article><h1>{title}</h1><div>2024-05-20 08:00 来源：石桥日报</div>{paragraphs(lines)}</article>"

    others = [OTHER, OTHER[::-1], OTHER.replace("图书馆", "博物馆"), OTHER.replace("图书馆", "体育馆")]
    page = f"<title>{TITLE}</title><div id=flow>{piece(TITLE, TEXT)}{piece('城东图书馆延长开放时间', others)}</div>"
    assert text_of(page) == TEXT


def test_a_layout_of_nested_tables() -> None:
    cell = f"<td width=600>{paragraphs(TEXT)}</td>"
    side = "<td width=200>" + "".join(f"<a href=/{i}>石桥镇新闻第{i}条</a><br>" for i in range(9)) + "</td>"
    page = article(f"<table><tr><td><table><tr>{side}{cell}</tr></table></td></tr></table>")
    assert text_of(page) == TEXT


def test_bare_text_and_br() -> None:
    assert text_of(article("<div>" + "<br><br>".join(TEXT) + "</div>")) == TEXT


def test_paragraphs_told_only_by_full_width_blanks() -> None:
    assert text_of(article("<div>　　" + "　　".join(TEXT) + "</div>")) == TEXT


def test_a_caption_is_text() -> None:
    figure = "<figure><img src=a.jpg><figcaption>新开放的步道 张石 摄</figcaption></figure>"
    page = article(f"<div><p>{LEAD}</p>{figure}{paragraphs(TEXT[1:])}</div>")
    assert text_of(page) == [LEAD, "新开放的步道 张石 摄", *TEXT[1:]]


def test_a_paragraph_that_holds_paragraphs() -> None:
    page = article(f"<div><p>{LEAD}<p>{SECOND}<div>{THIRD}</div>{LAST}</p></div>")
    assert text_of(page) == TEXT


def test_a_header_include_that_closes_the_page_early() -> None:
    page = article(f"<div>{paragraphs(TEXT)}</div>", before="</body></html><html><body>")
    assert text_of(page) == TEXT


@pytest.mark.parametrize(
    "script",
    [
        '<script id="__NEXT_DATA__" type="application/json">%s</script>',
        "<script>window.__INITIAL_STATE__ = %s;</script>",
        "<script>var state = %s; boot(state);</script>",
    ],
)
@pytest.mark.parametrize("content", ["\n".join(TEXT), paragraphs(TEXT)], ids=["plain", "markup"])
def test_an_article_that_stands_only_in_a_script(script: str, content: str) -> None:
    data = json.dumps({"page": {"list": [{"title": TITLE, "content": content}]}}, ensure_ascii=False)
    assert text_of(f"<title>{TITLE}</title><div id=app>加载中</div>{script % data}") == TEXT


def test_an_article_that_stands_only_in_json_ld() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(TEXT)})
    assert (
        text_of(f'<title>{TITLE}</title><script type="application/ld+json">{data}</script><p>加载中</p>')
        == TEXT
    )


def test_another_story_in_a_script_is_not_taken_for_a_short_article() -> None:
    others = [f"{OTHER}馆长说，第{n}座分馆也会照办。" for n in range(9)]
    data = json.dumps(
        {"next": [{"title": "城东图书馆延长开放", "content": "\n".join(others)}]}, ensure_ascii=False
    )
    script = f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'
    assert text_of(article(f"<div class=body><p>{LEAD}</p></div>", after=script)) == [LEAD]


def test_malformed_scripts_are_passed_over() -> None:
    page = f"<title>{TITLE}</title><script>var a = {{broken</script><script type=application/json>[</script><p>无</p>"
    assert text_of(page) in ([], ["无"])


def test_text_in_a_box_named_like_junk() -> None:
    assert text_of(article(f"<div class='share-content'>{paragraphs(TEXT)}</div>")) == TEXT


def test_a_share_box_inside_the_article_is_dropped() -> None:
    page = article(f"<div><p>{LEAD}</p><div class=share-box>{OTHER}</div>{paragraphs(TEXT[1:])}</div>")
    assert text_of(page) == TEXT


def test_hidden_text_is_dropped() -> None:
    hidden = f"<div style='display: none'>{OTHER}</div><p style='position:absolute;left:-9999px'>{OTHER}</p>"
    spans = f"<p>{SECOND[:10]}<span style='font-size:0'>文章阅读网</span>{SECOND[10:]}</p>"
    page = article(f"<div><p>{LEAD}</p>{hidden}{spans}{paragraphs(TEXT[2:])}</div>")
    assert text_of(page) == TEXT


def test_classes_that_the_page_hides_are_dropped() -> None:
    page = article(
        f"<div><p>{LEAD}</p><p class='x tip'>{OTHER}</p>{paragraphs(TEXT[1:])}</div>",
        head="<style>.a{color:red} .tip , .b { display : none }</style>",
    )
    assert text_of(page) == TEXT


def test_an_article_that_a_script_unhides() -> None:
    page = article(f"<div id=js_content style='visibility: hidden'>{paragraphs(TEXT)}</div>")
    assert text_of(page) == TEXT
    assert text_of(page.replace("js_content", "content")) == TEXT


def test_one_giant_line_of_spam_does_not_win() -> None:
    spam = f"<div><p>{OTHER * 2000}</p></div>"
    assert text_of(article(f"<div>{paragraphs(TEXT * 5)}</div>", after=spam)) == TEXT * 5


def test_a_text_in_a_link_that_nobody_ended() -> None:
    lines = [f"{line}第{n}年也是这样。" for n in range(4) for line in TEXT]
    page = article(f"<div><a href=/top><b>回到顶部</b>{paragraphs(lines)}</div>", after=_stories(2))
    assert text_of(page) == lines


def test_a_card_is_a_link_as_a_whole() -> None:
    card = f"<a href=/1><h3>城东图书馆延长开放时间</h3><p>{OTHER * 2}</p></a>"
    assert text_of(article(f"<div>{paragraphs(TEXT)}</div>{card}")) == TEXT


@pytest.mark.parametrize("href", ["#", "javascript:void(0)", " JavaScript:;", ""])
def test_paragraphs_whose_links_lead_nowhere(href: str) -> None:
    lines = [f"{line}石桥镇今年还会再修一段。" for line in TEXT]
    body = "".join(f"<p><a href='{href}'>{line}</a></p>" for line in lines)
    assert text_of(article(f"<div>{body}</div>", after=_stories(3))) == lines


def test_headings_that_are_links_to_themselves() -> None:
    lines = [line for n, text in enumerate(TEXT) for line in (f"步道的第{n}个故事", text)]
    body = "".join(
        f"<h3><a href='#s{n}'>步道的第{n}个故事</a></h3><p>{text}</p>" for n, text in enumerate(TEXT)
    )
    assert text_of(article(f"<div>{body}</div>", after=_stories(3))) == lines


def test_one_advertisement_under_every_paragraph() -> None:
    linked = "<a href=/ad>城东楼盘火热销售中，欢迎选购</a>"
    for ad in (f"<div class=ad>{linked}</div>", f"<div>{linked}</div>"):
        assert text_of(article(f"<div>{''.join(f'<p>{line}</p>{ad}' for line in TEXT)}</div>")) == TEXT


def test_a_notice_with_an_element_for_each_line() -> None:
    lines = ["各村民委员会：", f"因步道施工，{SHORT}", "特此通知。", "石桥镇人民政府", "2024年5月20日"]
    body = "".join(f"<div>{line}</div>" for line in lines)
    assert text_of(article(f"<div>{body}</div>", after=_stories(3))) == lines
