"""Headings that end the article or open a box of something else. Written in Simplified; lines are folded first."""

from __future__ import annotations

import re
from typing import NamedTuple


class Section(NamedTuple):
    rule: str
    pattern: re.Pattern[str]
    button: bool
    """It is no subhead even where the article goes on below it: 广告, 分享."""


_THING = (
    r"(?:新闻|阅读|文章|报道|链接|专题|资讯|内容|话题|热点|图片|图集|视频|影音|影片|消息|焦点|信息|动态|头条|"
    r"商品|个股|词条|搜索|主题|帖子|博文|推荐|产品|车型|作品|故事|稿件|热文|热帖|好文)"
)
_FRAME = r"[^\w]{{0,4}}(?:{})(?>[:：>》»\]】）)\s]|[(（][^()（）]{{0,20}}|MORE|more|更多|\d|/|[-—–·•*=~▼▲▽△↓↑■◆])*+$"


def _section(rule: str, pattern: str, button: bool = False) -> Section:
    return Section(rule, re.compile(_FRAME.format(pattern)), button)


SECTIONS: tuple[Section, ...] = (
    _section("related",
        rf"(?:热门|热点|推荐|精彩|最新|今日|其[他它]|近期|本[周月日]|24小时|往期|历史|编辑|小编|网友|大家|"
        rf"为[您你]|频道|图[文片]|今天|昨日|要闻|点击|排行|一周|月度|焦点|精选|独家|本类|本栏目?|站内|乡里|"
        rf"特别|主编|社区|新闻|论坛|博客|视频|专题|财经|娱乐|体育|科技|国际|国内|社会|军事)(?:的?(?:{_THING}|"
        rf"排行榜?|推荐|关注|精选|回顾|导读|看点|点评|热评|乡亲|在看|榜|TOP|速递|图库|策划|荐读)){{1,2}}"),
    _section("related",
        r"猜[你您]?(?:喜欢|爱看|想看)|(?:延伸|扩展|拓展|相关|推荐|深度|精彩)阅读|新闻推荐|相关焦点|看了(?:又|"
        r"还)看|.{0,8}(?:都|也|还)在(?:看|搜|读|追)|[你您]?可能(?:也|还|会)?(?:喜欢|想看|感兴趣|"
        r"错过了?).{0,8}|人气榜?|排行榜?|点击榜|.{0,6}感兴趣的?.{0,6}|.{0,6}热搜.{0,3}|更多(?:精彩)?(?:新闻|"
        r"内容|文章|资讯)|合作媒体|精彩图[集片]|图说天下|为[您你]推荐|今日热[点门图]|热[评图文帖]|"
        r"阅读排行|.{0,6}排行榜?|站内搜索|其他人也在看|上下篇|相关专题|"
        r"最新更新|推荐|更多此主题内容"),
    _section("related",
        rf"(?:更多|相关|与?本文相关的?|同类|类似|更多相关)(?:的|{_THING}|阅读|回顾){{1,2}}|背景链接|新闻链接|相关|"
        rf"(?:参考|资料)链接|更多(?:关于|有关).{{1,20}}|更多.{{2,16}}报[道导]"),
    _section("comment",
        r"(?:网友|最新|热门|精彩|全部|用户|我要|发表|读者|文章|我来)?(?:评论|留言|跟[贴帖]|回应|回[复覆]|讨论|"
        r"热评|发言|说两句|点评)(?:区|列表)?|评论[:：（(].{0,36}"),
    _section("byline", r"(?:关于|本文)?(?:作者|译者)(?:简介|介绍|信息|档案)|关于(?:本文)?(?:作者|译者)"),
    _section("share", r"分享(?:到|至|本文|按钮)?|转发|收藏|推荐这篇文章|分享让更多人看到|分享工具", True),
    _section("advertisement",
        r"广告|更多|推广(?:链接|信息)?|赞助商链接|赞助内容|(?i:ads?|advertisements?)|"
        r"(?:广告\W{0,2})?\s?(?:请继续往下阅[读览]|文章内容继续|内容未完)[.…]*", True),
    _section("vote",
        r"[您你]?(?:看(?:完|到|过).{0,20}(?:感[觉受想]|心情).{0,12}|.{0,6}新闻表情|网友投票|(?:在线|网上|有奖|"
        r"网友|微博)?调查|投票|表态|你怎么看|.{0,10}的心情.{0,6})"),
    _section("disclaimer", r"[\u3400-\u9fff]{0,14}(?:免责|版权|相关)声明"),
    _section("tags", r"(?:文章|本文|相关|热门)?(?:标签|关键[词字])"),
    _section("video", r"视频(?:播放|列表|回放)"),
)  # fmt: skip  # laid out for reading
_MAX = 40


_OPEN = re.compile(
    r"^\W{0,4}(?:最新|今[日天]|昨日|国际|国内|社会|财经|体育|娱乐|科技|军事|新闻|视频|专题|社区|要闻|焦点|头条|图[片文]|历史|一周|月度|本[周月日]|"
    r"评论|讨论|回应|回复|发言|调查|投票|问题|相关\W*$)"
)


def is_telling(folded: str) -> bool:
    """A heading that hardly stands over a part of an article, as 国内新闻 or 评论 may."""
    return _OPEN.match(folded) is None


def section(folded: str) -> Section | None:
    """The heading's entry in the table, or None."""
    if len(folded) > _MAX:
        return None
    for entry in SECTIONS:
        if entry.pattern.match(folded):
            return entry
    return None
