"""What a page says when its text is over: that it is, what the reader may do for it, and where more is to be had.

Such lines stand in paragraphs like those of the text. Each pattern is held to its beginning and to a second sign, and none takes
a line that tells of somebody."""

from __future__ import annotations

import re

from cleaners.lexicon import filled
from cleaners.readings.noise.line import Line, line

_SIGNS = re.compile(
    "[赞群]|关注|在看|转发|分享|收藏|星标|留言|评论|小编|本[站网]|加入|微信|为大家|给大家|[为给][您你]|到此|帮助|"
    "追踪|订阅|小程序|原文|卡片|名片|视频号|合作|投放|洽谈|会员|捐款|小额|定期|扩散|支持|喜欢|鼓励我|推荐|下载|搜索|领取|备注|拉[你您]|编辑为|敬请|点个|"
    "更多|动力|三连|打开|按[此这]|点这|下期|打赏|红心|爱心|好友"
)
"""A word that every closing holds."""
_OTHERS = re.compile(filled("(?<!其)他|<calls.others>"))

_NOTICE = r"(?!.*<calls.matter>)"
"""A notice says in such words how to take part, which is its text."""
_FINE = r"[。！!~～…\s]{0,4}$"
_YOU = r"(?:您|你|大家|各位)?"

CLOSINGS: tuple[Line, ...] = (
    line("promotion", 0, 200,
        r"^\W{0,3}(?:\w{1,3}[，,])?(?:(?:关于|对于|有关)[^。]{1,40}[，,])?以上(?:就|便|即|内容|这些){0,2}(?:是|为)"
        r"(?!.*<calls.spoken>)(?:(?=[^。]*<calls.served>)(?=.*<calls.wished>)|(?=[^。]*<calls.whole>)(?=.*<calls.house>))"
        r".{1,200}$", True),
    line("promotion", 0, 200,
        r"^\W{0,3}(?:\w{1,3}[，,])?(?=今天|本[期次篇文]|这[篇期]|到此|关于|文章)(?!.*<calls.spoken>)[^。]{0,60}"
        r"(?:<calls.told>(?:这里|这儿|这|此)|到此结束)(?=.*(?:<calls.wished>|<calls.thanks>)).{1,120}$", True),
    line("promotion", 0, 160,
        r"^\W{0,3}希望(?:以上|本文|这篇|上述)[^。，]{0,16}(?:帮助|帮到)(?=.*<calls.house>).{1,120}$", True),
    line("more", 0, 120,
        rf"^{_NOTICE}\W{{0,3}}(?:如果?|若|要是)?{_YOU}还?(?:想|需|欲)要?(?:继续|进一步)?<calls.learn>[^。]{{0,30}}"
        rf"(?:请|敬请|欢迎|记得)(?:继续|持续|多多|您|大家|锁定|点击){{0,2}}<calls.go>[^。]{{0,30}}{_FINE}", True),
    line("promotion", 0, 160,
        r"^(?=.*<calls.missed>)[^。]{0,60}?(?:(?:设|加|标)(?:置|上|个)?[为成]?|^)\W{0,4}星标", True),
    line("promotion", 0, 120,
        rf"^{_NOTICE}\W{{0,3}}(?:<calls.urges>{_YOU}|(?:想|感兴趣|有需要|需要)[^，。]{{0,14}}[，,])?"
        r"(?:[^，。]{0,10}群[^，。]{0,6}[，,])?(?!.*后[，,])(?:添?加|搜索|扫码|扫描|长按|识别)"
        r"(?=.*(?:微信|[Vv][Xx]|QQ|码|群))(?=.*<calls.group>).{1,110}$", True),
    line("promotion", 0, 60,
        r"^\W{0,3}(?:进|入|加)群(?:方式|方法|请|交流|[，,：:])|^\W{0,3}想(?:要)?(?:进|入|加)群", True),
    line("promotion", 0, 80,
        rf"^\W{{0,4}}(?:点击?|戳)<calls.where>?的?\W{{0,2}}<calls.door>(?![里中内的])[^。]{{0,40}}{_FINE}", True),
    line("promotion", 0, 100,
        rf"^(?!.*(?:<calls.merits>|[给为替向](?!我|小编|作者|文章|本|个)[^，。]{{1,16}}点))"
        r"(?=.*(?:再走|吧|[哦呀呗！~～]|在看|支持|更多人|转发|分享|<calls.begs>))"
        r"[^。]{0,40}(?<![获受引被])点(?:个|亮|击|[一]?下|一个)<calls.where>?的?\W{0,2}(?:赞(?![助赏扬同成美叹誉歌])|在看|小红心|爱心)"
        rf"[^。]{{0,40}}{_FINE}", True),
    line("promotion", 0, 60,
        rf"^\W{{0,3}}(?:一键三连[^。]{{0,16}}|[求球]?<calls.hand>(?:[、，,\s/]{{1,3}}[求球和]?(?:<calls.hand>|赞)){{1,4}}"
        rf"(?:[，,]?[^。，]{{0,8}}(?:安排|三连|走起|支持|都在|就等|一下|起来|吧)[^。]{{0,10}})?)[？?]?{_FINE}", True),
    line("promotion", 0, 120,
        rf"^\W{{0,3}}(?:最后[，,])?(?:(?:(?:如果?|若|要是){_YOU}|{_YOU}也?(?:觉得|认为|感觉|看完|读完))[^，。]{{0,16}}<calls.pleased>|"
        rf"(?:如果?|若|要是)?{_YOU}也?喜欢(?=<calls.liked>|[，,]))"
        r"[^。]{0,16}?(?:<calls.urges>|就|给)[^，。]{0,6}<calls.favour>.{0,60}$", True),
    line("promotion", 0, 100,
        rf"^(?:[^。]{{0,24}}[，,。])?(?:您|你|大家|读者)们?的(?=[^。]*<calls.work_on>)[^，。]{{0,24}}(?:是|将|会)[^，。]{{0,24}}"
        rf"(?:动力|鼓励我继续\w{{2,4}}){_FINE}", True),
    line("promotion", 0, 60,
        rf"^\W{{0,3}}(?:觉得有用|如果有用)?[，,]?(?:<calls.urges>[来请，,]?)?(?:转发|分享|扩散)(?:一下|出去|起来)?[，,]?"
        rf"[给让到至]?[^，。]{{0,8}}<calls.circle>[^，。]{{0,8}}{_FINE}", True),
    line("promotion", 0, 100,
        r"^[^。]{0,50}(?:欢迎|快来|一起来?|记得|请)[^，。]{0,10}"
        r"(?:留言(?:讨论|评论|交流|告诉|分享|互动|区)|评论(?:区|留言|告诉|讨论|交流)|(?:下方|文末|后台|文后)(?:留言|评论))"
        r"[^。]{0,30}[？。！~]?$", True),
    line("promotion", 0, 80,
        rf"^[^。]{{0,40}}留言告诉我们?吧?{_FINE}|"
        rf"^[^。]{{0,50}}(?:评论|留言)区里?(?:聊聊|见|说说|告诉我|等你|走起)[^。，]{{0,12}}{_FINE}|"
        r"^(?:如果?)?[^。]{0,16}(?:问题|疑问|想法|看法|想说的)[^。]{0,6}(?:可以|请|欢迎)[^。]{0,6}(?:评论|留言|私信)区?"
        rf"[^。]{{0,8}}{_FINE}", True),
    line("promotion", 0, 80,
        rf"^\W{{0,3}}(?:点击?|<calls.urges>|长按)?关注我们?\W{{0,2}}[，,、！!~](?!就[像是])[^。]{{0,50}}{_FINE}|"
        r"关注我[，,]?不迷路", True),
    line("promotion", 0, 80,
        rf"^{_NOTICE}\W{{0,3}}(?:点击?|<calls.urges>)?关注[“「『【][^”」』】]{{2,16}}[”」』】][^。]{{0,6}}<calls.learn>"
        rf"[^。]{{0,30}}{_FINE}|"
        rf"^{_NOTICE}\W{{0,3}}(?:关注|打开)[^，。]{{2,10}}[，,](?:了解|获取|看|查看|解锁|掌握)更多[^。，]{{0,16}}{_FINE}", True),
    line("promotion", 0, 80,
        rf"^(?!.*[了后][，,])\W{{0,3}}(?:<calls.urges>|也?可)?{_YOU}(?:追踪|按赞|订阅|加入|关注)[^。，]{{0,24}}"
        rf"(?:<calls.about_networks>|<calls.channel>)(?!上)[^。]{{0,40}}{_FINE}", True),
    line("promotion", 0, 100,
        rf"^(?!.*[了后][，,])[^\w“「『]{{0,4}}(?:<calls.drawn>[^。“「]{{0,24}}[？?，,！!]\s?|<calls.urges>|[点按]我|[点按]此|现在就){{0,3}}"
        rf"{_YOU}(?:加入?|追踪|按赞|订阅|关注)(?:(?:我们|我|本[报站刊台])的?)?[^。，？的了过]{{0,16}}?<calls.joined>"
        rf"(?:{_FINE}|[，,！!～~\s]{{0,2}}[^。，的]{{0,8}}<calls.gained>[^。]{{0,24}}{_FINE})", True),
    line("promotion", 0, 80,
        rf"^\W{{0,3}}(?=<calls.backing>|<calls.backed_by>[^。]*[，！,]\s?<calls.backing>)(?=[^。]*<calls.backed>)(?=[^。]*<calls.backs>)"
        rf"[^。]{{1,70}}{_FINE}", True),
    line("contact", 0, 80,
        r"^\W{0,3}(?:商务|广告|品牌)(?:合作|洽谈|投放)[^。]{0,24}(?:联系|加|微信|请|[:：])[^。]{0,40}$", True),
)  # fmt: skip  # laid out for reading

