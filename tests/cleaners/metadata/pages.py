"""Synthetic pages (合成) that the real reading runs on."""

from datetime import datetime

from cleaners.reading import Reading, read_html, read_lines

TEXT = (
    "今年以来，该区结合实际大胆探索，推出了街长制工作模式，解决困扰基层的难题，为基层干部松绑减负，得到居民的一致好评。",
    "走进大塘街道，街长们正在巡查。他们介绍，接到居民反映后，街道办立即召集有关部门到社区开会，共同商讨整改方案，限期落实。",
    "下一步，该区将总结经验，完善机制，把好事办好、实事办实，不断增强群众的获得感、幸福感、安全感，推动工作再上新台阶。",
)
TITLE = "街长制走进社区 居民办事少跑腿"


def page(
    *,
    title: str = f"{TITLE}_某某网",
    head: str = "",
    above: str = "",
    heading: str = f"<h1>{TITLE}</h1>",
    byline: str = "",
    text: tuple[str, ...] = TEXT,
    inside: str = "",
    below: str = "",
) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><div class=nav><a href=/>首页</a><a href=/a>新闻</a></div>"
        f"{above}<div class=main>{heading}{byline}<div class=content>{body}{inside}</div>{below}</div>"
        "<div class=footer>版权所有 某某网</div></body></html>"
    )


def read(source: str, *, url: str | None = None, fetched_at: datetime | None = None) -> Reading:
    return read_html(source, encoding=None, url=url, fetched_at=fetched_at)


def lines(*text: str) -> Reading:
    return read_lines("\n".join(text))
