"""Synthetic (合成) threads in the templates that forums use."""

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
