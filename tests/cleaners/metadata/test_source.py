"""来源 and what stands beside the date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.document import Body, Document
from cleaners.metadata import Title
from cleaners.metadata.byline.outlets import (
    Beside,
    beside_date,
    clean_source,
    dateline_source,
    has_outlet_form,
    labelled_source,
)
from cleaners.metadata.dates import find_dates
from cleaners.metadata.found import Found
from cleaners.metadata.near import Near
from cleaners.metadata.source import _kind, _weighed
from cleaners.metadata.zones import Zones
from cleaners.sites import GENERIC
from schemas import Role
from tests.cleaners.metadata.pages import TEXT, TITLE, page, read

LABELLED = [
    ("来源：新京报", "新京报"),
    ("來源： 羊城晚報", "羊城晚報"),
    ("稿源：某某网", "某某网"),
    ("信息来源：省发改委", "省发改委"),
    ("本文来源：某周刊 责任编辑：王小明_NF4425", "某周刊"),
    ("2019-09-07 13:43:45 来源: 某周刊 举报", "某周刊"),
    ("2019-08-13 14:07来源：某某新闻·某某号·政务", "某某新闻·某某号·政务"),
    ("来源:梧州日报 2018-07-24 11:41   https://www.example/", "梧州日报"),
    ("发布日期：2016-11-22 浏览次数： 信息来源：省发改委", "省发改委"),
    ("来源：求是网参与互动", "求是网"),
    ("来源：河岸日报 热度 3.2万", "河岸日报"),
    ("来源：河岸日报 约 1200 字", "河岸日报"),
    ("来源：河岸日报 1200次浏览", "河岸日报"),
    ("来源：河岸日报 第05版", "河岸日报"),
    ("來源：河岸日報 聽新聞", "河岸日報"),
    ("来源：河岸日报 IP属地：北京", "河岸日报"),
    ("来源：河岸日报 大 中 小", "河岸日报"),
    ("来源：河岸访问", "河岸访问"),
    ("来源：跟帖周刊", "跟帖周刊"),
    ("来源：东方网 有0人参与 手机看新闻", "东方网"),
    ("来源: 正北方网(综合) 编辑：王小明", "正北方网(综合)"),
    ("来源：《半月谈内部版》", "半月谈内部版"),
    ("来源：中国某某网 王小明", "中国某某网"),
    ("来源：某某网 作者：王小明", "某某网"),
    ("来源：河岸日报 社会", "河岸日报"),
    ("来源: 河岸日报 于 2024-05-03 08:30:00", "河岸日报"),
    ("来源： 河岸日报发稿时间：2024-05-03 08:30", "河岸日报"),
    ("来源：河岸日报／ 記者王小明", "河岸日报"),
    ("来源: 河岸-文化1439", "河岸-文化"),
    ("来源|某地参考、某地发布、某地晚报", "某地参考、某地发布、某地晚报"),
    ("鉅亨網新聞中心 (來源：財匯資訊，摘自：某網) 2012-01-17 13:37:02", "財匯資訊"),
    ("摘自华声在线-湖南日报", "华声在线-湖南日报"),
    ("出处：pconline 2012年01月17日 作者：PConline", "pconline"),
    ("来源：京华时报网络版 暂无网友评论", "京华时报网络版"),
    ("来源：投资者报 发表评论", "投资者报"),
    ("来源：某地发布", "某地发布"),
    ("来源：河岸新闻·艺术评论", "河岸新闻·艺术评论"),
    ("来源：人民网评论", "人民网"),
    ("来源：河岸新闻　河岸新闻-石桥晨报记者 王小明", "河岸新闻"),
    ("来源：建筑学院　供稿人：王小明", "建筑学院"),
    ("来源：微信公众号“河岸读书”", "河岸读书"),
    ("来源：公众号：河岸读书 作者：王小明", "河岸读书"),
    ("来源：微信公众号：河岸读书", "河岸读书"),
    ("本文来自微信公众号：河岸读书（ID：heandushu），作者：王小明", "河岸读书"),
    ("来源：河岸社微信公众号", "河岸社微信公众号"),
    ("来源：河岸读书（ID：heandushu）", "河岸读书"),
    ("［来源：河岸日报］", "河岸日报"),
    ("〈來源：河岸日報〉", "河岸日報"),
    ("来源：河岸日报［综合］", "河岸日报［综合］"),
    ("来源：河岸网（example.com）", "河岸网"),
    ("来源：河岸网（www.example.com）", "河岸网"),
    ("来源：河岸网 [https://example.com/]", "河岸网"),
    ("来源/河岸读书（heandushu）", "河岸读书"),
    ("来源：河岸日报 采集于：2026-05-19", "河岸日报"),
    ("2020-07-04 12:10 来源：光明网-《光明日报》", "光明网-《光明日报》"),
    ("来源：", None),
    ("来源： 作者：王小明", None),
    ("来源：本站", None),
    ("来源：网络", None),
    ("来源：原创首发", None),
    ("来源：读者投稿", None),
    ("来源：2019-01-02", None),
    ("图片来源：某图网", None),
    ("数据来源：某某统计局", None),
    ("没有来源的一句话", None),
]


@pytest.mark.parametrize(("line", "expected"), LABELLED)
def test_labelled(line: str, expected: str | None) -> None:
    assert labelled_source(line) == expected


BESIDE = [
    ("2019年11月25日 18:57 参考消息", (None, "参考消息")),
    ("2019-09-05 11:10 游民星空[整理] 1", (None, "游民星空[整理]")),
    ("2012年01月12日 14:25台海网【大 中 小】 【打印】", (None, "台海网")),
    ("http://www.example.com.cn 2011年12月14日 15:24 新华08网", (None, "新华08网")),
    ("http://www.example.com.cn 2012年01月16日 00:10 中国家电网微博", (None, "中国家电网")),
    ("2019年09月11日01:53 新浪科技 我有话说(1307人参与) 收藏本文", (None, "新浪科技")),
    ("台灣醒報 (2012-01-11 16:58)", (None, "台灣醒報")),
    ("2020-12-15 廣西新聞網", (None, "廣西新聞網")),
    ("2019-05-17 19:19 ‧ 国内 ‧ 东方日报", (None, "东方日报")),
    ("2019-05-17 · 某地城市报道", ("某地城市报道", None)),
    ("2011-12-16 00:00:44 | 我来说两句", (None, None)),
    ("2016-09-23 21:23 作者:枫株湖 | 14条评论", ("枫株湖", None)),
    ("2024年01月25日 18:03:35 来自内蒙古自治区", (None, None)),
    ("发布时间：2011-12-15 19:15:35", (None, None)),
    ("挂网日期：2011-12-15", (None, None)),
    ("于 2011-12-15 23:46:41 首次发布", (None, None)),
    ("河岸日报 挂网日期：2011-12-15", (None, "河岸日报")),
    ("发布于 2019年5月17日 · 修改于 2019年5月19日 · 1.2k 字", (None, None)),
    ("数据新闻 | 2019-05-17", (None, None)),
    ("2019-05-17 来源：楼市河岸 标签：<a href=/t>楼市</a>", (None, "楼市河岸")),
    ("版本：2.3.1（2019-04-01）", (None, None)),
    ("某某新闻网 | 2019.05.17 | 副刊", (None, "某某新闻网")),
    ("编辑：王小明 · 2019-05-17 · 文物之声", (None, None)),
    ("2019-09-24 09:10", (None, None)),
    ("2019-09-24 09:10 王小明", ("王小明", None)),
    ("王小明 · 2020/07/04 12:10 浏览 1.2w", ("王小明", None)),
    ("王小明 | 某某日报 | 2020-07-04 12:10", ("王小明", "某某日报")),
    ("2020-07-04 12:10 王小明 某某日报", ("王小明", "某某日报")),
    ("原创 某某者网 2020-07-04 12:10:12", (None, "某某者网")),
    ("新京报 记者 王小明 编辑 李大为 2020-07-04 12:10", (None, "新京报")),
    ("2020-07-04 12:10环球网王小明", ("王小明", "环球网")),
    ("2020-07-04 12:10 环球网 王小明", ("王小明", "环球网")),
    ("2020-07-04 12:10 环球网 文化", (None, "环球网")),
    ("原创2020-07-04 12:10·河岸老渔夫", ("河岸老渔夫", None)),
    ("来源:<span>企业文化部</span><span>文/王小明</span>", ("王小明", "企业文化部")),
    (
        "<span>2013-9-4 10:22</span>|发布者: admin|查看: 51|评论: 1|原作者: 六弦阿布|来自: 某某吧",
        ("六弦阿布", "某某吧"),
    ),
    ("文字 王小明", ("王小明", None)),
    ("文字 很大", (None, None)),
    ("<address>Emily Smith</address>", ("Emily Smith", None)),
    ("<address>Main Street 12</address>", (None, None)),
    ("2020-07-04 12:10 发布 撰稿：通讯员 王小明", ("王小明", None)),
    ("2020-07-04 12:10 发布 作者：评论员 王小明", ("王小明", None)),
    ("2020-07-04 12:10</p><p>安装客户端：第二步", (None, None)),
    ("2020-07-04 12:10 环球网 王小明 随笔", (None, "环球网")),
    ("青禾 · 2020-07-04 · MySQL", (None, None)),
    ("王小明 2020-07-04 口述历史", ("王小明", None)),
    ("原创 青禾 半亩田 2020-07-04 12:10", ("青禾", None)),
    ("原创某某者网2020-07-04 12:10:12", (None, "某某者网")),
    ("河岸网 何小漪 2011-12-15 23:46:41 评论0条", ("何小漪", "河岸网")),
    ("21世纪网 何小漪 2011-12-15 23:46:41 评论0条", ("何小漪", "21世纪网")),
    ("2011-12-15 23:46 12条评论", (None, None)),
]


# from pages of many sites: columns, counters, buttons, tags, places
COLUMNS = """
社会 要闻 本地 技术 生活 教程 热度 版权声明 修改 置顶 投诉 播放 倾听 朗读 打赏 繁體 图文 专题 直播 留下评论 官方账号 认证 浙江
听全文 Python 校园新闻 國內新聞 行业资讯 最新动态 未分类 会议 晚会 全部 下一部 机会 作品 随笔 精选 独家 視頻 IP属地浙江
聽新聞 收聽本文 朗讀全文 语音播报 收听 字級 字號 手机免费访问
""".split()  # noqa: SIM905 - a list of words is read more easily so


def outlet_and_account(byline: str) -> tuple[object, object]:
    found = read(page(byline=byline)).metadata
    credits = [credit.name for credit in found["credits"] or () if credit.role is Role.AUTHOR]
    return next(iter(credits), None), found["source"]


@pytest.mark.parametrize(("line", "expected"), BESIDE)
def test_beside_the_date(line: str, expected: tuple[str | None, str | None]) -> None:
    assert outlet_and_account(f"<p>{line}</p>") == expected


@pytest.mark.parametrize("word", COLUMNS)
@pytest.mark.parametrize(
    "line", ["2019-11-25 18:57 {}", "{} 2019-11-25 18:57", "<span>2019-11-25</span> <a href=/x>{}</a>"]
)
def test_an_ordinary_word_beside_the_date_is_no_source(word: str, line: str) -> None:
    assert read(page(byline=f"<p>{line.format(word)}</p>")).metadata["source"] is None


def test_a_word_is_the_source_where_something_else_says_so() -> None:
    assert read(page(byline="<p>2019-11-25 18:57 暮色</p>")).metadata["source"] is None
    for evidence in ({"head": '<meta name="source" content="暮色">'},):
        assert read(page(byline="<p>2019-11-25 18:57 暮色</p>", **evidence)).metadata["source"] == "暮色"
    linked = "<p>2019-11-25 18:57 <a href=https://other.example/>暮色</a></p>"
    assert read(page(byline=linked), url="https://n.example/1.html").metadata["source"] == "暮色"


def test_a_linked_name_before_the_date_is_the_account_that_wrote() -> None:
    assert outlet_and_account("<p><a href=/u>私~川流</a> 2017-09-30 21:38:07</p>") == ("私~川流", None)
    assert outlet_and_account("<p>私~川流 2017-09-30 21:38:07</p>") == (None, None)
    assert outlet_and_account("<p><a href=/c>社会</a> 2017-09-30 21:38:07</p>") == (None, None)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("亮点黔西南讯 义龙新区在", "亮点黔西南"),
        ("新华社北京2月29日电 2月28日，", "新华社"),
        ("廣西新聞網梧州11月7日訊(通訊員 陳小傑)為", "廣西新聞網"),
        ("明報專訊 一項", "明報專訊"[:2]),
        ("本报讯(记者 王小明)今年", None),
        ("（中央社記者陳小明台北4日電）行政院", "中央社"),
        ("大陸新聞組北京17日電", None),
        ("综合消息 今天", None),
        ("今天下午，电力公司", None),
        ("腾讯 公司", None),
    ],
)
def test_dateline_of_a_dispatch(paragraph: str, expected: str | None) -> None:
    assert dateline_source(paragraph) == expected


@given(st.text(st.sampled_from("来源：: 网报社()（）[]【】|·，2019-07 :新浪作者参与"), max_size=60))
def test_never_raises(text: str) -> None:
    labelled_source(text)
    dateline_source(text)
    for date in find_dates(text):
        beside_date(text, date)


CLEANED = [
    ("中国新闻网 王帆", "中国新闻网"),
    ("环球网王帆", "环球网"),
    ("环球网王小明", "环球网"),
    ("河岸日报 社会", "河岸日报"),
    ("河岸日报 新华网", "河岸日报"),
    ("河岸日报 河岸", "河岸日报 河岸"),
    ("《河岸日报》", "河岸日报"),
    ("《河岸", "河岸"),
    ("新京报)", "新京报"),
    ("游民星空[整理]", "游民星空[整理]"),
    ("求是网参与互动", "求是网"),
    ("河岸日报[微博]", "河岸日报"),
    ("河岸日报（海外版）", "河岸日报（海外版）"),
    ("河岸日报（记者", "河岸日报"),
    ("河岸日报，转载", "河岸日报"),
    ("河岸日报  编辑", "河岸日报"),
    ("王帆", "王帆"),
    ("本站", None),
    ("报", None),
    ("河网", "河网"),
    ("《河岸日报", "河岸日报"),
    ("《河岸日报》河网", "河岸日报"),
    ("河岸日报 河岸日报记者 王", "河岸日报"),
    ("网易微博 河岸", "网易微博"),
    ("河岸网微博", "河岸网"),
    ("河岸网 12345", "河岸网"),
    ("河岸的", None),
    ("12345", None),
]


@pytest.mark.parametrize(("value", "outlet"), CLEANED)
def test_what_is_glued_to_an_outlet_goes(value: str, outlet: str | None) -> None:
    assert clean_source(value) == outlet


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("河岸日报", True),
        ("河岸网", True),
        ("河岸市教育局", True),
        ("市教育局", True),
        ("教育局", False),
        ("游民星空[整理]", True),
        ("财经频道", False),
        ("新闻中心", False),
        ("财经", False),
        ("河岸怎么了？", False),
    ],
)
def test_an_outlet_is_told_by_its_form(name: str, expected: bool) -> None:
    assert has_outlet_form(name) is expected


def beside(name: str, *, before: bool, dotted: bool = False, opens: bool = False, then: str = "") -> Beside:
    return Beside(name, before, dotted, opens, then)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2021-09-30 16:58 河岸网", [beside("河岸网", before=False)]),
        ("2021-09-30 16:58 河岸网 王小明", [beside("河岸网", before=False, then="王小明")]),
        ("2021-09-30 16:58 河岸网 王小明 李大为", [beside("河岸网", before=False)]),
        ("2021-09-30 16:58 河岸网　王小明　李大为", [beside("河岸网", before=False)]),
        ("河岸网 王小明 2021-09-30", [beside("河岸网", before=True, then="王小明")]),
        ("河岸醒報 (2012-01-11)", [beside("河岸醒報", before=True, opens=True, then="(")]),
        ("2019-05-17 · 河岸报道", [beside("河岸报道", before=False, dotted=True)]),
        (
            "石桥日报 2019-05-17 · 河岸报道",
            [beside("河岸报道", before=False), beside("石桥日报", before=True)],
        ),
        ("2021-09-30 星期四 河岸日报", [beside("河岸日报", before=False)]),
        ("国内 ‧ 河岸日报 2021-09-30", [beside("河岸日报", before=True)]),
        ("2021-09-30 John Smith Brown", [beside("John Smith Brown", before=False)]),
        ("2021-09-30 原创 21世纪网", [beside("21世纪网", before=False)]),
        ("2021-09-30 周一读书", []),
        ("河岸 挂网日期：2021-09-30", [beside("河岸", before=True, then="挂网日期")]),
        (f"2021-09-30 {'石' * 22}日报", [beside(f"{'石' * 22}日报", before=False)]),
        (f"2021-09-30 {'石' * 23}日报", []),
    ],
)
def test_a_name_on_either_side_of_the_date(line: str, found: list[Beside]) -> None:
    assert beside_date(line, find_dates(line)[0]) == found


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("河岸讯 今天", "河岸"),
        ("河讯 今天", None),
        ("新华社记者5月9日电 今天", "新华社"),
        ("河岸快讯 今天", "河岸"),
        ("河岸日报综合5月9日电", "河岸日报"),
        ("■河岸日报讯（记者", "河岸日报"),
        ("　　河岸日报5月９日讯", "河岸日报"),
        (f"{'石' * 9}社5月9日电", f"{'石' * 9}社"),
    ],
)
def test_who_sent_a_dispatch(opening: str, outlet: str | None) -> None:
    assert dateline_source(opening) == outlet


DATED = "<p>2026-05-09 10:10</p>"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ((TEXT[0], "来源：石桥图库", *TEXT[1:]), "line in the text"),
        (("石" * 20, "来源：石桥图库", *TEXT), "line in the text"),
        (("石" * 19, "来源：石桥图库", *TEXT), "line under the title"),
        ((TEXT[0], "来源：石桥图库 2026-05-01", *TEXT[1:]), "line under the title"),
    ],
)
def test_the_source_of_a_picture_is_believed_less(text: tuple[str, ...], where: str) -> None:
    found = read(page(byline=DATED, text=text)).metadata
    assert (found["source"], found.provenance["source"]) == ("石桥图库", where)


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ("<a href=/>河岸日报</a>石桥", "河岸日报"),
        ("<a href=/>河岸</a>日报", "河岸"),
        ("<a href=/>河</a>岸日报", "河岸日报"),
        ("河岸日报 <a href=/x>打印本页</a>", "河岸日报"),
        ("<a href=/x>《河岸日报》</a>社", "河岸日报"),
    ],
)
def test_a_linked_source_ends_where_its_link_ends(value: str, source: str) -> None:
    assert read(page(byline=f"<p>来源：{value}</p>{DATED}")).metadata["source"] == source


BESIDE_DATE, BELOW = "beside the date", "line below the text"


@pytest.mark.parametrize(
    ("where", "weight", "places", "title", "expected"),
    [
        (BESIDE_DATE, 0.2, {"beside"}, TITLE, 0.2),
        (BESIDE_DATE, 0.2, {"beside", "meta"}, TITLE, 0.5),
        (BELOW, 0.7, {"line", "meta"}, TITLE, 1.0),
        ("meta source", 0.65, {"line", "meta"}, TITLE, 0.65),
        (BELOW, 0.7, {"line"}, f"暮色：{TITLE}", 1.0),
        (BELOW, 0.7, {"line"}, f"【暮色】{TITLE}", 1.0),
        (BELOW, 0.7, {"line"}, f"暮色{TITLE}", 0.7),
        (BELOW, 0.7, {"line"}, f"夜里：{TITLE}", 0.7),
        (BESIDE_DATE, 0.9, {"beside", "meta"}, TITLE, 0.98),
        (BELOW, 1.0, {"line", "meta"}, TITLE, 1.2),
    ],
)
def test_a_name_is_believed_more_where_another_place_has_it(
    where: str, weight: float, places: set[str], title: str, expected: float
) -> None:
    doc = Document(runs=[], site=GENERIC)
    near = Near(doc, Body((), 0, 0), Title(title, ""), Zones([], [], [], []))
    found = _weighed(Found("暮色", where, weight), places, near)
    assert found.weight == pytest.approx(expected)


@pytest.mark.parametrize(
    ("where", "kind"), [("line under the title", "line"), (BESIDE_DATE, "beside"), ("meta source", "meta")]
)
def test_kinds_of_places(where: str, kind: str) -> None:
    assert _kind(Found("暮色", where, 1.0)) == kind


@pytest.mark.parametrize(
    "line", ["<p>{} {}</p>", "<p>{1} {0}</p>", "<div>{}</div><div>{}</div>", "<p>{1} · {0}</p>"]
)
@pytest.mark.parametrize(
    "evidence",
    [
        {"head": '<meta property="og:site_name" content="河岸時報">'},
        {"title": f"{TITLE}_河岸時報"},
        {"above": "<a href=/><img alt=河岸時報></a>"},
        {"above": "<a href=https://www.n.example/>河岸時報</a>"},
        {"below": "<p>© 2026 河岸時報 版權所有</p>"},
        {"below": "<p>Copyright 2026 河岸時報 All Rights Reserved</p>"},
    ],
)
def test_the_name_of_the_site_beside_the_date_is_no_source(line: str, evidence: dict[str, str]) -> None:
    byline = line.format("河岸時報", "2026-05-09 10:10")
    assert read(page(byline=byline, **evidence), url="https://n.example/1.html").metadata["source"] is None


@pytest.mark.parametrize(
    "evidence",
    [
        {"title": f"{TITLE}_石桥网"},
        {"above": "<a href=https://other.example/>河岸時報</a>"},
        {"below": "<p>本文版权归河岸時報所有</p>"},
        {"head": '<meta name=source content="河岸時報"><meta property="og:site_name" content="河岸時報">'},
        {"below": "<p>來源：河岸時報</p>", "title": f"{TITLE}_河岸時報"},
    ],
)
def test_the_name_of_another_site_or_one_that_is_credited_is(evidence: dict[str, str]) -> None:
    byline = "<p>2026-05-09 10:10 河岸時報</p>"
    assert (
        read(page(byline=byline, **evidence), url="https://n.example/1.html").metadata["source"] == "河岸時報"
    )


def test_whom_the_machines_are_told_behind_the_name_of_the_site() -> None:
    machines = "<span id=source_baidu>来源：河岸通讯</span>"
    byline = f"<p>2026-05-09 10:10 石桥网</p><div style='display:none'>{machines}</div>"
    assert read(page(title=f"{TITLE}_石桥网", byline=byline)).metadata["source"] == "河岸通讯"
