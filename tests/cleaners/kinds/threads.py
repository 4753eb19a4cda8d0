"""Synthetic (合成) threads in the templates that forums use."""

from __future__ import annotations

from collections.abc import Iterable

OPENING = "老石桥的栏杆松了三处，有谁知道该找哪个部门来修？我上个月打过两次电话，一直没有人来看。"
REPLIES = [
    "找镇里的市政所，电话写在桥头的牌子上。",
    "我也去说过一次，他们讲要等汛期过了才动工。",
    "谢谢楼上，明天再去问问。",
]
SHORT = ["为啥", "收到", "怎么会这样"]
PEOPLE = ["青禾", "河边人", "石匠老李", "青禾"]


def discuz() -> str:
    posts = "".join(
        f"<div id=post_{n}><table><tr><td class=pls><div class=authi><a href='space-uid-{n}.html'>{who}</a></div>"
        f"<p>积分 {n}5</p></td><td class=plc><div class=pi><strong><a>{n}#</a></strong><div class=authi>"
        f"<em>发表于 2024-4-{n} 23:20:45</em> <span>| 只看该作者</span></div></div>"
        f"<div class=pct><table><tr><td class=t_f>{text}</td></tr></table></div><div class=po><a>回复</a> <a>举报</a></div>"
        f"</td></tr></table></div>"
        for n, (who, text) in enumerate(zip(PEOPLE, [OPENING, *REPLIES], strict=True), 1)
    )
    return f"<title>老石桥的栏杆 - 石桥论坛</title><h1>老石桥的栏杆</h1><div id=postlist>{posts}</div>"


def comments() -> str:
    """An opening post in a template of its own, the replies below it."""
    items = "".join(
        f"<div class=comment-item><div class=meta><a href=/user/{n}>{who}</a><span>{n}天前</span></div>"
        f"<div class=content><p>{text}</p></div><div class=act>点赞</div><div class=act>回复</div></div>"
        for n, (who, text) in enumerate(zip(PEOPLE[1:], REPLIES, strict=True), 1)
    )
    return (
        f"<title>老石桥的栏杆</title><h1>老石桥的栏杆</h1><div class=topic><p>{OPENING}</p><p>{OPENING[::-1]}</p></div>"
        f"<div class=comments>{items}</div>"
    )


def answers() -> str:
    """A question whose answers print no time, but the same buttons."""
    items = "".join(
        f"<div class=answer><div class=who><a href=/people/{n}>{who}</a></div><div class=rich><p>{text}</p></div>"
        f"<div class=bar><button>赞同 {n}1</button><button>{n} 条评论</button></div></div>"
        for n, (who, text) in enumerate(zip(PEOPLE, [OPENING, *REPLIES], strict=True), 1)
    )
    return f"<title>老石桥的栏杆该找谁修？</title><h1>老石桥的栏杆该找谁修？</h1><div>{items}</div>"


def nested() -> str:
    """Answers with remarks below them in a shape of their own, most of a word or two."""

    def one(shape: str, who: str, text: str) -> str:
        return (
            f"<div class={shape}><div class=base-info>{who} | 3天前</div><div class=comment-detail>{text}</div>"
            f"<div class=acts><button>回复</button></div></div>"
        )

    items = "".join(
        one("answer", who, text) + one("remark", PEOPLE[0], remark)
        for who, text, remark in zip(PEOPLE[1:], REPLIES, SHORT, strict=True)
    )
    return f"<title>老石桥的栏杆</title><h1>老石桥的栏杆</h1><div class=topic><p>{OPENING}</p><p>{OPENING[::-1]}</p></div>{items}"


def liked() -> str:
    """Posts that print how many liked them, as Discourse does for crawlers."""
    items = "".join(
        f"<div class=topic-body><div class=post-meta><a href=/u/{n}>{who}</a> <time>2024 年4 月 {n} 日</time></div>"
        f"<div class=post><p>{text}</p></div><div><span class=post-likes>{n} 个赞</span></div></div>"
        for n, (who, text) in enumerate(zip(PEOPLE, [OPENING, *REPLIES], strict=True), 1)
    )
    return f"<title>老石桥的栏杆</title><h1>老石桥的栏杆</h1><div>{items}</div>"


def numbered() -> str:
    """Posts that print a time and a floor, side by side in boxes of one shape."""
    items = "".join(
        f"<div class=item><div class=author><a href=/userinfo?id={n}>{who}</a></div><div class=publish><ul>"
        f"<li>2024-04-0{n} 10:20</li><li>#{n}</li></ul><article>{text}</article><button>引用</button></div></div>"
        for n, (who, text) in enumerate(zip(PEOPLE, [OPENING, *REPLIES], strict=True), 1)
    )
    return f"<title>老石桥的栏杆</title><h1>老石桥的栏杆</h1>{items}"


SIGNED = ["慢慢走，欣赏啊", "我的主页，有空来坐", "人间有味是清欢。", "山高水长，后会有期！"]


def _page(head: str, items: Iterable[str]) -> str:
    title = f"<title>老石桥的栏杆 - 石桥论坛</title><h1>老石桥的栏杆</h1>{head}"
    return f"{title}<div>{''.join(items)}</div><div class=footer>关于我们 版权所有</div>"


def _posts() -> list[tuple[int, str, str]]:
    return [(n, who, text) for n, (who, text) in enumerate(zip(PEOPLE, [OPENING, *REPLIES], strict=True), 1)]


