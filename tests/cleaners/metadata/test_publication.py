"""Which of the dates on a page is the publication."""

# ruff: noqa: E501 - a case is one line of markup

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.document import Run
from cleaners.metadata import Metadata
from cleaners.metadata.dates import BEIJING
from cleaners.metadata.dates.printed import Meaning, meaning_of, printed_dates
from cleaners.metadata.lines import Line
from schemas import Precision
from tests.cleaners.metadata.pages import TEXT, TITLE, lines, page, read

NOW = datetime(2020, 6, 1, 12, 0, tzinfo=BEIJING)
PUBLISHED = '<meta property="article:published_time" content="{}">'


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING) if text else None


def of(source: str, url: str | None = None) -> Metadata:
    return read(source, url=url, fetched_at=NOW).metadata


LINES = [
    ("<p style='display:none'><span id=pubtime_baidu>2019-11-25 18:57:01</span></p>", "2019-11-25 18:57:01"),
    ("<p>2019-11-25</p><p>(一)办理时间： 2019年11月28日 08:30</p>", "2019-11-25"),
    ("<p>2019年11月25日 18:57 参考消息</p>", "2019-11-25 18:57"),
    ("<p>发布时间：2019-11-25 18:57:01</p>", "2019-11-25 18:57:01"),
    ("<p>发布时间：</p><p>2019-11-25 18:57</p>", "2019-11-25 18:57"),
    ("<p>2019-11-2518:57来源：某报</p>", "2019-11-25 18:57"),
    ("<p><span>2019-11-25</span> <a href=/s>某报</a></p>", "2019-11-25"),
    ("<p>二〇一九年十一月廿五日</p>", "2019-11-25"),
    ("<p>18:57</p><p>2019/11/25</p>", "2019-11-25 18:57"),
    ("<p>2019/11/25</p><p>18:57</p>", "2019-11-25 18:57"),
    ("<p>6:57pm 25/11/2019</p>", "2019-11-25 18:57"),
    ("<p>posted @ 2019-11-25 18:57 青禾 阅读(31)</p>", "2019-11-25 18:57"),
    ("<p>3小时前</p>", "2020-06-01 09:00"),
    ("<p>某报 – 3小時前</p>", "2020-06-01 09:00"),
    ("<p>昨天 08:25 来源：某报</p>", "2020-05-31 08:25"),
    ("<p>05-30 08:25</p>", "2020-05-30 08:25"),
    ("<p><span>12月30日 10:18</span><span>1.2万阅读</span></p>", "2019-12-30 10:18"),
    ("<p><span>12-30 10:18</span><span>326次閱讀</span></p>", "2019-12-30 10:18"),
    ("<p><span>5月30日 08:25</span><b>12</b><b>评论</b></p>", "2020-05-30 08:25"),
    ("<p><span>昨天 08:25</span><span>1200 人看过</span></p>", "2020-05-31 08:25"),
    ("<p><span>2019-11-25</span><span>18:57</span><span>326次阅读</span></p>", "2019-11-25 18:57"),
    ("<p><span>2019-11-25 18:57:03</span><span>326</span></p>", "2019-11-25 18:57:03"),
    ("<p>12月30日 10:18</p>", "2019-12-30 10:18"),
    ("<p>6月1日 18:30</p>", "2019-06-01 18:30"),
    ("<p>更新时间：2019-11-26 09:00 发布时间：2019-11-25 18:57</p>", "2019-11-25 18:57"),
    ("<p>打印日期：2019-11-28　发布日期：2019-11-25</p>", "2019-11-25"),
    ("<p>采集时间：2019-11-28 10:00　发布时间：2019-11-25 18:57</p>", "2019-11-25 18:57"),
    ("<p>活動時間：2019-11-28 發佈時間：2019-11-25 18:57</p>", "2019-11-25 18:57"),
    ("<p>開庭時間：2019-11-28 發布：2019-11-25 18:57</p>", "2019-11-25 18:57"),
    ("<p>发布：2019-11-25 18:57 修订：2019-11-28</p>", "2019-11-25 18:57"),
    ("<p>2019-11-25 18:57 最後更新 2019-11-28 09:00</p>", "2019-11-25 18:57"),
    ("<p>作者: 赵青禾时间: 2019-11-25 18:57阅读: 收藏</p>", "2019-11-25 18:57"),
    ("<p>发文日期：2019-11-20 公开日期：2019-11-25</p>", "2019-11-25"),
    ("<p>时间：2019年12月3日</p><p>地点：河岸剧场</p><p>发布日期 2019-11-25</p>", "2019-11-25"),
    ("<p><a href=/u/1>青禾</a> <span>3天前</span> <span>来自数码</span></p>", "2020-05-29"),
    ("<p>By Anna Muster, Staff Reporter, Example News | November 25, 2019 6:57 pm</p>", "2019-11-25 18:57"),
    ("<div>11-25</div><div>2019</div>", "2019-11-25"),
    ("<p><i>折腾记录</i><i>2019-11-25</i><i>326 次阅读</i></p>", "2019-11-25"),
    ("<p>石桥日报　(老城25日讯)　　2019-11-25　18:57　报道：王小明　摄影：李大为</p>", "2019-11-25 18:57"),
    (
        "<table><tr><td>生成日期</td><td>2019-11-20</td></tr><tr><td>发布日期</td><td>2019-11-25</td></tr></table>",
        "2019-11-25",
    ),
    ("<p><b>11月</b><b>25</b><b>2019</b></p>", "2019-11-25"),
    ("<p><span>2019</span><div>11/25</div><div>18:57:33</div></p>", "2019-11-25 18:57:33"),
    ("<div>25</div><div>2019/11</div>", "2019-11-25"),
    ("<p><span title='2019-11-25 18:57:03'>3天前</span></p>", "2019-11-25 18:57:03"),
    ("<p><time datetime='2019-11-25T18:57:03+08:00'>3天前</time></p>", "2019-11-25 18:57:03"),
    (
        "<p>积水点多年未治，今年终于动工，记者走访了三个街区的二十户人家。</p><p>2019-11-25 18:57 来源：某报</p>",
        "2019-11-25 18:57",
    ),
    (
        "<p>2019-11-25 18:57</p><figure><figcaption>招聘会上的求职者（2013年11月22日）</figcaption></figure>",
        "2019-11-25 18:57",
    ),
    # not publication dates
    ("<p>开标时间：2019年11月25日10:00</p>", None),
    ("<p>听证时间：2019年6月3日上午9时</p>", None),
    ("<p>时间：2019年6月3日 地点：河岸剧场</p>", None),
    ("<p>主讲人：王小明　时间：2019年6月3日（周一）19:00　地点：图书馆</p>", None),
    ("<p>（2019年7月12日校长办公会审议通过，2020年3月1日修订）</p>", None),
    ("<p>时间：2019年6月3日</p><p>地点：河岸剧场</p>", None),
    ("<p>本页由系统自动生成于 2019-11-25 02:00</p>", None),
    ("<p>考试时间：2019年6月7日9:00</p>", None),
    ("<p>展期：2019/5/17-2019/5/23</p>", None),
    ("<p>展期：2019/5/17（五）-2019/5/23（四）</p>", None),
    ("<p>演出時間：2019-11-25 19:30</p>", None),
    ("<p>加入時間：2019.10.25</p>", None),
    ("<p>最后访问：2019-11-25</p>", None),
    ("<p>报名时间：2019年5月8日至5月12日</p>", None),
    ("<p>今天是2020年6月1日 星期一</p>", None),
    ("<p>2020年06月01日</p><p>农历闰四月初十</p>", None),
    ("<p>活动时间：2019-11-25</p>", None),
    ("<p>截止日期：2019-11-25</p>", None),
    ("<p>2021年1月1日 10:00</p>", None),
    ("<p><span>主队 3:1</span><span>20 客队</span></p>", None),
    ("<p><span>比分 12-30</span><span>10:181</span></p>", None),
    ("<p>12月30日的比赛票房是 10:181</p>", None),
    ("<p>车次 11-25:181</p>", None),
    ("<p>今日开幕的展会很热闹</p>", None),
    ("", None),
]


