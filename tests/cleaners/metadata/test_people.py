"""Source and credits of whole pages."""

# ruff: noqa: E501 - a case is one line of markup

import pytest

from cleaners.document import Run
from cleaners.metadata.lines import Line
from cleaners.metadata.people.posted import reposted
from schemas import Place, Role
from tests.cleaners.metadata.pages import TEXT, TITLE, page, read


def credits(source: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for credit in read(source).metadata["credits"] or ():
        found[credit.role.value] = (*found.get(credit.role.value, ()), credit.name)
    return found


SOURCES = [
    ("labelled", page(byline="<p>2019-09-07 13:43 来源：某周刊 举报</p>"), "某周刊"),
    ("label and value in two lines", page(byline="<p>来源：</p><p>某周刊</p><p>2019-09-07</p>"), "某周刊"),
    (
        "link glued to a button",
        page(byline="<p>2019-09-07 来源：<a href=/>某某求是</a>互动一下</p>"),
        "某某求是",
    ),
    ("beside the date", page(byline="<p>2019-09-07 13:43 参考消息</p>"), "参考消息"),
    ("alone above the date", page(byline="<p>新华社</p><p>2019-09-07 13:43</p>"), "新华社"),
    (
        "signed by person and paper",
        page(byline="<p>石小佳/中国青年报</p><p>2019-09-07 13:43</p>"),
        "中国青年报",
    ),
    ("desk in brackets", page(byline="<p>【聯合報╱記者陳小明／即時報導】</p><p>2019-09-07</p>"), "聯合報"),
    ("desk without a name", page(byline="<p>【華視新聞╱報導】</p><p>2019-09-07</p>"), "華視新聞"),
    ("desk and place", page(byline="<p>【世界日報╱法新社華盛頓9日電】</p><p>2019-09-07</p>"), "世界日報"),
    ("beside a date that cannot be resolved", page(byline="<p>星島日報 – 3小時前</p>"), "星島日報"),
    ("beside a count of days", page(byline="<p>澎湃新闻 2天前</p>"), "澎湃新闻"),
    (
        "a byline opens with it",
        page(byline="<p>新京报 记者 王小明 编辑 李大为</p><p>2020-07-04 12:10</p>"),
        "新京报",
    ),
    ("below the text", page(below="<p>(本文来源：东方网)</p>"), "东方网"),
    ("above beats below", page(byline="<p>来源：某报</p>", below="<p>来源|某地发布</p>"), "某报"),
    ("meta with its label", page(head='<meta name="source" content="来源：河岸晚报">'), "河岸晚报"),
    ("government meta", page(head='<meta name="ContentSource" content="省发改委">'), "省发改委"),
    ("outlet in the author meta", page(head='<meta property="article:author" content="新京报">'), "新京报"),
    ("dispatch", page(text=("某某新区讯 " + TEXT[0], *TEXT[1:])), "某某新区"),
    ("an editor opens with it", page(byline="<p>新京报 编辑 王小明</p><p>2020-07-04 12:10</p>"), "新京报"),
    (
        "for Baidu, hidden",
        page(byline="<p style='display:none'><span id=source_baidu>来源：某周刊</span></p>"),
        "某周刊",
    ),
    (
        "below and in the head beats the site's own name",
        page(
            head='<meta name="source" content="河岸快报">',
            byline="<p>某某网 发布时间：2019-09-07</p>",
            below="<p>来源：河岸快报</p>",
        ),
        "河岸快报",
    ),
    (
        "named by the headline",
        page(
            heading=f"<h1>【河岸新闻】{TITLE}</h1>",
            title=f"【河岸新闻】{TITLE}_某某网",
            byline="<p>2019-09-07 某某宣传部</p>",
            below="<p>来源：河岸新闻</p>",
        ),
        "河岸新闻",
    ),
    ("microblog", page(byline="<p>2019-09-07 来源：新浪微博 作者：王小明</p>"), "新浪微博"),
    ("its address in brackets", page(byline="<p>来源：河岸网（example.cn）</p>"), "河岸网"),
    (
        "under a picture in the text",
        page(text=(TEXT[0], "来源：某某裁判文书网", *TEXT[1:]), below="<p>来源：河岸普法</p>"),
        "河岸普法",
    ),
    ("a desk of the paper", page(byline="<p>娛樂中心／王小明報導</p><p>2019-09-07</p>"), None),
    ("a name that ends like a clause", page(byline="<p>2019-09-07 来源：河岸吧</p>"), "河岸吧"),
    (
        "a label beats who signs, whatever agrees",
        page(
            byline="<p>王小明、李大为/河岸网</p><p>2019-09-07 13:43</p><p>来源：某某新闻</p>",
            text=("河岸网9月7日讯 " + TEXT[0], *TEXT[1:]),
        ),
        "某某新闻",
    ),
    ("literature", page(below="<p>参考来源：河岸智能公众号；CSDN</p>"), None),
    ("column of announcements", page(byline="<p>2019-09-07 | <a href=/category/news>最新公告</a></p>"), None),
    ("empty", page(byline="<p>来源： 作者：王小明</p>"), None),
    ("none", page(byline="<p>2019-09-07 13:43</p>"), None),
    (
        "the title again is no source",
        page(byline="<p>2019-09-07 编辑：</p><p>街长制走进社区 居民办事少跑腿</p>"),
        None,
    ),
]


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in SOURCES], ids=[case[0] for case in SOURCES]
)
def test_sources(source: str, expected: str | None) -> None:
    assert read(source).metadata["source"] == expected


