"""Lines that ask the reader to scan, follow, download or read on elsewhere."""

from __future__ import annotations

import re

from cleaners.lexicon import any_of, filled
from cleaners.readings.noise.line import Line, each, line

CALLS: tuple[Line, ...] = (
    line("promotion", 60, 60,
        r"^[^\w“「『]{0,4}(?:<calls.urges>|[点按]我|[点按]此|现在就){0,2}(?:加入?|追踪|订阅|关注)(?:我们|本[报站刊台]|[^，。？“「]{0,8}?)的?\s?"
        r"(?:官方\s?)?(?:<calls.about_networks>|<calls.channel>)\s?(?:<calls.joined>)?[，,！!～~\s]{1,2}[^。“「]{0,8}<calls.gained>"
        r"[^。，]{0,16}[。！!～~]?$", True),
    line("promotion", 60, 60,
        r"^[^\w“「『]{0,4}(?:<calls.drawn>[^。“「]{1,24}[？?，,！!]\s?)(?:<calls.urges>){0,2}(?:加入?|追踪|按赞|订阅|关注)"
        r"(?:(?:我们|本[报站刊台])[^。，]{0,8}(?:<calls.about_networks>|<calls.channel>)|(?:(?:我们|本[报站刊台])[^。，]{0,8})?<calls.joined>)"
        r"[^。，]{0,16}[。！!～~]?$", True),
    line("promotion", 60, 220,
        r"(?:加入|按赞|关注|欢迎).{0,16}粉丝[团专页]|粉丝(?:团|专页|页).{0,20}(?:按赞|加入|关注|赞)|"
        r"^.{0,12}(?:Facebook|脸书).{0,16}(?:专页|粉丝)", True),
    line("promotion", 60, 60, r"需要?支付.{0,16}(?:后|才).{0,3}<calls.paid_for>"),
    line("promotion", 0, 160,
        r"^.{0,8}阅读.{0,4}文章?(?:之?前|的同时)[，,].{0,4}(?:麻烦|诚邀|邀请|请|劳烦|希望|辛苦).{0,12}(?:点|关注)|"
        r"^(?!\W{0,3}\w{0,4}<calls.matter>).{0,30}(?:请|欢迎|记得|一定要)(?:大家|您|在?微信)?"
        r"<calls.follow>[^。]{0,24}<calls.named_account>", True),
    line("promotion", 50, 160,
        each("calls.scan", ".{0,24}<calls.scanned>") + "|" + each("calls.follow", ".{0,20}<calls.account>")),
    line("promotion", 60, 220,
        each("calls.network", ".{0,30}<calls.like>")
        + r"|按此 ?Like|加入.{0,12}粉丝|成为.{0,12}粉丝|立即<calls.at_once>"),
    line("promotion", 30, 80,
        each("calls.fetch", ".{0,16}(?:客户端|[Aa][Pp][Pp])")
        + r"|(?:客户端|A[Pp][Pp])下载|手机(?:访问|上?看|浏览).{0,20}(?:网|新闻)|欢迎<calls.welcome>|"
        r"热线.{0,6}[:：]|爆料.{0,6}[:：]|投稿邮箱"),
    line("promotion", 60, 60,
        r"^\W{0,2}\d{0,2}[、.]?\s?(?:后台)?回复(?:关键[词字])?\s?[【\[“「].{1,16}[】\]”」]|^.{0,16}公众号$"),
    line("promotion", 40, 60,
        r"点击?(?:上方|下方|顶部)?.{0,4}(?:蓝字|名片|卡片).{0,8}(?:关注|订阅)|订阅.{0,10}<calls.letter>"),
    line("promotion", 60, 60, r"[点戳]击?(?:右下角|文末|下方)?的?[【\[「“]?在看|"
        r"^(?!.*(?:让我们|[给为替向](?!我|小编|作者|文章|本|个)[^，。]{1,16}点))"
        r".*(?<![获受引被])点个?(?:在看|赞)|请关注[:：]"),
    line("promotion", 0, 60, r"尽在[^。]{0,16}(?:客户端|[Aa][Pp][Pp])[。！]?$", True),
    line("promotion", 60, 80,
        r"[？?！!]\W{0,3}(?:点击|点此|戳这?里?|扫码|长按)(?:这里|此处|下方|链接|图片|按钮)?(?:即可|就能|立即)?"
        r"(?:进入|打开|前往|参与|参加|开始)\w{0,6}<calls.play>[!！~～>»→\s]{0,3}$", True),
    line("promotion", 60, 80, r"<calls.voucher>[，,！!\s]{0,2}(?:点击|立即|马上|扫码|限时|免费)领取?[!！~～>»→\s]{0,3}$", True),
    line("more", 40, 80, r"^[\[【>\s]*<calls.open>.{0,30}<calls.opened>"),
    line("more", 40, 80,
        each("calls.on", ".{0,30}$")
        + r"|更多.{0,20}(?:请|敬请)<calls.had_by>|返回.{0,8}(?:首页|搜狐|频道)|[(（]点击.{0,30}[)）]$"),
    line("more", 0, 80, r"^\W{0,3}更多[^。]{0,24}请(?:上|到|至|锁定|<calls.had_by>)", True),
    line("promotion", 0, 80, r"^\W{0,3}下载[^，。]{0,20}[Aa][Pp][Pp]\W.{0,12}(?:不漏接|不错过|更多|第一时间)", True),
    line("promotion", 60, 80,
        r"^\W{0,3}<calls.fetch_now>{1,2}下载[^，。]{0,20}(?:[Aa][Pp][Pp]|客户端)(?!后)[^。]{0,4}"
        r"[，,！!：:\s][^。]{0,12}<calls.fetched_for>[^。]{0,30}[。！]?$", True),
    line("promotion", 0, 120, r"^(?=.*\d[\d -]{5}).{0,20}<calls.gift>.{0,80}$"),
    line("promotion", 0, 60,
        r"请(?:赞助|支持|捐助|奉献)[^，。]{0,6}《[^》]{2,16}》\W?$|^\W{0,2}(?:赞助|支持)《[^》]{2,16}》.{0,24}支持\W?$|"
        r"^(?:了解|关注|认识)《[^》]{2,12}》\w{0,8}$"),
    line("promotion", 0, 80, r"^\W{0,3}立即<calls.at_once_whole>[^。]{0,40}[。！]?$", True),
    line("promotion", 0, 60,
        r"^(?=.*<calls.begs>)[^。]{0,24}(?:<calls.hand>[^。]{0,12}){2,6}[。！~～]?$|"
        r"^[^。]{0,24}(?:请|欢迎|记得)[^，。]{0,8}在?(?:评论|留言)区[^。]{0,12}[。！]?$", True),
    line("promotion", 0, 160, r"(?:麻烦|诚邀|劳烦|辛苦)[您你]?[^，。]{0,12}点[^，。]{0,12}关注", True),
    line("promotion", 0, 80,
        r"^\W{0,3}<calls.work>不易[，,！!。](?=.*(?:<calls.begs>|<calls.hand>|抄袭|转载|支持))[^。]{0,50}[。！]?$", True),
    line("promotion", 0, 40, r"^文末(?:附|还?有)?<calls.treat>|^\W{0,3}还没有人<calls.given>"),
    line("promotion", 0, 40, r"^\W{0,3}还没有人<calls.given>\W{0,3}(?:快来|抢|来)?[^。]{0,6}第一个", True),
    line("promotion", 0, 400,
        r"^[【\[(（“]?(?:关于|About)\s?[^】\])）”：:。，]{2,16}(?:[】\])）”]|[:：])(?=.{0,300}<calls.urged>)"
        r".{0,300}<calls.lead_to>", True),
    line("promotion", 40, 40, r"^\W{0,3}(?:打开|进入|前往)[^，。：]{2,8}?(?:查看|观看|收听|阅读)<commands.thing>{1,3}\W{0,3}$"),
    line("promotion", 40, 40, r"^◤.{1,32}◢$"),
    line("promotion", 0, 60, r"LINE ?@(?=.*(?:推播|好友|加入|追踪|订阅|不漏接))|加入 ?LINE ?@"),
    line("promotion", 0, 60, r"都在 \S{1,8} ?(?:客户端|[Aa][Pp][Pp])[。！]?$"),
)  # fmt: skip  # laid out for reading