@pytest.mark.parametrize(("byline", "expected"), LINES)
def test_the_printed_line(byline: str, expected: str | None) -> None:
    assert of(page(byline=byline))["published_at"] == moment(expected)


@pytest.mark.parametrize(
    ("byline", "raw"),
    [
        ("<p>美东时间 2019-11-24 20:30　北京时间 2019-11-25 09:30</p>", "2019-11-25 09:30"),
        ("<p>美東時間：2019-11-24 20:30</p><p>北京時間：2019-11-25 09:30</p>", "2019-11-25 09:30"),
        ("<p>2019-11-24 20:30 纽约时间</p><p>2019-11-25 09:30 北京时间</p>", "2019-11-25 09:30 北京时间"),
        ("<p>北京时间 2019-11-25 09:30（美东时间 2019-11-24 20:30）</p>", "2019-11-25 09:30"),
        ("<p>美东时间 11月24日 20:30 北京时间 11月25日 09:30</p>", "11月25日 09:30"),
        ("<p>美东时间 2019-11-24 20:30</p>", "2019-11-24 20:30"),
        ("<p>美东时间 2019-11-24 20:30</p><p>北京时间 2019-11-26 09:30</p>", "2019-11-24 20:30"),
        ("<p>发布：美东时间 2019-11-24 20:30</p><p>更新：北京时间 2019-11-25 10:30</p>", "2019-11-24 20:30"),
    ],
)
def test_of_two_clocks_for_one_moment_beijing_s(byline: str, raw: str) -> None:
    assert of(page(byline=byline))["published_raw"] == raw


