"""Synthetic (合成) pages: the smallest that show one thing."""

from __future__ import annotations

from cleaners.reading import Reading, read_html

TITLE = "石桥镇新修步道全线开放"
LEAD = "石桥镇沿河步道昨日全线开放，全长四公里，沿途设有三处凉亭和两座观景台。"
SECOND = "镇里的工程负责人说，步道用的是本地青石，雨天不滑，老人和孩子都能放心走。"
THIRD = "施工从去年秋天开始，中间因为汛期停了两个月，今年五月才重新铺完最后一段。"
LAST = "附近的居民告诉记者，傍晚来散步的人比以前多了一倍，河边又热闹起来了。"
TEXT = [LEAD, SECOND, THIRD, LAST]
OTHER = "城东图书馆将于下月延长开放时间，周末开到晚上九点，市民可以凭身份证入馆。"

NAVIGATION = "<ul class=nav>" + "".join(f"<li><a href=/c{i}>频道{i}</a></li>" for i in range(9)) + "</ul>"
FOOTER = "<div class=footer><a href=/about>关于我们</a> 版权所有 石桥新闻网 备案号 00000000</div>"


def paragraphs(lines: list[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines)


def article(inner: str, title: str = TITLE, before: str = "", after: str = "", head: str = "") -> str:
    """A page around a body: navigation, heading, dateline, body, and what follows it."""
    return (
        f"<html><head><title>{title}_石桥新闻网</title>{head}</head><body>{NAVIGATION}{before}"
        f"<h1>{title}</h1><div>2024-05-20 08:00 来源：石桥日报</div>{inner}{after}{FOOTER}</body></html>"
    )


def read(source: str) -> Reading:
    return read_html(source, encoding=None)


def text_of(source: str) -> list[str]:
    """The paragraphs found in a page."""
    return list(read(source).body.paragraphs)
