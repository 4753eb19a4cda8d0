"""Invented pages of repeated boxes, in frames of many shapes: lists of headlines, snippets, results, topics; and threads, which
have posts instead. All synthetic (合成).

Their headlines and texts are those of the articles of `genres.txt`, so that no word tells them from articles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.genre_pages import genre_pages

COUNT, THREADS = 120, 40
"""Lists and threads that are made."""
_POSTS = (
    "<div class=post><a href=/u/{n}>{name}</a><span>发表于 {date} 10:2{n}</span><div class=content>{text}</div></div>",
    "<li><b>{name}</b> <em>{ago}天前</em><p>{text}</p><span>回复</span><span>点赞</span></li>",
    "<div class=reply><div class=info>{n}楼 {name} {date}</div><p>{text}</p></div>",
    "<table><tr><td>{name}</td><td><div>{date} 09:0{n}</div><div class=t_msg>{text}</div></td></tr></table>",
    "<section><h4>{name}</h4><div class=text>{text}</div><div class=act>赞同 {ago}</div><div>评论</div></section>",
)
_LINKS = (
    '<a href="/n/{n}.html">{text}</a>',
    "<a>{text}</a>",
    '<span class=link onclick="go({n})">{text}</span>',
)
"""How a headline leads to its story: by an address, by a script, by nothing that is printed."""
_ENTRIES = (
    "<li>{link}<span>{date}</span></li>",
    "<li><h3>{link}</h3><p>{snippet}</p><span>{date}</span></li>",
    "<div class=item><h4>{link}</h4><div class=sum>{snippet}</div><div class=meta>{source} {date}</div></div>",
    "<tr><td>{n}</td><td>{link}</td><td>{date}</td></tr>",
    "<dl><dt>{link}</dt><dd>{snippet}</dd></dl>",
    "<article><h2>{link}</h2><time>{date}</time><p>{snippet}</p></article>",
    "<p>{link}　{date}</p>",
    "<div>{source}　{date}<br>{link}<br>{snippet}</div>",
)
_HEADS = {
    "list": (
        "<h1>{topic}</h1>",
        "<div>当前位置：首页 &gt; {topic}</div>",
        "<h2>{topic}</h2><p>共{total}篇</p>",
    ),
    "channel": ("<h1>{topic}频道</h1><p>{intro}</p>", "<div class=top><h2>{topic}</h2></div>"),
    "search": (
        "<h1>搜索结果</h1><p>为您找到与“{topic}”相关的结果约{total}条</p>",
        "<form><input value={topic}><button>搜索</button></form><p>共检索到 {total} 条记录，用时0.02秒</p>",
    ),
    "tag": (
        "<h1>#{topic}</h1><p>{intro}</p><p>{total}篇文章 · {fans}人关注</p>",
        "<h1>标签：{topic}</h1>",
        "<h1>{topic}相关新闻</h1><p>提供{topic}的最新报道、图片与评论。</p>",
    ),
    "home": (
        "<div class=logo>{site}</div><div>{intro}</div>",
        "<h1>{site}</h1><p>欢迎光临本站，今天是2022年3月4日</p>",
    ),
    "user": ("<h1>{name}</h1><p>粉丝 {fans} 文章 {total}</p><p>{intro}</p>",),
}
_TITLES = {
    "list": "{topic}_{site}",
    "channel": "{topic}频道 - {site}",
    "search": "{topic} - 站内搜索 - {site}",
    "tag": "{topic}_标签_{site}",
    "home": "{site}",
    "user": "{name}的主页 - {site}",
}
_TOPICS = (
    "石桥",
    "老城改造",
    "通知公告",
    "读书",
    "河东见闻",
    "交通",
    "家常菜",
    "政策法规",
    "副刊",
    "招生信息",
)
_NAMES = ("青禾", "河边人", "阿木", "山里人家")
_INTROS = (
    "老城改造已经进行了三年，这里汇集本站关于它的全部报道，随时更新。",
    "关心身边的人和事，每天早上八点更新。",
    "石桥镇位于青川江畔，以三座老桥得名，近年来旅游业发展很快，每年春天都有许多游客前来。",
)
_MORE = ("<div>上一页 1 2 3 … 20 下一页</div>", "<div>加载更多</div>", "")


@dataclass(frozen=True, slots=True)
class ListPage:
    """One invented page, by its number."""

    number: int
    kind: str
    html: str


def list_pages() -> Iterator[ListPage]:
    """The pages, the same ones in each run."""
    stories = [(page.title, page.lines[0]) for page in genre_pages() if page.kind == "article"]
    for number in range(COUNT):
        chance = random.Random(number)
        kind = chance.choice(sorted(_HEADS))
        yield ListPage(number, kind, _page(chance, kind, stories))
    for number in range(COUNT, COUNT + THREADS):
        yield ListPage(number, "thread", _thread(random.Random(number), stories))


def _thread(chance: random.Random, stories: list[tuple[str, str]]) -> str:
    (title, opening), *replies = chance.sample(stories, chance.randint(3, 9))
    form = chance.choice(_POSTS)
    posts = "".join(
        form.format(
            n=number,
            name=chance.choice(_NAMES),
            date=f"2022-03-{number + 10}",
            ago=chance.randint(1, 30),
            text=text[: chance.choice((20, 40, 80))],
        )
        for number, (_, text) in enumerate([("", opening), *replies] if chance.random() < 0.5 else replies)
    )
    topic = "" if opening in posts else f"<div class=topic><p>{opening}</p></div>"
    return f"<html><head><title>{title}_河畔社区</title></head><body><h1>{title}</h1>{topic}{posts}</body></html>"


def _page(chance: random.Random, kind: str, stories: list[tuple[str, str]]) -> str:
    names = {
        "topic": chance.choice(_TOPICS),
        "site": chance.choice(("石桥网", "青川日报", "河畔社区")),
        "name": chance.choice(_NAMES),
        "intro": chance.choice(_INTROS),
        "total": str(chance.randint(8, 3000)),
        "fans": str(chance.randint(8, 90000)),
    }
    link, entry = chance.choice(_LINKS), chance.choice(_ENTRIES)
    long = chance.choice((30, 60, 120))
    entries = [
        _entry(chance, number, link, entry, title, text[:long] + chance.choice(("", "...", "…")))
        for number, (title, text) in enumerate(chance.sample(stories, chance.randint(3, 15)))
    ]
    head = chance.choice(_HEADS[kind]).format_map(names)
    title = _TITLES[kind].format_map(names)
    menu = chance.choice(
        ("", "<nav>首页 新闻 视频 图片 论坛</nav>", "".join(f"<a href=/c{i}>频道{i}</a> " for i in range(8)))
    )
    return (
        f"<html><head><title>{title}</title></head><body>{menu}{head}<div class=list>{''.join(entries)}</div>"
        f"{chance.choice(_MORE)}<footer>版权所有 {names['site']}</footer></body></html>"
    )


def _entry(chance: random.Random, number: int, link: str, entry: str, title: str, snippet: str) -> str:
    date = f"2022-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    linked = link.format(n=number, text=title)
    return entry.format(
        n=number, link=linked, snippet=snippet, date=date, source=chance.choice(("石桥日报", "本站", "网络"))
    )