def test_a_time_on_the_line_below_its_day() -> None:
    found = printed_dates([Line(Run(text, None), NOW) for text in ("October 12, 2019", "6:34 pm")], "here")
    assert [item.date.value for item in found] == [moment("2019-10-12 18:34")]


OWN_CHANGE = "<ul><li>發布日期：109-05-06</li><li>更新日期：109-05-10</li><li>點閱數：1024</li></ul>"


@pytest.mark.parametrize(
    ("below", "updated"),
    [
        (
            f"{OWN_CHANGE}<div>© 2020 石橋鎮 版權所有　更新日期：109-05-20　瀏覽人次：3,204</div>",
            "2020-05-10",
        ),
        (f"{OWN_CHANGE}<footer><ul><li>更新日期：109-05-20</li></ul></footer>", "2020-05-10"),
        (f"{OWN_CHANGE}<div class=bottom><span>最後更新：109-05-20</span></div>", "2020-05-10"),
        (f"{OWN_CHANGE}<p>網站更新日期：109-05-20</p>", "2020-05-10"),
        (f"{OWN_CHANGE}<p>本站最后更新：2020-05-20</p>", "2020-05-10"),
        (OWN_CHANGE, "2020-05-10"),
        ("<p>發布日期：109-05-06</p><div>版權所有 石橋鎮 更新日期：109-05-20</div>", None),
        ("<p>發布日期：109-05-06</p><footer>更新於 2020-05-20</footer>", "2020-05-20"),
        ("<p>發布日期：109-05-06</p><p>更新日期：109-05-20</p>", "2020-05-20"),
        ("<p>發布日期：109-05-06</p><p>石橋鎮網站公告 更新日期：109-05-20</p>", "2020-05-20"),
    ],
)
def test_a_change_of_the_site_is_none_of_the_article(below: str, updated: str | None) -> None:
    assert of(page(below=below))["updated_at"] == moment(updated)


ABOVE = [
    ("<article><header><p>2019-11-25 06:11</p>{}</header></article>", None, "2019-11-25 06:11"),
    (
        "<article><header><time datetime='2019-11-25 14:38:03+0800' itemprop=datePublished>2019-11-25</time>{}</header></article>",
        None,
        "2019-11-25 14:38:03",
    ),
    ("<p>2019-11-25 06:11</p>{}", "https://n.example/20191125/1.html", "2019-11-25 06:11"),
    ("<p>2019-11-25 06:11</p>{}", None, "2019-11-25 06:11"),
    ("<p>2019-11-25 星期一</p>{}", None, None),
    ("<p>欢迎访问 2019-11-25</p>{}", None, None),
    ("<p>文化2019.11.25 06:11 臺北時間</p>{}", None, "2019-11-25 06:11"),
    ("<p>港聞 | 2019/11/25</p>{}", None, "2019-11-25"),
    (
        "<p><i>2019</i><i><em>11</em>/<em>25</em></i><i>06:11:07</i></p>{}",
        None,
        "2019-11-25 06:11:07",
    ),
    ("<p>发布时间：2019-11-25 06:11</p>{}", None, "2019-11-25 06:11"),
    (
        "<p>2019年11月25日 星期一 第05版：副刊</p><p>上一版 下一版</p><p>本版标题导航</p>"
        "<p><a href=/1>老城通水</a></p><p><a href=/2>渡口换船</a></p><p><a href=/3>河岸修堤</a></p>{}",
        None,
        "2019-11-25",
    ),
]