CREDITS = [
    ("byline", page(byline="<p>来源：某报 作者：王小明 编辑：李大为</p>"), {"author": ("王小明",), "editor": ("李大为",)}),
    ("sign-off", page(inside="<p>某报记者 王小明</p>", below="<p>责任编辑：李大为_NF4425</p>"), {"reporter": ("王小明",), "editor": ("李大为",)}),
    ("sign-off inside the text", page(inside="<p>采写：某报记者 王小明 李大为</p><p>责任编辑：</p>"), {"reporter": ("王小明", "李大为")}),
    ("account above its button", page(byline="<p>2019-09-07 13:43</p><p><a href=/u>中国某地发布</a></p><p>关注</p>"), {"author": ("中国某地发布",)}),
    ("account after a dot", page(byline="<p>2019-05-17 · 某地城市报道</p>"), {"author": ("某地城市报道",)}),
    ("编辑 beside 责任编辑", page(inside="<p>编辑 王小明 校对 李大为</p>", below="<p>责任编辑：张三丰</p>"),
     {"copy_editor": ("王小明",), "proofreader": ("李大为",), "editor": ("张三丰",)}),
    ("编辑 alone", page(inside="<p>编辑|王小明</p>"), {"editor": ("王小明",)}),
    ("below the related stories", page(below="<div>延伸阅读</div><p><a href=/1>别的新闻很长很长</a></p><p>本文来源：某报 责任编辑：王小明</p>"), {"editor": ("王小明",)}),
    ("author of a related story", page(below="<div>相关新闻</div><p>别的新闻 作者：王小明</p>"), {}),
    ("hidden byline", page(byline="<div style='display:none'>作者：王小明</div>"), {}),
    ("meta author", page(head='<meta name="author" content="王小明">'), {"author": ("王小明",)}),
    ("meta author of a publishing system", page(head='<meta name="publishedtype" content="1"><meta name="author" content="王小明">'), {}),
    ("meta author of a publishing system, printed", page(head='<meta name="publishedtype" content="1"><meta name="author" content="王小明">', byline="<p>2019-09-07</p><p>王小明 写在老城</p>"), {"author": ("王小明",)}),
    ("for Baidu, hidden", page(byline="<p style='display:none'><span id=author_baidu>作者：王小明</span><span id=editor_baidu>责任编辑：李大为</span></p>"), {"author": ("王小明",), "editor": ("李大为",)}),
    ("for Baidu, the editor twice", page(byline="<p style='display:none'><span id=author_baidu>作者：李大为</span></p>", below="<p>责任编辑：李大为</p>"), {"editor": ("李大为",)}),
    ("column beside the date", page(byline="<p><a href=/category/gonglue>某某攻略</a> 2019-09-07</p>"), {}),
    ("column and account beside the date", page(byline="<p><a href=/ch/a>金融专栏</a><span>某某棱镜</span> <span>2019-09-07 13:43</span></p>"), {}),
    ("person of two characters, printed twice", page(byline="<p><span>2019-09-07</span><span>王明</span></p>", text=("王明", *TEXT)), {"author": ("王明",)}),
    ("the line above a copied 公众号", page(text=("原创 王小明 某某周刊 收录于话题#老城", *TEXT)), {"author": ("王小明",)}),
    ("two names above a copied 公众号", page(text=("原创 王小明 李大为 某某周刊", *TEXT)), {"author": ("王小明", "李大为")}),
    ("a pen name above a copied 公众号", page(text=("原创 青禾 某某周刊 来自专辑老城", *TEXT)), {"author": ("青禾",)}),
    ("the account alone above its text", page(text=("原创 某某周刊 某某周刊", *TEXT)), {}),
    ("nobody above a copied 公众号", page(text=("原创 小编 某某周刊", *TEXT)), {}),
    ("reporter behind the last sentence", page(text=(*TEXT[:2], TEXT[2] + "某某晚报记者 王小明")), {"reporter": ("王小明",)}),
    ("a Latin name of two words beside the date", page(byline="<p><a href=/user/1>Anna Muster</a>2019/09/07</p>"), {"author": ("Anna Muster",)}),
    ("portal in meta author", page(title="街长制走进社区 居民办事少跑腿_网易新闻", head='<meta name="author" content="网易">'), {}),
    ("an editor's label over the heading of other stories", page(below="<div>责任编辑：</div><h3>往期早读</h3>"), {}),
    ("account beside the date, its button at the end", page(byline="<p>半夏 2023-07-15 发布于云南 · 阅读 4.8万 · 关注</p>"), {"author": ("半夏",)}),
    ("who posted, behind the date", page(byline="<p>发表于 2024年3月4日 由 青禾</p>"), {"author": ("青禾",)}),
    ("who posted, before it", page(byline="<p>青禾 发表于 2024-03-04 10:20</p>"), {"author": ("青禾",)}),
    ("who posted, the date in English", page(byline="<p>Posted by Xiaoyu on March 4, 2024</p>"), {"author": ("Xiaoyu",)}),
    ("who posted, a bar and a word between", page(byline="<p>by 林间有鹿 | 发布于 2024-03-04 23:50 | 3 评论</p>"), {"author": ("林间有鹿",)}),
    ("who posted, behind words", page(byline="<p>Posted on 2024年3月4日 by 青禾</p>"), {"author": ("青禾",)}),
    ("a line in English, with its date", page(byline="<p>By Anna Muster, Staff Reporter | March 4, 2024 7:45 pm ET</p>"), {"author": ("Anna Muster",)}),
    ("a bracket of its own behind the text", page(inside="<p>(石桥日报·石桥新闻记者 王小明 通讯员 李大为 报道)</p>"), {"reporter": ("王小明",), "correspondent": ("李大为",)}),
    ("an outlet posted", page(byline="<p>石桥日报 发布于 2024-03-04 10:20</p>"), {}),
    ("a surname that is a week, too", page(byline="<p>周青禾 | 2024-03-04 10:20</p>"), {"author": ("周青禾",)}),
    ("a weekday beside the date", page(byline="<p>2024-03-04 周一 10:20</p>"), {}),
    ("an editor in a list of terms", page(byline="<dl><dt>来源</dt><dd>某某日报</dd><dt>责任编辑</dt><dd>李大为</dd></dl>"), {"editor": ("李大为",)}),
    ("an author in a table", page(byline="<table><tr><th>作者</th><td>青禾居士</td></tr><tr><th>日期</th><td>2024-05-20</td></tr></table>"), {"author": ("青禾居士",)}),
    ("from where an account posted", page(byline="<p><a href=/u>半夏</a></p><p>2023-07-17 18:58 <span>·河南</span></p>"), {"author": ("半夏",)}),
    ("buttons in a box of the author", page(byline="<p>2019-09-07</p><p class=author>分享至FaceBook</p>"), {}),
    ("a service in a box of the author", page(byline="<p>2019-09-07</p><p class=author>Facebook</p>"), {}),
    ("author and a blank", page(byline="<p>作者 王小明</p>"), {"author": ("王小明",)}),
    ("who that is, in a bracket", page(byline="<p>王小明（某某大学历史系教授）</p>"), {"author": ("王小明",)}),
    ("who that is, before the name", page(byline="<p>某某大学教授 王小明</p>"), {"author": ("王小明",)}),
    ("outlet and name", page(byline="<p>某某新聞網 王小明</p>"), {"author": ("王小明",)}),
    ("name and whose reporter", page(byline="<p>王小明 某某中文記者</p>"), {"reporter": ("王小明",)}),
    ("desk, bar and name", page(byline="<p>生活中心／王小明報導</p>"), {"reporter": ("王小明",)}),
    ("desk, name and date in one line", page(byline="<p><span>生活中心／王小明報導</span> <span>2024-03-04 10:20</span></p>"), {"reporter": ("王小明",)}),
    ("desk and nobody", page(byline="<p>國際中心／綜合報導</p>"), {}),
    ("name, place and interview", page(byline="<p>王小明 雲溪專訪</p>"), {"reporter": ("王小明",)}),
    ("name of two and a place before the day", page(byline="<p>中央社記者王明雲溪4日電</p>"), {"reporter": ("王明",)}),
    ("name of four and a place", page(byline="<p>【記者歐陽小燕雲溪報導】</p>"), {"reporter": ("歐陽小燕",)}),
    ("an editor who is nobody", page(below="<p>责任编辑：网站编辑</p>"), {}),
    ("introduced below", page(below="<p>（本文作者王小明为某某大学教授）</p>"), {"author": ("王小明",)}),
    ("a doctor below", page(below="<p>整形外科王小明醫師</p>"), {"author": ("王小明",)}),
    ("introduced without a name", page(below="<p>（作者系某某大学教授）</p>"), {}),
    ("text and pictures at the end", page(text=(*TEXT[:2], TEXT[2] + "（王小明 李大为 文/图）")), {"reporter": ("王小明", "李大为")}),
    ("a pen name behind a circle", page(byline="<p>◎青禾</p>"), {"author": ("青禾",)}),
    ("no pen name behind a triangle", page(byline="<p>△网站截图</p>"), {}),
    ("the editors behind a circle", page(byline="<p>◎编者按</p>"), {}),
    ("author, and who drew the picture", page(byline="<p>◎林見川 圖◎小瓶</p>"), {"author": ("林見川",)}),
    ("a name and how it is written elsewhere", page(byline="<p>萨拉·雨果 (Sarah Hugo)</p><p>2024-03-04</p>"), {"author": ("萨拉·雨果",)}),
    ("names alone under the title", page(byline="<p>王小明</p>"), {"author": ("王小明",)}),
    ("two characters alone may be a word", page(byline="<p>王明</p>"), {}),
    ("an element called the author's", page(byline="<p><span class=post-author>半山听雨</span> <span>2024-03-04</span></p>"), {"author": ("半山听雨",)}),
    ("a name in a box called the author's", page(byline="<div class=author-info><div class=name>半山听雨</div><div>写字的人</div></div>"), {"author": ("半山听雨",)}),
    ("an element for search engines", page(byline="<p><span itemprop=author>Momo</span> <span>2024-03-04</span></p>"), {"author": ("Momo",)}),
    ("label and name in elements of their own", page(byline="<p><span>作者</span><span>青禾</span><span>2024-03-04</span></p>"), {"author": ("青禾",)}),
    ("a link to a person's page", page(byline="<p><a href=/u/12>青禾</a></p><p>2024-03-04</p>"), {"author": ("青禾",)}),
    ("a link to a column before the date", page(byline="<p><a href=/c/1>三楼</a> 2024-03-04</p>"), {}),
    ("two who are marked", page(byline="<p><span class=author>青禾</span></p><p><span class=author>白石</span></p>"), {}),
    ("a pen name of the data, a person", page(head='<script type="application/ld+json">{"@type":"BlogPosting","author":{"@type":"Person","name":"青禾"}}</script>'), {"author": ("青禾",)}),
    ("a person of the elements", page(below='<div itemprop="author" itemscope itemtype="http://schema.org/Person"><meta itemprop="name" content="锅盖侠"><h3>关于作者</h3></div>'), {"author": ("锅盖侠",)}),
    ("who commented is a person, too", page(byline='<p><span itemprop="author"><b itemprop="name">锅盖侠</b></span></p>', below='<div itemprop="author"><b itemprop="name">路人甲</b></div>'), {"author": ("锅盖侠",)}),
    ("whose notes they are", page(head='<meta property="og:site_name" content="青禾的笔记"><script type="application/ld+json">{"@type":"Article","author":[{"@type":"Person","name":"青禾"}]}</script>'), {"author": ("青禾",)}),
    ("the site that is called a person", page(head='<meta property="og:site_name" content="青禾笔记"><script type="application/ld+json">{"@type":"Article","author":[{"@type":"Person","name":"青禾"}]}</script>'), {}),
    ("roles and names in elements", page(byline="<div><span>文字</span><a href=/a>王小明</a></div><div><span>責任編輯</span><a href=/b>李大為</a></div>"), {"author": ("王小明",), "editor": ("李大為",)}),
    ("no role in an element", page(byline="<div><span>文字遊戲</span><a href=/a>王小明</a></div>"), {}),
    ("several persons of the data", page(head='<script type="application/ld+json">{"@type":"BlogPosting","author":[{"@type":"Person","name":"Lin Qinghe"},{"@type":"Person","name":"Bai Shi"}]}</script>'), {"author": ("Lin Qinghe", "Bai Shi")}),
    ("several persons of the data, and another one", page(head='<script type="application/ld+json">{"@type":"BlogPosting","author":[{"@type":"Person","name":"Lin Qinghe"},{"@type":"Person","name":"白石"}]}</script>', byline="<p><span class=author>青禾</span></p>"), {"author": ("白石",)}),
    ("a pen name of the head alone", page(head='<meta name="author" content="青禾">'), {}),
    ("a pen name of the head, printed", page(head='<meta name="author" content="青禾">', byline="<p>2024-03-04 青禾</p>"), {"author": ("青禾",)}),
    ("who told it is not who wrote it", page(byline="<p>口述：王小明 | 采写：李大为</p>"), {"reporter": ("李大为",)}),
    ("editor in meta author", page(head='<meta name="author" content="王小明">', below="<p>责任编辑：王小明</p>"), {"editor": ("王小明",)}),
    ("json-ld person", page(head='<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"王小明"}]}</script>'), {"author": ("王小明",)}),
    ("json-ld organisation", page(head='<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"王朝网"}}</script>'), {}),
    ("the outlet is no author", page(byline="<p>出处：PConline 作者：PConline</p>"), {}),
    ("menu", page(above="<div><a href=/a>记者 王小明</a> <a href=/b>作者：李大为的专栏</a></div>"), {}),
]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in CREDITS], ids=[case[0] for case in CREDITS]
)
def test_credits(source: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert credits(source) == expected


def test_openings_and_closings_have_their_place() -> None:
    text = ("本报讯(记者 王小明 通讯员 李大为)" + TEXT[0], TEXT[1], TEXT[2] + "(张三丰 报道)")
    found = read(page(text=text)).metadata["credits"]
    assert [(c.name, c.role, c.place) for c in found] == [
        ("王小明", Role.REPORTER, Place.OPENING),
        ("李大为", Role.CORRESPONDENT, Place.OPENING),
        ("张三丰", Role.REPORTER, Place.CLOSING),
    ]


def test_a_reposted_line_that_names_nobody() -> None:
    assert list(reposted([Line(Run("原创 \u3000", None), None)])) == []
