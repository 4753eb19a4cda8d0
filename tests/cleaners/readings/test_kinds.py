"""Other kinds of pages: the smallest of each."""

from __future__ import annotations

import pytest

from schemas import Reason
from tests.cleaners.readings.pages import (
    FOOTER,
    LAST,
    LEAD,
    NAVIGATION,
    OTHER,
    SECOND,
    TEXT,
    THIRD,
    TITLE,
    article,
    paragraphs,
    read,
    text_of,
)


def test_forum_thread_opens_with_its_first_post() -> None:
    def post(name: str, line: str) -> str:
        return (
            f"<table class=plhin><tr><td class=pls><a href=/u>{name}</a><p>积分 120</p><p>帖子 33</p></td>"
            f"<td class=plc><em>发表于 2024-5-20 08:00</em><div class=pcb><table><tr><td class=t_f>{line}</td></tr>"
            "</table></div></td></tr></table>"
        )

    body = text_of(
        article("<div id=postlist>" + post("老石", "<br>".join(TEXT)) + post("小桥", SECOND) + "</div>")
    )
    assert body[:4] == TEXT
    assert not any("积分" in line for line in body)


def test_question_page_keeps_question_and_answer() -> None:
    answer = f"<div class=answer><a href=/u>河边人</a><div>{paragraphs([SECOND, THIRD])}</div><span>赞同 12</span></div>"
    page = article(f"<div class=question><div class=detail><p>{LEAD}</p></div>{answer}</div>")
    assert text_of(page)[:3] == [LEAD, SECOND, THIRD]


def test_encyclopaedia_entry_without_its_apparatus() -> None:
    infobox = "<table class=infobox><tr><th>所属</th><td>石桥县</td></tr><tr><th>面积</th><td>88平方公里</td></tr></table>"
    toc = "<div class=toc><a href=#a>1 历史</a> <a href=#b>2 地理</a></div>"
    linked = LEAD.replace("凉亭", "<a href=/t>凉亭</a>").replace("青石", "<a href=/s>青石</a>")
    references = "<ol class=references><li>石桥县志编委会。石桥县志。石桥出版社，1998年。</li></ol>"
    page = article(f"<div>{infobox}<p>{linked}</p>{toc}<h2>历史</h2>{paragraphs(TEXT[1:])}{references}</div>")
    assert text_of(page) == [LEAD, "历史", *TEXT[1:]]


POEM = [
    "河水流过石桥",
    "柳树垂到水面",
    "归来的人",
    "把影子留在桥上",
    "灯一盏一盏亮了",
    "夜晚没有声音",
    "只有桥下的水",
    "还在说着从前",
]


def test_poem_without_punctuation() -> None:
    assert text_of(article("<div class=poem>" + "<br>".join(POEM) + "</div>", title="石桥夜归人")) == POEM


def test_poem_with_punctuation() -> None:
    lines = ["石桥春水绿如烟，", "两岸垂杨系客船。", "莫问归期何处是，", "一灯明灭枕边眠。"]
    assert text_of(article(f"<div>{paragraphs(lines)}</div>", title="石桥春夜寄友人")) == lines


def test_code_article_keeps_its_listing() -> None:
    code = "def walk(river):\n    for stone in river:\n        print(stone)\n1/2\nreturn"
    page = article(f"<div><p>{LEAD}</p><pre><code>{code}</code></pre>{paragraphs(TEXT[1:])}</div>")
    assert text_of(page) == [
        LEAD,
        "def walk(river):",
        "    for stone in river:",
        "        print(stone)",
        "1/2",
        "return",
        *TEXT[1:],
    ]


def test_table_notice_keeps_rows() -> None:
    rows = "".join(f"<tr><td>{i}</td><td>石桥小学</td><td>{i * 10}人</td></tr>" for i in range(1, 5))
    page = article(
        f"<div>{paragraphs(TEXT[:3])}<table><tr><th>序号</th><th>单位</th><th>人数</th></tr>{rows}</table></div>"
    )
    assert text_of(page) == [*TEXT[:3], "序号 单位 人数", *(f"{i} 石桥小学 {i * 10}人" for i in range(1, 5))]