@pytest.mark.parametrize(("above", "url", "expected"), ABOVE)
def test_a_date_above_the_heading_needs_a_reason(above: str, url: str | None, expected: str | None) -> None:
    found = of(page(heading=above.format(f"<h1>{TITLE}</h1>")), url)
    assert found["published_at"] == moment(expected)


UPDATES_ALONE = [
    ("<p>更新时间：2019-11-26 09:00</p>", "2019-11-26 09:00"),
    ("<p>更新/2019-11-26 09:00</p>", "2019-11-26 09:00"),
    ("<p>编辑于 2019-11-26 09:00</p>", "2019-11-26 09:00"),
    ("<p>2019-11-26 09:00 更新</p>", "2019-11-26 09:00"),
    (
        "<p><time class=updated datetime='2019-11-26T09:00:00+08:00'>更新于 2019-11-26</time></p>",
        "2019-11-26 09:00",
    ),
]


@pytest.mark.parametrize(("byline", "expected"), UPDATES_ALONE)
def test_a_change_is_no_publication(byline: str, expected: str) -> None:
    found = of(page(byline=byline))
    assert (found["published_at"], found["updated_at"]) == (None, moment(expected))


def test_a_page_that_a_script_unhides_has_its_date() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    hidden = f"<div style='display:none'><h1>{TITLE}</h1><p>2019-11-25 18:57 来源：某报</p><div class=content>{text}</div></div>"
    found = of(f"<html><head><title>{TITLE}_某某网</title></head><body>{hidden}</body></html>")
    assert (found["published_at"], found["source"]) == (moment("2019-11-25 18:57"), "某报")


def test_the_printed_minute_beats_the_head() -> None:
    found = of(
        page(byline="<p>2018-12-28 19:55 某报</p>", head=PUBLISHED.format("2018-12-28T19:56:29+08:00"))
    )
    assert found["published_at"] == moment("2018-12-28 19:55")
    assert found["published_raw"] == "2018-12-28 19:55"
    assert found["published_precision"] is Precision.MINUTE
    assert found.provenance["published_at"] == "line under the title"


def test_the_head_adds_the_time_to_a_printed_day() -> None:
    found = of(page(byline="<p>2016-11-22</p>", head=PUBLISHED.format("2016-11-22 09:53")))
    assert (found["published_at"], found["published_raw"]) == (moment("2016-11-22 09:53"), "2016-11-22")


def test_a_label_below_the_text_adds_the_time_to_a_printed_day() -> None:
    found = of(page(byline="<p>发布：2019-11-25</p>", below="<p>发布时间：2019年11月25日 - 18:57</p>"))
    assert found["published_at"] == moment("2019-11-25 18:57")


def test_midnight_in_the_head_is_only_a_day() -> None:
    found = of(page(head=PUBLISHED.format("2016-11-22T00:00:00+08:00")))
    assert (found["published_at"], found["published_precision"]) == (moment("2016-11-22"), Precision.DAY)


def test_a_stamp_in_universal_time_is_written_in_beijing_s() -> None:
    found = of(page(head=PUBLISHED.format("2019-11-25T10:57:00Z")))
    assert str(found["published_at"]) == "2019-11-25 18:57:00+08:00"
    day = of(page(head=PUBLISHED.format("2019-11-25T00:00:00Z")))
    assert (day["published_precision"], str(day["published_at"])[:10]) == (Precision.DAY, "2019-11-25")


def test_the_head_alone_is_believed() -> None:
    found = of(page(head=PUBLISHED.format("2019-11-25T10:57:00Z")))
    assert found["published_at"] == moment("2019-11-25 18:57")
    assert found.provenance["published_at"] == "meta article:published_time"


def test_the_article_s_own_object_comes_before_the_page_s() -> None:
    graph = (
        '{"@graph":[{"@type":"WebPage","datePublished":"2018-03-01T00:00:00+08:00"},'
        '{"@type":"NewsArticle","datePublished":"2019-11-25T18:57:00+08:00"}]}'
    )
    found = of(page(head=f'<script type="application/ld+json">{graph}</script>'))
    assert found["published_at"] == moment("2019-11-25 18:57")


