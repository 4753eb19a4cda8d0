"""Whole lines that are not the article, as data. Written in Simplified; lines are folded before they are matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple


class Line(NamedTuple):
    rule: str
    inside: int
    """Longest line it takes between the first paragraph and the last, where it may be a subhead, a caption or a
    sentence that happens to use the words; 0 for none."""
    edge: int
    """Longest line it takes before the first paragraph and after the last."""
    pattern: re.Pattern[str]


DATE = r"(?:(?:19|20)\d\d|民国 ?\d{2,3}) ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日?"
CLOCK = r"(?:[01]?\d|2[0-3]) ?[:：时] ?[0-5]\d(?: ?[:：分] ?[0-5]\d)?"
_ROLE = (
    r"(?:[责主美网总]?任?编[辑审译撰]?|执行主编|主编|作者?|(?:本报|见习|实习)?记者|通讯员|实习生|"
    r"撰[文稿写]|采写|来源|出处|稿源|校对|审核|审读|监制|"
    r"摄影?|摄像|翻译|编译|(?:文章|信息|新闻|稿件|本文|资料|内容)来源|供稿|转自|转载自|发布者|发布人|录入|"
    r"点击数?|点击量|浏览次?数?|浏览量|阅读量?|阅读数|"
    r"更新时间|发布时间|发稿时间|发表时间|发布日期|时间|日期|发布于?|更新|[初终复]审|制[作图]|策划|统筹|"
    r"供图|值班\w{0,3}|编审|出品|文[/／]图|图[/／]文|文|人气|热度|字体|字号)"
)
_NAME = r"[\u3400-\u9fff·]{2,4}"
_NOT_NAME = r"(?:调查|观察|手记|感言|获悉|了解|提问|视点|来信|体验|走访|探访|直击|连线|专访|招待会|节)"
_END = r"[\s.。)）\]】>〉]*$"


def _line(rule: str, inside: int, edge: int, pattern: str) -> Line:
    return Line(rule, inside, edge, re.compile(pattern))


def _each(words: str, rest: str) -> str:
    """Alternatives, each with a word of its own at its beginning: what begins with a group is searched several times as
    slowly."""
    return "|".join(f"{word}{rest}" for word in words.split())


LINES: tuple[Line, ...] = (
    _line("editor", 60, 60,
        rf"^[\[【(（<＜「\s]{{0,3}}(?:本文|稿件)?(?:责任?编辑?|编辑|编审|主编|网编|责编|值班编辑|校对|审核|"
        rf"监制|[初终复]审)(?:\s?[:：/／丨|｜]|\s?{_NAME}{_END})"),
    _line("byline", 60, 60, rf"^[\[【(（<＜「\s]{{1,3}}{_ROLE}\s?[:：/／丨|｜][^。！？]{{0,50}}$"),
    _line("byline", 24, 24,
        r"^[\[【(（<＜「](?:[\w]{0,6}(?:记者|通讯员|作者|编辑|实习生)|"
        r"记者)\s?[:：/]?[\s\w·、,，]{0,16}[\])】）>]$"),
    _line("byline", 0, 70, rf"^{_ROLE}\s?[:：/／丨|｜]\s?[^。！？]{{0,60}}$"),
    _line("byline", 0, 60,
        rf"^[□■◎●○◆•\-—\s\[【(（]{{0,4}}(?:[文图摄][/／\\|｜\s]{{1,16}})?[\w/／]{{0,12}}(?:评论员|记者|通讯员|"
        rf"实习生|撰稿人|编辑|校对|摄影|采写)(?!{_NOT_NAME})[\s:：/／丨|"
        rf"｜]{{0,3}}{_NAME}(?:[\s、,，/／]{{1,3}}(?:\w{{0,4}}(?:实习生|通讯员|记者|校对|编辑|"
        rf"摄影)\s?)?{_NAME}){{0,6}}[\s/／文图摄影报导道供]{{0,10}}[\s.。)）\]】>〉]*$"),
    _line("byline", 0, 40,
        r"^[【\[(（][\w\s/／]{2,12}[/／\s](?:记者|特派员)?[\s\w/／·、]{2,24}报导[】\])）]$"),
    _line("byline", 0, 24, r"^[文图](?:片|/图)?\s?[/／|｜:：]\s?\S{2,16}$"),
    _line("byline", 0, 24, rf"^(?:作者|文|图|编译|撰文|摄影)[\s/]{_NAME}{_END}"),
    _line("dateline", 0, 90, rf"^[^。！？，]{{0,40}}{DATE}(?![^。！？]{{0,20}}[，。！？])[^。！？]{{0,60}}$"),
    _line("dateline", 40, 40, rf"^[\[(（【\s]{{0,3}}{DATE}[\s,，T]{{0,3}}(?:{CLOCK})?[\])）】\s]{{0,3}}$"),
    _line("dateline", 0, 90,
        r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},? (?:19|"
        r"20)\d\d\b[^。！？]{0,60}$"),
    _line("dateline", 0, 60, rf"^[^。！？，]{{0,30}}\d{{1,2}}[-/月]\d{{1,2}}日?\s{CLOCK}[^。！？]{{0,30}}$"),
    _line("title_note", 120, 120, r"^[(（\[【\s]{0,3}(?:本文)?(?:原标题|原题目?|原文标题)\s?[:：]"),
    _line("title_note", 60, 60, r"^[(（].{0,24}原(?:标)?题.{0,20}[)）]$"),
    _line("share", 30, 80,
        r"分享(?:到|至|给)\s?(?::|：|微|Q|朋友|手机|我的|新浪|腾讯|Facebook|$)|一键分享|转(?:发|贴|播)(?:到|"
        r"至)(?:微博|新浪|腾讯|朋友|开心)|推荐给朋友|分享.{0,8}(?:到|至)(?:微信|微博|朋友圈)"),
    _line("pagination", 80, 80,
        r"^(?>[\[【(（<\s]*(?:[上下]一?[页张篇]|首[页]|[尾末]页|共\s?\d+\s?页|第\s?\d+\s?页|\d{1,3}|[<>《》«»|"
        r".…]{1,3}|全文)[\]】)）>\s|:：]*){1,30}+$"),
    _line("video", 40, 100,
        r"^\W{0,2}(?:视频|音频)?(?:加载中|正在加载|缓冲中|时长|播放失败|重播|请稍候)|"
        r"^\d{1,2}:\d{2}(?:\s?/\s?\d{1,2}:\d{2})?$"),
    _line("video", 40, 100, r"建议.{0,6}(?:WIFI|wifi|WiFi)|时长[:：]\s?\d|收(?<=\S收)起$"),
    _line("tool", 80, 80,
        r"^(?>[\s|｜:：/︰·•\[\]【】()（）<>\-—]*(?:打\s?印|列印|CNML格式|友善列印|加入收藏|收藏|我要纠错|"
        r"纠错|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|回到顶部|回顶端|发表评论|我要评论|参与评论|评论|"
        r"调整字[体号级]|字[体号级](?:大小)?|大|中|小|[TA][+-]?|繁体|简体|转发|转寄(?:朋友)?|转帖|寄给朋友|"
        r"复制链接|举报|点?赞|收起|展开(?:全文)?|顶部|首页|微博|微信|更多|手机看新闻|订阅|下载|保存|论坛|"
        r"网友推荐|我有话说|邮件|投稿|查看原图|播放|暂停|语音播报|听新闻|阅读全文|阅读整篇文章|我要分享|分享|"
        r"进入论坛|推荐阅读|推荐|扫一扫|\d{1,6}人?)){1,14}+[\s|｜:：/()（）\]】]*$"),
    _line("neighbour", 90, 90, r"^[\[【(（<\s]*(?:[上下前后]一?[篇条则页])\s?[:：].{0,80}"),
    _line("link", 240, 240, r"^(?:[\w]{0,8}(?:链接|地址|网址|首发\w{0,8})\s?[:：]\s?)?(?:https?://|www\.)\S{4,200}$"),
    _line("disclaimer", 400, 400,
        r"^[(（【\[“\"\s※*]{0,3}(?:[\u3400-\u9fff]{0,12}(?:免责|版权(?:相关)?|平台|郑重|特别|重要|作者|"
        r"本[网站报社])?声明|风险提示|版权说明|版权所有|著作权|特别提醒|免责条款)\s?[:：]"),
    _line("disclaimer", 60, 300,
        r"未经.{0,24}(?:授权|许可|同意|允许|协议|书面).{0,40}(?:不得|禁止|严禁|请勿|转载|追究)|转载.{0,6}(?:请|"
        r"须|必须)?(?:注明|联系|授权)|"
        + _each("禁止 不得 谢绝 严禁", r".{0,12}(?:转载|复制|镜像)")),
    _line("disclaimer", 60, 320,
        _each("仅代表 不代表 不能代表 谨代表", r".{0,24}(?:观点|立场|本人|个人|意见)")
        + "|文责自负|"
        + _each("观点 言论", r".{0,10}(?:与.{0,12}无关|作者本人|自负)")),
    _line("disclaimer", 60, 200,
        r"据此(?:操作|入市|投资|买卖)|不构成.{0,8}(?:投资|买卖|建议)|风险(?:自担|自负|请自)|投资有风险|"
        r"仅供(?:参考|读者参考|投资者参考)"),
    _line("disclaimer", 60, 400,
        _each("侵犯 侵害", r".{0,12}(?:版权|著作权|权益)")
        + r"|如有侵权|涉及版权|版权(?:均?属|归).{0,30}所有|版权问题|信息存储空间|All Rights Reserved|Copyright|"
        r"copyright|ICP[备证]"),
    _line("disclaimer", 400, 400,
        r"^[①-⑨\d.、\s(（]{0,4}凡?(?:本[网站报刊])?.{0,16}注明.{0,24}(?:来源|稿件|作品|出处)"),
    _line("promotion", 50, 160,
        _each("扫描 扫扫 扫一扫 长按 扫码", r".{0,24}(?:二维码|下载|关注|识别|查看|打开|手机|加入|订阅)")
        + "|"
        + _each("关注 订阅 搜索 添加", r".{0,20}(?:公众号|微信号|官方微信|官方微博|客户端|粉丝团|视频号)")),
    _line("promotion", 60, 220,
        _each(r"Facebook 脸书 Google\s?plus 粉丝", r".{0,30}(?:专页|粉丝团|Like|按赞|加入|follow)")
        + r"|按此 ?Like|加入.{0,12}粉丝|成为.{0,12}粉丝|立即(?:下载|订阅|关注|安装|继续阅读)"),
    _line("promotion", 30, 80,
        _each("下载 打开 进入 安装", r".{0,16}(?:客户端|[Aa][Pp][Pp])")
        + r"|客户端下载|手机(?:访问|上?看|浏览).{0,20}(?:网|新闻)|欢迎(?:关注|订阅|投稿|下载|访问|爆料|拨打)|"
        r"热线.{0,6}[:：]|爆料.{0,6}[:：]|投稿邮箱"),
    _line("promotion", 60, 60, r"^\W{0,2}\d{0,2}[、.]?\s?回复\s?[【\[“「].{1,16}[】\]”」]|^.{0,16}公众号$"),
    _line("promotion", 60, 60,
        r"点[【\[「“]?在看|戳[【\[「“]?在看|点个?(?:在看|赞)|请关注[:：]"),
    _line("more", 40, 80,
        r"^[\[【>\s]*(?:查看|阅读|浏览|点击|更多|欲知|欲了解).{0,30}(?:更多|全文|原文|进入|查看|请点击|详情|"
        r"专题|精彩)"),
    _line("more", 40, 80,
        _each("请点击 点击进入 点击查看", ".{0,30}$")
        + r"|更多.{0,20}(?:请|敬请)(?:点击|关注|访问|登录|浏览)|返回.{0,8}(?:首页|搜狐|频道)|"
        + _each(r"\(点击 （点击", ".{0,30}[)）]$")),
    _line("keyword", 140, 140,
        r"^[\[【\s]*(?:关键[词字]|标签|相关标签|本文标签|相关词|Tags?|TAGS?|分类|栏目|所属专题|"
        r"新闻关键字)\s?[:：]"),
    _line("comment", 140, 140, r"的评论\s?[(（]共\s?\d+\s?条[)）]$"),
    _line("comment", 20, 80, r"^.{0,4}发表.{0,6}评论"),
    _line("comment", 20, 80,
        r"网友评论|已有\s?\d+\s?(?:条|人|位)|共有?\s?\d+\s?(?:条|人)(?:评论|参与|跟帖)|"
        r"人(?:(?<=\d人)|(?<=\d\s人))(?:参与|评论|跟贴|看过)|条评论|我来说两句|文明上网|登录后(?:才|可|发)"),
    _line("label", 0, 16, r"^(?!各|广大|尊敬|亲爱)[^。！？，]{0,14}[:：]$"),
    _line("contact", 0, 80, r"@(?<=[\w.]{2}@)[\w.]{4}|" + _each("编辑部 资讯中心 客服", r"(?:电话|热线)?\s?[:：]")),
    _line("editor", 0, 70, r"^[^。！？，]{0,50}[(（\[](?:责任)?(?:编辑|责编)\s?[:：][^)）]{1,16}[)）\]]$"),
    _line("editor", 24, 24, rf"^[(（\[【]{_NAME}\s(?:责任)?(?:编辑|编审)[)）\]】]$"),
    _line("crumb", 100, 100,
        r"^(?:您|你)?(?:的?(?:当前|现在|所在))?.{0,3}位置\s?[:：]|^[^\s>＞»›]{2,12}(?:\s?(?:>{1,2}|＞|»|"
        r"›)\s?[^\s>＞»›]{2,16}){2,6}$"),
    _line("merchant", 90, 90,
        r"^[\[【]\s?(?:参考(?:价格|报价)|商家(?:名称|地址|电话)|联系方式|联\s?系\s?人|(?:联系|公司|店铺)地址|"
        r"(?:联系|咨询)电话|报价查询|经销商|促销价格)\s?[\]】]"),
    _line("counter", 0, 40, r"^(?:图片|图|第)?\s?\d{1,3}\s?/\s?\d{1,3}\s?张?$|^\d+\s?次(?:浏览|阅读|点击)?$"),
    _line("vote", 0, 60, r"^[(（]?(?:单选|多选|投票|本调查|您(?:看完|对).{0,20}[?？])"),
    _line("vote", 0, 60, _each("有效 支持 反对", r"\s?[(（]?\d*[)）]?$")),
    _line("end", 8, 8, r"^[(（\[【—\-\s]{0,3}(?:完|全文完|本文完|未完待续|END|end|End)[)）\]】—\-\s]{0,3}$"),
)  # fmt: skip  # laid out for reading


def noise(folded: str, edge: bool) -> str:
    """The rule that takes a whole line out, or ''. `edge`: it stands before the first paragraph or after the last."""
    for rule, search in _fitting(min(len(folded), _LONGEST), edge):
        if search(folded):
            return rule
    return ""


_LONGEST = max(max(line.inside, line.edge) for line in LINES) + 1


@cache
def _fitting(size: int, edge: bool) -> tuple[tuple[str, Callable[[str], object]], ...]:
    """Rule and search of the lines that take so many characters."""
    return tuple(
        (line.rule, line.pattern.search) for line in LINES if size <= (line.edge if edge else line.inside)
    )