KINDS = {
    "scanning": False, "codes": True, "following": False, "accounts": True, "programs": False, "more": False,
    "buttons": False, "hot_lines": True, "networks": True,
}  # fmt: skip  # laid out for reading
"""Kinds of words of promotion, and whether one of the kind may open a call; a manual, too, says 打开, 点击 and 更多."""
_TOKENS = re.compile("|".join(f"(?P<{kind}>{any_of(f'calls.about_{kind}')})" for kind in KINDS))
_OPENERS = {kind for kind, opens in KINDS.items() if opens}
_ASKS = re.compile(filled("<calls.asks>|关注(?!的)"))
_BRIEF = 160
"""Characters of the longest call."""
_CALLED = 6
"""Characters before the first word of promotion: the name of the paper, 请, 如果您想."""
_CALLS = 3
"""Different words of promotion that no sentence of an article holds."""


def is_call(folded: str) -> bool:
    """A sentence that opens with a word of promotion, holds several kinds of them, and speaks to the reader."""
    found = list(_TOKENS.finditer(folded)) if len(folded) <= _BRIEF else []
    kinds = {word.lastgroup for word in found}
    if len(kinds) < _CALLS or not kinds & _OPENERS:
        return False
    return found[0].start() <= _CALLED and _ASKS.search(folded) is not None


def turns_to_reader(folded: str) -> bool:
    """It asks the reader for something, or holds a word of promotion: hardly where an article goes on."""
    return _ASKS.search(folded) is not None or _TOKENS.search(folded) is not None