def test_baidu_json_ld() -> None:
    script = '<script type="application/ld+json">{"@context":"https://ziyuan.baidu.com/contexts/cambrian.jsonld",\n"pubDate":"2019-09-05T11:10:52","upDate":"2019-09-06T08:00:00",}</script>'
    found = of(page(head=script))
    assert (found["published_at"], found["updated_at"]) == (
        moment("2019-09-05 11:10:52"),
        moment("2019-09-06 08:00"),
    )
    assert found.provenance["published_at"] == "json-ld"


def test_time_element_and_wechat_script() -> None:
    found = of(page(byline='<p><time datetime="2019-11-25T10:57:00Z">11月25日</time></p>'))
    assert found["published_at"] == moment("2019-11-25 18:57")
    wechat = '<html><head><title>题</title></head><body><h1>街长制走进社区</h1><div id="js_content"><p>%s</p></div><script>var ct = "1567834425";</script></body></html>'
    assert of(wechat % "</p><p>".join(TEXT), "https://mp.weixin.qq.com/s/x")["published_at"] == moment(
        "2019-09-07 13:33:45"
    )


DISAGREE = PUBLISHED.format("2019-11-20T10:00:00+08:00") + '<meta name="pubdate" content="2019-11-25 10:00">'


def test_where_the_head_disagrees_the_url_decides() -> None:
    assert of(page(head=DISAGREE), "https://n.example/2019-11-25/doc-1.html")["published_at"] == moment(
        "2019-11-25 10:00"
    )


def test_a_head_that_the_url_contradicts_in_all_is_not_believed() -> None:
    assert of(page(head=DISAGREE), "https://n.example/2019-11-28/doc-1.html")["published_at"] is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("html/2019-11/25/content_48211.htm", "2019-11-25"),
        ("2019/11/25/doc-1.html", "2019-11-25"),
        ("n1/2019/1125/c1-2.html", "2019-11-25"),
        ("a/20191125/14526474_0.shtml", "2019-11-25"),
        ("2019-11-25/doc-1.html", "2019-11-25"),
        ("zwgk/201911/t20191125_512.html", "2019-11-25"),
        ("2019/11/25/20191125/1.html", "2019-11-25"),
        # a month, any number, a query, two days, a day still to come
        ("news/201911/8916836.html", None),
        ("a/20191125.html", None),
        ("thread-20191125-1-1.html", None),
        ("view?day=/2019/11/25/", None),
        ("zt/20190501/20191125/1.html", None),
        ("2020/06/02/doc-1.html", None),
        ("2019/02/30/doc-1.html", None),
        ("v2019/11/25/doc-1.html", None),
    ],
)
def test_the_day_of_the_address_where_the_page_has_none(path: str, day: str | None) -> None:
    found = of(page(), f"https://n.example/{path}")
    assert not found.prints_date
    assert found["published_at"] == moment(day)
    assert found["published_precision"] == (Precision.DAY if day else None)


@pytest.mark.parametrize(
    ("source", "day"),
    [
        (page(byline="<p>2019-11-20 10:10</p>"), "2019-11-20 10:10"),
        (page(head=PUBLISHED.format("2019-11-20T10:00:00+08:00")), "2019-11-20 10:00"),
        (page(byline="<p>更新时间：2019-11-26 09:00</p>"), "2019-11-25"),
        (page(below="<ul><li>石桥老街<span>2019-11-22</span></li></ul>"), "2019-11-25"),
    ],
)
def test_what_the_page_says_goes_before_its_address(source: str, day: str) -> None:
    assert of(source, "https://n.example/2019/11/25/1.html")["published_at"] == moment(day)


def test_dates_in_text_comments_and_related_stories_do_not_count() -> None:
    text = ("2019年11月20日，该区召开大会。" + TEXT[0], *TEXT[1:])
    below = "<div>相关新闻</div><ul><li><a href=/1>别的新闻</a> 2019-11-21 10:00</li></ul><div>网友评论</div><p>很好 2019-11-22 10:00</p>"
    assert of(page(text=text, below=below))["published_at"] is None


def test_a_labelled_line_below_the_text_counts_when_nothing_stands_above() -> None:
    below = "<p>版权声明 来源：某报 时间：2019-09-23 14:34:05 作者：</p>"
    found = of(page(below=below))
    assert found["published_at"] == moment("2019-09-23 14:34:05")
    assert found.provenance["published_at"] == "line below the text"
    above = of(page(below=below, byline="<p>2019-09-24 10:00 某报</p>"))
    assert above["published_at"] == moment("2019-09-24 10:00")


