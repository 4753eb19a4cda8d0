"""Who did what: byline fields, openings, closings. Names are made up (合成) or those of public bylines' shapes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import Cleaner
from cleaners.metadata.byline.furniture import without_furniture
from cleaners.metadata.people.bare import bare_credits
from cleaners.metadata.people.credits import (
    _before_affiliation,
    _joined,
    line_credits,
    merged,
    without_glued_place,
)
from cleaners.metadata.people.text import closing_credits, opening_credits
from schemas import Credit, Place, Role


def short(credits: list[Credit]) -> str:
    return " ".join(f"{credit.role.value}:{credit.name}" for credit in credits)


LINES = [
    # one line for each role word, both scripts
    ("作者：王小明", "author:王小明"),
    ("作 者：王小明", "author:王小明"),
    ("文/王小明", "author:王小明"),
    ("文丨王小明", "author:王小明"),
    ("文\\王小明", "author:王小明"),
    ("撰文：王小明", "author:王小明"),
    ("撰稿人：王小明", "author:王小明"),
    ("原创： 王小明", "author:王小明"),
    ("文字：王小明 摄影：李大为", "author:王小明 photographer:李大为"),
    ("本报评论员 王小明", "author:王小明"),
    ("特约评论员：王小明", "author:王小明"),
    ("新京报记者 王小明", "reporter:王小明"),
    ("记者王小明", "reporter:王小明"),
    ("見習記者：陳小明", "reporter:陳小明"),
    ("首席记者 王小明 实习生 李大为", "reporter:王小明 correspondent:李大为"),
    ("采写：南方某报记者 王小明", "reporter:王小明"),
    ("通讯员 王小明", "correspondent:王小明"),
    ("特約通訊員：陳小明", "correspondent:陳小明"),
    ("特约记者：王小明", "reporter:王小明"),
    ("特約記者王小明／專訪", "reporter:王小明"),
    ("特派員王小明／華盛頓報導", "reporter:王小明"),
    ("记者王小明专访", "reporter:王小明"),
    ("记者 王小明 李大为 于成都", "reporter:王小明 reporter:李大为"),
    ("记者 于成龙", "reporter:于成龙"),
    ("摄影：王小明", "photographer:王小明"),
    ("攝影：陳小明", "photographer:陳小明"),
    ("图：王小明", "photographer:王小明"),
    ("编译：王小明", "translator:王小明"),
    ("译者：王小明", "translator:王小明"),
    ("翻譯：陳小明", "translator:陳小明"),
    ("责任编辑：王小明", "editor:王小明"),
    ("責任編輯： 黃艷琴", "editor:黃艷琴"),
    ("责编|王小明", "editor:王小明"),
    ("(责编： 王小明)", "editor:王小明"),
    ("作者：欧阳 小明", "author:欧阳小明"),
    ("作者：歐陽 明 王小红", "author:歐陽明 author:王小红"),
    ("责任编辑人：王小明 PP002", "editor:王小明"),
    ("编 / 王小明", "editor:王小明"),
    ("新编 / 王小明", ""),
    ("【编辑:王小明】", "editor:王小明"),
    ("編輯：陳小明", "editor:陳小明"),
    ("网络编辑：王小明", "editor:王小明"),
    ("编辑 王小明 校对 李大为", "editor:王小明 proofreader:李大为"),
    ("校對：陳小明", "proofreader:陳小明"),
    ("美术编辑：王小明", "copy_editor:王小明"),
    ("审核：王小明", "reviewer:王小明"),
    ("初审：王小明 复审：李大为 终审：张三丰", "reviewer:王小明 reviewer:李大为 reviewer:张三丰"),
    ("一审 王小明", "reviewer:王小明"),
    ("监制：王小明", "reviewer:王小明"),
    ("總編輯：陳小明", "reviewer:陳小明"),
    ("作者:王小明，责任编辑 李大为", "author:王小明 editor:李大为"),
    # glued to the label of the next element, as Hong Kong's pages print it
    ("撰文：陳小欣出版：2026-11-09 08:00更新：2026-11-09 12:30", "author:陳小欣"),
    ("文：陳小欣刊登：2026-11-09", "author:陳小欣"),
    ("責任編輯：陳小欣出版時間：2026-11-09 08:00最後更新：2026-11-09 12:30", "editor:陳小欣"),
    ("撰文：陳小欣上載時間：2026-11-09", "author:陳小欣"),
    ("作者：石桥出版人", "author:石桥出版人"),
    ("作者：王小明 出版：石桥出版社", "author:王小明"),
    # staff codes
    ("责任编辑：王小明_NF4425", "editor:王小明"),
    ("[责任编辑：王小明 PN054]", "editor:王小明"),
    ("责任编辑：王小明_NBJ11143", "editor:王小明"),
    ("责任编辑：NF075(本文来源：某社 )", ""),
    # several names
    ("作者：王小明 李大为", "author:王小明 author:李大为"),
    ("作者：王小明、李大为，张三丰", "author:王小明 author:李大为 author:张三丰"),
    ("记者王小明李大为", "reporter:王小明 reporter:李大为"),
    ("记者张建周长庆", "reporter:张建 reporter:周长庆"),
    ("作者：张 伟 李 明", "author:张伟 author:李明"),
    ("总监制：邹 明", "reviewer:邹明"),
    ("记者： 李 晓 光", "reporter:李晓光"),
    ("綜合報導／許惠敏", "reporter:許惠敏"),
    (
        "作者: Anna Stone Bridge, Ben River, 以及 Carl M. Hill",
        "author:Anna Stone Bridge author:Ben River author:Carl M. Hill",
    ),
    ("记者 张 小河 于 瑶 编辑： 李 小燕", "reporter:张小河 reporter:于瑶 editor:李小燕"),
    ("本报记者　钱学文　孙　莉", "reporter:钱学文 reporter:孙莉"),
    ("编辑：蕭博文", "editor:蕭博文"),
    ("（記者 蘇志文 攝）", "photographer:蘇志文"),
    ("记者 李明文/图", "reporter:李明"),
    ("文/本报记者 王小明 图/本报记者 李大为", "reporter:王小明 photographer:李大为"),
    ("撰稿：通讯员 王小明 通讯员 李大为", "author:王小明 author:李大为"),
    ("记者 其其格 通讯员 萨仁高娃", "reporter:其其格 correspondent:萨仁高娃"),
    ("编辑：桑吉卓玛", "editor:桑吉卓玛"),
    # compound surnames, minority names, foreign names, pen names, accounts
    ("作者：欧阳小明", "author:欧阳小明"),
    ("记者 上官云 歐陽明", "reporter:上官云 reporter:歐陽明"),
    ("作者：艾力·买买提", "author:艾力·买买提"),
    ("作者：John Smith", "author:John Smith"),
    ("作者：枫株湖", "author:枫株湖"),
    ("2016-09-23 21:23 作者:枫株湖  | 14条评论 相关文章 | 我要投稿", "author:枫株湖"),
    ("责任编辑：棒棒不是糖", "editor:棒棒不是糖"),
    ("责任编辑：caoweiye", "editor:caoweiye"),
    ("责任编辑：hy_liuxin", "editor:hy_liuxin"),
    ("编辑：河岸小编 | 来源", "editor:河岸小编"),
    ("作者：河岸阅读", "author:河岸阅读"),
    ("作者：王小明评论", "author:王小明"),
    ("作者：河岸", "author:河岸"),
    ("作者：渡", ""),
    ("作者：石桥老街河岸渡口人家灯火", "author:石桥老街河岸渡口人家灯火"),
    ("作者：石桥老街河岸渡口人家灯火啊", ""),
    ("作者：abcdefghijklmnopqrst", "author:abcdefghijklmnopqrst"),
    ("作者：abcdefghijklmnopqrstu", ""),
    ("作者：-admin-", ""),
    # affiliations
    ("(作者：方敏北京大学经济学院教授)", "author:方敏"),
    ("作者：某研究部部长、研究员徐占忱", "author:徐占忱"),
    ("作者：中国某报记者 王小明", "reporter:王小明"),
    ("作者：健康編輯 王小明　審稿：李大为", "author:王小明 reviewer:李大为"),
    ("作者：枫株湖 编辑 李大为", "author:枫株湖 editor:李大为"),
    ("作者：王小明（某某学院教授）", "author:王小明"),
    ("记者 阿依古丽·买买提 通讯员 央金卓玛", "reporter:阿依古丽·买买提 correspondent:央金卓玛"),
    ("原作者：王小明 译者：李大为", "translator:李大为"),
    ("作者：某某大学历史学院郭小伦", "author:郭小伦"),
    ("作者：河岸阅读记者 王小明", "reporter:王小明"),
    ("作者：王小明 记者 李大为", "author:王小明 reporter:李大为"),
    ("作者：王小明 通讯员 李大为", "author:王小明 correspondent:李大为"),
    ("作者：王小明。", "author:王小明"),
    ("责任编辑：王小明。", "editor:王小明"),
    # where reading ends
    ("记者 昨天 王小明", ""),
    ("记者 王小明 石桥日报 李大为", "reporter:王小明"),
    ("记者 王小明 整理 李大为", "reporter:王小明"),
    ("图/李明摄", "photographer:李明"),
    # furniture and neighbours glued to the value
    ("作者：王小明返回某狐，查看更多", "author:王小明"),
    ("【纠错】 责任编辑： 王小明", "editor:王小明"),
    ("来源：某某网 作者：王小明 编辑：李大为", "author:王小明 editor:李大为"),
    ("2020年11月07日 16:44 來源:廣西新聞網 作者:陳誼傑 編輯:洪妦源", "author:陳誼傑 editor:洪妦源"),
    ("【聯合報╱記者陳小明／即時報導】", "reporter:陳小明"),
    ("【聯合報╱記者陳小明／台北報導】", "reporter:陳小明"),
    ("責任編輯╱陳小明", "editor:陳小明"),
    ("◎ 記者沈小萱/採訪報導", "reporter:沈小萱"),
    ("发布者：王小明", ""),
    ("作者: Maria Example, Sabina Anne Beispiel", "author:Maria Example author:Sabina Anne Beispiel"),
    ("作者：John Smith and Jane Doe", "author:John Smith author:Jane Doe"),
    ("撰文．圖/某某醫學大學附設醫院 整形外科 王小明醫師", "author:王小明"),
    ("责任编辑：王小明主任", "editor:王小明"),
    ("记者 具小明 盖小明 鞠小明", "reporter:具小明 reporter:盖小明 reporter:鞠小明"),
    ("街长在巡查。某报记者 王小明 摄", "photographer:王小明"),
    # nobody
    ("作者：图片已做模糊处理", ""),
    ("作者：未知 责任编辑：", ""),
    ("作者：佚名", ""),
    ("作者：本站", ""),
    ("作者：admin", ""),
    ("（责任编辑：系统管理员）", ""),
    ("作者：中国青年报", ""),
    ("版权声明 来源：某报 时间：2019-09-23 14:34:05 作者：", ""),
    # a place, a company, a sentence is nobody
    ("记者 北京报道", ""),
    ("图/视觉中国", ""),
    ("摄影：某某股份有限公司", ""),
    ("记者 昨日从公安局获悉", ""),
    ("本文作者系某公司员工", ""),
    ("版权归原作者所有", ""),
    ("撰文： 河岸 编辑部", ""),
    ("编辑：heanchina编辑部", ""),
    ("供稿人：王小明", ""),
    ("只看该作者 | 倒序浏览", ""),
    ("SOGO股權更一審 李恆隆勝", ""),
    ("作者：本文仅代表作者个人观点，与本站无关。其原创性未经本站证实", ""),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_lines(line: str, expected: str) -> None:
    assert short(line_credits(line)) == expected


BARE = [
    ("◎王小明", "author:王小明"),
    ("國際中心王小明／綜合報導", "reporter:王小明"),
    ("國際中心／王小明、李大为／綜合報導", "reporter:王小明 reporter:李大为"),
    ("體育中心／王小明整理", "reporter:王小明"),
    ("編譯王小明／綜合報導", "reporter:王小明"),
    ("主播王小明／台北報導", "reporter:王小明"),
    ("王小明整理", ""),
    ("王小明 于北京", "reporter:王小明"),
    ("王小明 于老城", ""),
    ("王小明老城報導", "reporter:王小明"),
    ("王小明 綜合報導 / 泰國", "reporter:王小明"),
    ("河岸電視台 王小明 / 台北報導", "reporter:王小明"),
    ("王小明、李大为／台北報導", "reporter:王小明 reporter:李大为"),
    ("王小明 记者", "reporter:王小明"),
    ("亚当·史密斯（Adam Smith）/文 某刊社区副编辑", "author:亚当·史密斯"),
    ("► 文 观察者网 王小明", "author:王小明"),
    ("►文观察者网王小明", "author:王小明"),
    ("By John Smith, Example Reporter", "author:John Smith"),
    ("Author, 王小明（Xiaoming Wang）", "author:王小明"),
    ("by 王小明 李大为", "author:王小明 author:李大为"),
    ("By John Smith 2024-05-03 08:30", "author:John Smith"),
    ("By John Smith May 3, 2024", "author:John Smith"),
    ("by John Smith on 3 May 2024", "author:John Smith"),
    ("作者, 王小明", "author:王小明"),
    ("河岸人丨文", "author:河岸人"),
    ("佚名丨文", ""),
    ("约翰·史密斯 发自巴黎", "reporter:约翰·史密斯"),
    ("王小明1，李大为2,3*", "author:王小明 author:李大为"),
    ("综合报道", ""),
    ("老城报道", ""),
    ("今日报道", ""),
    ("体育记者", ""),
    ("王小明说，这是一次难得的报道", ""),
    ("据新华社报道", ""),
]


@pytest.mark.parametrize(("line", "expected"), BARE)
def test_bylines_without_a_label(line: str, expected: str) -> None:
    assert short(bare_credits(line)) == expected


PLACES = """
唐山 黄石 金华 张家港 秦皇岛 常熟 江阴 连云港 马鞍山 黄山 温岭 沙田 元朗 楊梅 左營 連江 老城 溪口
""".split()  # noqa: SIM905 - a list of words is read more easily so
REPORTS = (
    "本报记者 王小明 {}报道",
    "記者王小明／{}報導",
    "記者王小明╱{}報導",
    "本报记者 王小明 李大为 {}报道",
    "記者王小明{}報導",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line", REPORTS)
def test_a_place_before_the_report_is_nobody(place: str, line: str) -> None:
    names = {credit.name for credit in line_credits(line.format(place))}
    assert names <= {"王小明", "李大为"}
    assert "王小明" in names


@pytest.mark.parametrize("line", ["记者：谢谢您。", "编辑：结尾再想想。", "记者：您怎么看？"])
def test_a_speaker_and_a_sentence_are_no_credit(line: str) -> None:
    assert line_credits(line) == []


REPORTED = [
    ("记者 王小明 李大为 报道", "王小明 李大为"),
    ("记者 王小明 李大为报道", "王小明 李大为"),
    ("记者 王小明 李大为张三报道", "王小明 李大为 张三"),
    ("记者 王小明 李明报道", "王小明"),
    ("记者 王小明 李明 报道", "王小明 李明"),
    ("记者 王小明 李明综合报道", "王小明 李明"),
    ("记者王小明／李大为报道", "王小明"),
    ("记者李青海报道", "李青海"),
    ("記者歐陽明連雲港報導", "歐陽明"),
    ("记者李明哈尔滨报道", "李明"),
    ("记者欧阳小明唐山报道", "欧阳小明"),
    ("记者欧阳晓芳广州报道", "欧阳晓芳"),
    ("记者王小明李大为报道", "王小明 李大为"),
    ("记者王小明李大为乌鲁木齐报道", "王小明 李大为"),
    ("记者王小明李大为连云港报道", "王小明 李大为"),
    ("记者王小明李大为唐山报道", "王小明 李大为"),
    # 溪口 and 大溪口 are no places that are known
    ("记者王明溪口报道", ""),
    ("记者王小明大溪口报道", "王小明"),
    ("记者王小明大溪口镇报道", ""),
    ("記者王小明大溪口報導", "王小明"),
    ("記者歐陽小燕大溪口報導", "歐陽小燕"),
]


@pytest.mark.parametrize(("line", "names"), REPORTED)
def test_names_and_a_place_before_the_report(line: str, names: str) -> None:
    assert " ".join(credit.name for credit in line_credits(line)) == names


def test_a_compound_surname_is_no_name_before_a_place() -> None:
    assert without_glued_place("歐陽明口", taiwan=True) == "歐陽明口"


@pytest.mark.parametrize(
    ("token", "name"),
    [
        ("方敏北京大学", "方敏"),
        ("方敏某大学", ""),
        ("方敏北京胡同里", ""),
        ("王小明北京大学教授", "王小明"),
        ("欧阳小明北京大学教授", "欧阳小明"),
        ("方敏连云港大学教授", "方敏"),
        ("方敏乌鲁木齐大学教授", "方敏"),
        ("王小明河岸大学教授", ""),
        ("河岸某大学教授", ""),
    ],
)
def test_a_name_before_the_place_where_he_works(token: str, name: str) -> None:
    assert _before_affiliation(token) == name


@pytest.mark.parametrize(
    ("tokens", "joined"),
    [
        (["王", "小强"], ["王小强"]),
        (["王小明", "文", "小强"], ["王小明", "文", "小强"]),
        (["王", "唐山"], ["王", "唐山"]),
        (["甲", "乙", "丙"], ["甲乙", "丙"]),
        (["张", "㐀"], ["张㐀"]),
    ],
)
def test_names_set_with_blanks_inside(tokens: list[str], joined: list[str]) -> None:
    assert _joined(tokens) == joined


OPENINGS = [
    (
        "本报讯(记者 梁小如 通讯员 阮小坚 史小兰)今年以来,",
        "reporter:梁小如 correspondent:阮小坚 correspondent:史小兰",
    ),
    ("廣西新聞網梧州11月7日訊(通訊員 陳小傑)為深入", "correspondent:陳小傑"),
    (
        "(吕小进 崔小昌 通讯员 尹小丽 青岛报道)青岛某街道",
        "reporter:吕小进 reporter:崔小昌 correspondent:尹小丽",
    ),
    ("新华社巴黎12月9日电（记者唐小霁）法国", "reporter:唐小霁"),
    ("新华网长春１２月９日电（记者张建 周长庆）据", "reporter:张建 reporter:周长庆"),
    ("某网1月12日讯 （某报记者 梁小静 通讯员 李小静）日前", "reporter:梁小静 correspondent:李小静"),
    ("本报讯(记者 通讯员 张小婷 陆小仪)伴随", "correspondent:张小婷 correspondent:陆小仪"),
    ("【台灣某報記者潘小羽台北報導】春節期間，", "reporter:潘小羽"),
    ("本报讯 记者 王小明 通讯员 李大为 今年以来，", "reporter:王小明 correspondent:李大为"),
    ("2019年，国际展会（IFA）上，记者看到", ""),
    ("（中央社記者陳小明台北4日電）行政院", "reporter:陳小明"),
    ("本报云河5月9日电 记者王小明报道：今年以来，", "reporter:王小明"),
    ("新华社北京5月9日电（王小明 李大为）今年以来，", "reporter:王小明 reporter:李大为"),
    ("他说（记者注：指甲公司）这很难", ""),
    ("今年以来，全区各项工作稳步推进，成效明显，群众的满意度不断提高，大家都说很好。（记者 王小明）", ""),
]


@pytest.mark.parametrize(("paragraph", "expected"), OPENINGS)
def test_openings(paragraph: str, expected: str) -> None:
    found = opening_credits(paragraph)
    assert short(found) == expected
    assert all(credit.place is Place.OPENING for credit in found)


@pytest.mark.parametrize(
    "opening",
    [
        "〔記者陳小明／高雄報導〕行政院",
        "【記者陳小明台北報導】行政院",
        "（陳小明／綜合報導）行政院",
        "［記者陳小明／高雄報導］行政院",
        "［陳小明／綜合報導］行政院",
        "〖記者陳小明／石橋報導〗行政院",
        "﹝特派記者陳小明／石橋報導﹞行政院",
        "〈記者陳小明／高雄報導〉行政院",
    ],
)
def test_a_bracket_that_signs_is_a_byline(opening: str) -> None:
    assert opening_credits(opening) == [Credit(name="陳小明", role=Role.REPORTER)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "［編按］記者陳小明在場",
        "［圖文］行政院今天表示",
        "「記者陳小明報導」這幾個字，他說了三次",
        "《記者陳小明》是一部電影，報導指出",
    ],
)
def test_a_bracket_that_names_nobody_signs_nothing(paragraph: str) -> None:
    assert opening_credits(paragraph) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("［责任编辑：王小明］", "editor:王小明"),
        ("〈責任編輯：陳小明〉", "editor:陳小明"),
        ("﹝编辑：王小明﹞", "editor:王小明"),
        ("作者：王小明［石桥镇］", "author:王小明"),
    ],
)
def test_a_field_ends_with_its_bracket(line: str, expected: str) -> None:
    assert short(line_credits(line)) == expected


CLOSINGS = [
    ("提升了社会和谐。［记者 王小明］", "reporter:王小明"),
    ("提升了社会和谐。〔王小明 摄〕", "photographer:王小明"),
    ("提升了社会和谐。(陈小龙 报道)", "reporter:陈小龙"),
    ("让金融更好地满足需要。(文/图 刘小东 易小楠)", "author:刘小东 author:易小楠"),
    ("行为。（记者 李小婷/文 通讯员 史小贝/图）", "reporter:李小婷 correspondent:史小贝"),
    ("我卖给谁呢？”文/包小臻", "author:包小臻"),
    ("图为现场。（某某网 王小然 摄）", "photographer:王小然"),
    ("將持續推動。（編輯：李小華）1090704", "editor:李小華"),
    ("实现无缝换新。(李小楠)", ""),
    ("总体趋稳趋优。（某某县发改局）", ""),
    ("老人运动场”。（BBC）", ""),
    ("量化宽松。（完）", ""),
    ("应受访者要求，文中张严为化名。", ""),
]


@pytest.mark.parametrize(("paragraph", "expected"), CLOSINGS)
def test_closings(paragraph: str, expected: str) -> None:
    found = closing_credits(paragraph)
    assert short(found) == expected
    assert all(credit.place is Place.CLOSING for credit in found)


def test_a_byline_beats_an_opening_and_nobody_is_named_twice() -> None:
    opening = Credit(name="王小明", role=Role.REPORTER, place=Place.OPENING)
    byline = Credit(name="王小明", role=Role.REPORTER)
    editor = Credit(name="王小明", role=Role.EDITOR)
    assert merged([opening, byline, editor, byline]) == (byline, editor)


def test_printed_order_is_kept() -> None:
    opening = Credit(name="王小明", role=Role.REPORTER, place=Place.OPENING)
    editor = Credit(name="李大为", role=Role.EDITOR)
    assert merged([opening, editor]) == (opening, editor)


def test_who_writes_is_named_once() -> None:
    author = Credit(name="王小明", role=Role.AUTHOR)
    assert merged([author, Credit(name="王小明", role=Role.CORRESPONDENT, place=Place.OPENING)]) == (author,)
    assert merged([author, Credit(name="王小明", role=Role.REPORTER)]) == (author,)


def test_outlet_and_site_are_nobody() -> None:
    assert merged([Credit(name="PConline", role=Role.AUTHOR)], frozenset({"pconline"})) == ()


def test_half_a_bracket_is_no_name() -> None:
    assert line_credits("文:(1") == []


@given(
    st.text(
        st.sampled_from("作者记者通讯员编辑责任文图摄：:/|（）()王小明李 、，_NF12报道审核来源·"), max_size=80
    )
)
def test_never_raises_and_names_are_clean(text: str) -> None:
    for credit in [*line_credits(text), *opening_credits(text), *closing_credits(text)]:
        assert credit.name == credit.name.strip()
        assert not set(credit.name) & set("：:|（）()、，")


@pytest.mark.parametrize("piece", ["作者：", "记者王", "(记者 ", "王小明 ", "/文", "编辑 ", "（", " "])
def test_cost_is_bounded(piece: str) -> None:
    text = piece * 50_000
    started = time.process_time()
    line_credits(text)
    opening_credits(text)
    closing_credits(text)
    line_credits(text[:300])
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("胖石头4.2k人看过", "胖石头"),
        ("胖石头1.2万阅读", "胖石头"),
        ("胖石頭3w+瀏覽", "胖石頭"),
        ("胖石头 12.5K 次", "胖石头"),
        ("石头4.2", "石头4.2"),
        ("石头2k", "石头2k"),
        ("张万千", "张万千"),
    ],
)
def test_a_counter_ends_a_name(value: str, name: str) -> None:
    assert without_furniture(value) == name


_BELOW = [
    "《石桥》提醒您",
    "煮食不离人",
    "离人要关火",
    "火口旁不放抹布",
    "服务专线：0800-000-000",
    "居家安全",
    "请留意",
]


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        ([], ("石定一",)),
        (_BELOW, ("石定一",)),
        (
            [
                *_BELOW,
                "居家安全的咨询由石桥镇的消防队提供，白天和夜里都有人接听，电话印在每一张水费单的背面，请不要撕掉。",
            ],
            (),
        ),
        (_BELOW * 2, ()),
    ],
    ids=["nothing", "an appendix", "another paragraph", "too much"],
)
def test_who_reported_may_stand_above_an_appendix(below: list[str], authors: tuple[str, ...]) -> None:
    last = "消防人员已拍下现场照片，起火原因仍在调查，三楼的住户暂时住进了镇上的旅馆。（石定一／台中報導）"
    text = "".join(f"<p>{line}</p>" for line in (last, *below))
    lead = (
        "石桥镇今天清晨一栋老公寓三楼传出火警，消防人员在十分钟内扑灭火势，全栋二十三人平安下楼，没有人受伤。"
    )
    html = f"<h1>石桥镇老公寓窜出浓烟</h1><p>2024-05-20 08:00</p><div><p>{lead}</p>{text}</div>"
    assert Cleaner().clean(html).authors == authors