GIFTS: tuple[Line, ...] = (
    line("tool", 40, 60,
        r"^\W{0,3}(?:打赏|赞赏)?(?>[\s¥￥$]{0,3}\d{1,4}(?:\.\d\d?)?\s?元?){2,8}+\s?(?:其他|其它|任意|自定义)(?:金额)?\W{0,2}$"),
    line("counter", 0, 24, r"^(?:已有\s?)?\d{1,6}\s?人(?:已经?)?(?:赞赏|打赏|点赞|喜欢|收藏|赞过)了?$"),
    line("promotion", 0, 40,
        r"^\W{0,3}(?:用|打开)?(?:微信|支付宝|QQ)(?:[/、或和]?(?:微信|支付宝))?(?:扫一扫|扫码|扫描)[^。]{0,10}<calls.paid_by_code>"),
    line("comment", 0, 40,
        r"抢沙发|第一个(?:赞赏|打赏|评论|点赞|留言)的人|^(?:还没有|暂无|暂时没有)[人任何]{0,2}(?:评论|留言)\W{0,2}$"),
)  # fmt: skip  # laid out for reading
"""The box in which a gift to the author is chosen, and the empty board of comments."""

_LONGEST = max(entry.edge for entry in CLOSINGS)


def closing(folded: str) -> str:
    """The rule of a line with which a page takes leave of its reader, or ''."""
    if len(folded) > _LONGEST or not _SIGNS.search(folded) or _OTHERS.search(folded):
        return ""
    fitting = (entry for entry in CLOSINGS if len(folded) <= entry.edge)
    return next((entry.rule for entry in fitting if entry.pattern.search(folded)), "")