def test_a_repost_keeps_the_first_publication() -> None:
    found = lines(
        TITLE, "2020-12-15 某某新聞網", "2020年11月07日 16:44 來源:某某新聞網 作者:陳小傑 編輯:洪小源", *TEXT
    ).metadata
    assert (found["published_at"], found["updated_at"]) == (moment("2020-11-07 16:44"), moment("2020-12-15"))
    assert found.provenance["published_at"] == "dateline of the original"


UPDATES = [
    ('<meta property="article:modified_time" content="2019-11-26T09:00:00+08:00">', "", "2019-11-26 09:00"),
    ("", "<p>更新时间：2019-11-26 09:00</p>", "2019-11-26 09:00"),
    ('<meta property="og:updated_time" content="2019-11-20T09:00:00+08:00">', "", None),
    ('<meta property="og:updated_time" content="2019-11-25T18:57:30+08:00">', "", None),
    ('<meta property="og:updated_time" content="2019-11-25T18:58:00+08:00">', "", "2019-11-25 18:58"),
    ('<meta property="og:updated_time" content="2020-11-26T09:00:00+08:00">', "", None),
]


@pytest.mark.parametrize(("head", "byline", "expected"), UPDATES)
def test_updates_are_later_than_the_publication(head: str, byline: str, expected: str | None) -> None:
    found = of(page(head=head, byline="<p>发布时间：2019-11-25 18:57</p>" + byline))
    assert found["published_at"] == moment("2019-11-25 18:57")
    assert found["updated_at"] == moment(expected)


def test_relative_dates_need_the_time_of_fetching() -> None:
    assert read(page(byline="<p>3小时前</p>")).metadata["published_at"] is None


@given(
    st.lists(
        st.sampled_from(
            [
                "2019-11-25",
                "2030-01-01 10:00",
                "来源：",
                "更新时间：",
                "昨天 08:25",
                "12-31 23:00",
                "：",
                "作者",
            ]
        ),
        max_size=6,
    )
)
def test_never_in_the_future(parts: list[str]) -> None:
    found = of(page(byline=f"<p>{' '.join(parts)}</p>"))
    assert found["published_at"] is None or found["published_at"] <= NOW
    assert found["updated_at"] is None or found["updated_at"] <= NOW


def test_a_date_without_its_year_is_the_moment_that_the_head_states() -> None:
    head = '<meta itemprop="dateUpdate" content="2019-11-25 18:57:41">'
    found = read(page(head=head, byline="<p>发布时间：11-2518:57</p>")).metadata
    assert found["published_at"] == moment("2019-11-25 18:57")
    assert read(page(head=head, byline="<p>发布时间：11-2418:57</p>")).metadata["published_at"] is None


@pytest.mark.parametrize(
    ("before", "after", "meaning"),
    [
        ("发布时间:", "", Meaning.PUBLISHED),
        ("时间:", "", Meaning.PUBLISHED),
        ("更新时间:", "", Meaning.UPDATED),
        ("", "更新", Meaning.UPDATED),
        ("已于", "修改 阅读量", Meaning.UPDATED),
        ("于", "首次发布", Meaning.PUBLISHED),
        ("", "发布会", Meaning.UNSAID),
        ("发布时间:", "更新", Meaning.UPDATED),
        ("活动时间:", "", Meaning.OTHER),
        ("", "至", Meaning.OTHER),
        ("发布时间:", "至", Meaning.OTHER),
        ("", "", Meaning.UNSAID),
    ],
)
def test_what_the_words_beside_a_date_make_of_it(before: str, after: str, meaning: Meaning) -> None:
    assert meaning_of(before, after) is meaning


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2019-11-25T18:57:00+12:00", "2019-11-25T18:57:00+12:00"),
        ("2019-11-25T18:57:33+08:00", "2019-11-25T18:57:33+08:00"),
        ("2019-11-25T18:58:00+12:00", "2019-11-25T18:57:00+08:00"),
        ("2019-11-25T18:57:00+08:00", "2019-11-25T18:57:00+08:00"),
    ],
)
def test_a_clock_that_shows_the_same_in_the_head_tells_zone_and_seconds(stated: str, expected: str) -> None:
    found = of(page(byline="<p>2019-11-25 18:57</p>", head=PUBLISHED.format(stated)))
    assert found["published_at"] == datetime.fromisoformat(expected)