def test_gallery_keeps_captions() -> None:
    captions = [f"第{i}届龙舟赛上，选手们在石桥下奋力划桨，两岸观众齐声加油。" for i in range(1, 6)]
    slides = "".join(f"<li><img src={i}.jpg><p>{line}</p></li>" for i, line in enumerate(captions))
    assert text_of(article(f"<ul class=slides>{slides}</ul>", title="石桥镇龙舟赛图集")) == captions


def test_transcript_keeps_speakers() -> None:
    lines = [
        "主持人：各位网友，大家好。",
        f"李石：{LEAD}",
        "主持人：谢谢。",
        f"李石：{SECOND}",
        f"网友：{THIRD}",
    ]
    assert text_of(article(f"<div>{paragraphs(lines)}</div>")) == lines


def test_government_notice_keeps_its_signature() -> None:
    page = article(
        f"<div>{paragraphs([*TEXT[:3], '石桥镇人民政府', '2024年5月20日'])}</div>", title="关于步道开放的公告"
    )
    assert text_of(page) == [*TEXT[:3], "石桥镇人民政府", "2024年5月20日"]


FOLDS = [
    "剩余60%内容，付费后可阅读全文",
    "登录后继续阅读全文",
    "開通會員後閱讀全文",
    "您的免费阅读额度已用完",
]


@pytest.mark.parametrize("fold", FOLDS)
def test_paywall_fold_truncates(fold: str) -> None:
    reading = read(article(f"<div>{paragraphs(TEXT)}<div><a href=/pay>{fold}</a></div></div>"))
    assert reading.body.truncated
    assert reading.verdict.reason is None


def test_no_fold_no_truncation() -> None:
    assert not read(article(f"<div>{paragraphs(TEXT)}<a href=/app>打开客户端</a></div>")).body.truncated


LISTS = {
    "headlines": "".join(
        f"<li><a href=/{i}>石桥镇第{i}届龙舟赛报名人数再创新高</a> 05-2{i % 9}</li>" for i in range(40)
    ),
    "snippets": "".join(
        f"<li><h3><a href=/{i}>石桥镇第{i}届龙舟赛报名</a></h3><p>第{i}条：{OTHER}</p></li>"
        for i in range(20)
    ),
    "full text links": "".join(
        f"<div class=item><p>第{i}条：{OTHER}…<a href=/{i}>阅读全文</a></p></div>" for i in range(9)
    ),
}


@pytest.mark.parametrize("items", LISTS.values(), ids=LISTS)
def test_listing_is_no_article(items: str) -> None:
    page = f"<title>石桥新闻网_新闻频道</title>{NAVIGATION}<h2>新闻频道</h2><ul>{items}</ul>{FOOTER}"
    assert read(page).verdict.reason in (Reason.LISTING, Reason.TOO_SHORT)


ERRORS = [
    "您访问的页面不存在，请检查地址是否正确。",
    "抱歉，该文章已被删除。",
    "對不起，您要找的網頁找不到了。",
    "404 Not Found",
    "页面走丢了，五秒后返回首页",
]


@pytest.mark.parametrize("text", ERRORS)
def test_soft_404(text: str) -> None:
    verdict = read(
        f"<title>提示信息</title>{NAVIGATION}<div class=msg><p>{text}</p><a href=/>返回首页</a></div>{FOOTER}"
    ).verdict
    assert verdict.reason is Reason.ERROR_PAGE


LOGINS = [
    "您需要登录后才可以查看本页面，没有账号请先注册。",
    "请先登录",
    "您尚未登入，請先登入後繼續瀏覽。",
    "抱歉，您没有权限访问该版块。",
]


@pytest.mark.parametrize("text", LOGINS)
def test_login_wall(text: str) -> None:
    verdict = read(f"<title>提示信息</title>{NAVIGATION}<div class=msg><p>{text}</p></div>{FOOTER}").verdict
    assert verdict.reason is Reason.LOGIN_WALL


def test_an_article_about_deleted_pages_is_an_article() -> None:
    lines = [
        *TEXT,
        "他说，您访问的页面不存在这样的提示，请先登录再看，其实都可以写得更友好一些。",
        LAST,
        LEAD,
    ]
    assert read(article(f"<div>{paragraphs(lines * 2)}</div>", title=TITLE)).verdict.reason is None