def linked() -> str:
    """Comments whose time is a link to themselves, as Typecho and WordPress print it."""
    items = (
        f"<li class=comment><b class=fn>{who}</b> <span>说道：</span><div class=meta><a href=#c{n}>2024年4月{n}日 上午9:1{n}</a>"
        f"</div><div class=comment-content><p>{text}</p></div><div class=reply><a>回复</a></div></li>"
        for n, who, text in _posts()[1:]
    )
    return _page(f"<div class=post><p>{OPENING}</p></div>", items)


def phpbb() -> str:
    """phpBB's template: `由 某某 » 2024-04-01, 09:30`."""
    items = (
        f'<div id=p{n} class="post bg2"><div class=inner><div class=postbody>'
        f"<p class=author>由 <strong>{who}</strong> » 2024-04-0{n}, 09:30</p>"
        f"<div class=content>{text}</div><div class=signature>{SIGNED[n - 1]}</div></div></div></div>"
        for n, who, text in _posts()
    )
    return _page("", items)


def hashed() -> str:
    """Class names that say nothing, and a time beside an unlinked name."""
    items = (
        f"<div class=_3k><div class=_7y><div class=_0p><span>{who}</span> <span>2024-04-0{n} 08:30</span></div>"
        f"<div class=_8u><div>{text}</div></div><div class=_6h>{n}</div></div></div>"
        for n, who, text in _posts()
    )
    return _page("", items)


def signed() -> str:
    """Names at a fixed place, signatures below a rule and in a box, times of registration."""
    items = (
        f"<table class=line><tr><td class=row><b>{who}</b><br>会员<br>注册时间: 2005-03-0{n}<br>威望: {n} 点</td><td class=row>"
        f"<table><tr><td>发表于: 2024-04-0{n} 08:30</td></tr><tr><td>{text}<br>_____________<br>{SIGNED[n - 1]}</td></tr>"
        f"</table><div class=signature>{SIGNED[-n]}</div></td></tr></table>"
        for n, who, text in _posts()
    )
    return _page("", items)


def mailed() -> str:
    """The shape of a BBS: heads of mail, quotations and the origin in the text."""
    items = (
        f"<table class=article><tr><td class=who><a href=/user/u{n}>{who}</a></td><td>第{n - 1}楼</td></tr><tr><td class=body><p>"
        f"发信人: {who} (昵称), 信区: Bridge<br>标&nbsp;&nbsp;题: Re: 老石桥的栏杆<br>"
        f"发信站: 石桥站 (2024年04月0{n}日08:30:12), 站内<br>{text}<br>"
        f"{f'【 在 {PEOPLE[0]} 的大作中提到: 】<br>: {OPENING}<br>' if n > 1 else ''}--<br>※ 来源:·石桥站 [FROM: 10.0.0.*]"
        f"</p></td></tr></table>"
        for n, who, text in _posts()
    )
    return _page("", items)


def behind() -> str:
    """A floor behind the name, no time."""
    items = (
        f"<li><span>{who}</span><span>{n - 1}楼</span><div>{text}</div><a>赞({n})</a> <a>回复</a></li>"
        for n, who, text in _posts()[1:]
    )
    return _page(f"<div class=lz><span>{PEOPLE[0]}</span> 楼主<div>{OPENING}</div></div>", items)


def flat() -> str:
    """No box around a post."""
    return _page(
        "", (f"<h3>{who} <small>2024-04-0{n} 08:30</small></h3><p>{text}</p>" for n, who, text in _posts())
    )


def accepted() -> str:
    """The accepted answer in a template of its own above the others."""
    (_, who, text), *others = _posts()[1:]
    items = (
        f"<div class=bd><div class=who><a href=/u/{n}>{one}</a><span>2024-04-0{n}</span><p>回答量：{n}3</p></div>"
        f"<div class=answer-text>{said}</div><a>评论</a></div>"
        for n, one, said in others
    )
    signed = f"<div><a href=/u/9>{who}</a> <span>2024-04-02 采纳</span></div>"
    best = f"<div class=best>{signed}<div class=best-text>{text}</div></div>"
    return _page(f"<div class=ask>{OPENING}</div><div>我来答</div><div>3个回答</div>{best}", items)


STOREYS = (
    ["楼主", "沙发", "板凳", "地板"],
    ["楼主", "二楼", "三楼", "四楼"],
    ["樓主", "第二樓", "第三樓", "第四樓"],
)


def storeyed(floors: list[str], inner: str = "") -> str:
    """Floors in words before the names, no time; `inner` is a box that the opening post alone has."""
    box = f"<div class={inner}>" if inner else "<div>"
    heads = (f"<div class=who>{floor}：{who}</div>" for floor, who in zip(floors, PEOPLE, strict=True))
    first, *others = (
        f"{head}<div class=said>{text}</div>" for head, text in zip(heads, [OPENING, *REPLIES], strict=True)
    )
    opening = f"<div class=fl>{box}{first}</div></div>" if inner else f"<div class=fl>{first}</div>"
    return _page("", [opening, *(f"<div class=fl>{other}</div>" for other in others)])


def counted(heading: str) -> str:
    """A question in a template of its own, a heading that counts the answers, and a button with a count below each."""
    items = (
        f"<div class=one><div class=who>{who} · 石桥</div><p>{text}</p><div>赞同 {n}04</div></div>"
        for n, who, text in _posts()[1:]
    )
    return _page(f"<div class=ask><p>{OPENING}</p></div><button>写回答</button><h4>{heading}</h4>", items)
