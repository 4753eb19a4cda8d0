"""Whole lines that are not the article, as data. Written in Simplified; lines are folded before they are matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from cleaners.lexicon import furniture


class Line(NamedTuple):
    rule: str
    inside: int
    """Longest line it takes between the first paragraph and the last, where it may be a subhead, a caption or a
    sentence that happens to use the words; 0 for none."""
    edge: int
    """Longest line it takes before the first paragraph and after the last."""
    pattern: re.Pattern[str]
    sentence: bool = False
    """It may take a sentence: the words can hardly mean anything else."""


DATE = r"(?:(?:19|20)\d\d|民国 ?\d{2,3}) ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日?"
CLOCK = r"(?:[01]?\d|2[0-3]) ?[:：时] ?[0-5]\d(?: ?[:：分] ?[0-5]\d)?"
_ROLE = (
    r"(?:[责主美网总]?任?编[辑审译撰]?|执行主编|主编|作者?|(?:本报|见习|实习)?记者|通讯员|实习生|"
    r"撰[文稿写]|采写|(?:访谈|口述|录音|文字)?整理|图文|来源|出处|稿源|校对|审核|审读|监制|"
    r"摄影?|摄像|翻译|编译|(?:文章|信息|新闻|稿件|本文|资料|内容)来源|供稿|转自|转载自|发布者|发布人|录入|"
    r"点击数?|点击量|浏览次?数?|浏览量|阅读量?|阅读数|"
    r"更新时间|最[近后]更新|发布时间|发稿时间|发表时间|发布日期|时间|日期|发布于?|更新|[初终复一二三]审|制[作图]|策划|统筹|"
    r"供图|值班\w{0,3}|编审|出品|文[/／]图|图[/／]文|文|人气|热度|字体|字号)"
)
_NAME = r"[\u3400-\u9fff·]{2,4}"
_NOT_NAME = r"(?:调查|观察|手记|感言|获悉|了解|提问|视点|来信|体验|走访|探访|直击|连线|专访|招待会|节)"
_END = r"[\s.。)）\]】>〉]*$"


def _line(rule: str, inside: int, edge: int, pattern: str, sentence: bool = False) -> Line:
    return Line(rule, inside, edge, re.compile(pattern), sentence)


def _each(words: str, rest: str) -> str:
    """Alternatives, each with a word of its own at its beginning: what begins with a group is searched several times as
    slowly."""
    return "|".join(f"{word}{rest}" for word in words.split())


_OWN = r"(?:本[网站报刊社台]|本公司|\w{1,8}(?:网|报社|平台|杂志社))"
_STATEMENTS = (
    rf"^[^，。]{{0,24}}{_OWN}.{{0,60}}(?:未经|不得|转载|授权).{{0,40}}(?:转载|使用|复制|摘编|授权|追究|注明|目的|不代表|负责)",
    r"^.{0,12}(?:未经|转载).{0,20}(?:授权|许可|同意|允许|注明|联系).{0,40}(?:不得|禁止|严禁|请勿|谢绝|出处|来源|追究)",
    r"(?:仅|不能?|谨|并不)代表.{0,16}(?:作者|本[网站报台刊社公人]|个人|平台|网|编辑部).{0,6}(?:观点|立场|意见)",
    r"据此(?:入市|投资|买卖|操作.{0,8}(?:风险|自负|盈亏|责任))|不构成.{0,10}(?:投资|买卖|操作)建议|不构成任何.{0,6}建议|投资有风险[，,]?入市",
    r"(?:如有|若有|如果?|若|倘).{0,16}(?:侵权|侵犯|侵害|版权|异议).{0,40}(?:联系|告知|通知|删除|处理|来函|致电)",
    r"^[①-⑨\d.、\s(（]{0,4}凡.{0,20}注明.{0,24}(?:来源|稿件|作品|出处)",
    r"^\W{0,4}本文(?:原|首)[刊载发](?:于|自).{0,60}(?:授权|转载|推荐)",
    r"投稿[信邮]箱|不付稿酬|录用与否|欢迎.{0,8}投稿[。！]?$",
    r"版权(?:均?属|归).{0,20}所有|信息存储空间服务|All Rights Reserved",
    r"未经.{0,6}(?:授权|许可|同意|允许).{0,6}(?:不得|不可|禁止|谢绝|请勿|严禁).{0,8}转载|转载请(?:先)?(?:联系|注明|告知)|授权转载.{0,6}(?:请|$)",
    r"(?:留言|评论|跟帖|发言).{0,12}(?:仅|不)代表|(?:网友|用户).{0,8}(?:言论|意见|留言).{0,12}(?:仅|不)代表|文责自负|言论.{0,6}自负",
    r"仅供(?:读者|投资者|您)?参考[。，,！!]?(?:不|请|$)|投资者据此|风险自[担负]",
)
LINES: tuple[Line, ...] = (
    _line("editor", 60, 60,
        rf"^[\[【(（<＜「\s]{{0,3}}(?:本文|稿件)?(?:责任?编辑?|编辑|编审|主编|网编|责编|值班编辑|校对|审核人?|"
        rf"监制|[初终复一二三]审)(?:\s?[:：/／╱丨|｜]|\s?{_NAME}{_END})"),
    _line("byline", 60, 60, rf"^[\[【(（<＜「\s]{{1,3}}{_ROLE}\s?[:：/／╱丨|｜][^。！？]{{0,50}}$"),
    _line("byline", 24, 24,
        r"^[\[【(（<＜「](?:[\w]{0,6}(?:记者|通讯员|作者|编辑|实习生)|"
        r"记者)\s?[:：/]?[\s\w·、,，]{0,16}[\])】）>]$"),
    _line("byline", 0, 70, rf"^{_ROLE}\s?[:：/／╱丨|｜]\s?[^。！？]{{0,60}}$"),
    _line("byline", 0, 60,
        rf"^[□■◎●○◆•\-—\s\[【(（]{{0,4}}(?:[文图摄][/／\\|｜\s]{{1,16}})?[\w/／]{{0,12}}(?:评论员|记者|通讯员|"
        rf"实习生|撰稿人|编辑|校对|摄影|采写)(?!{_NOT_NAME})[\s:：/／丨|"
        rf"｜]{{0,3}}{_NAME}(?:[\s、,，/／]{{1,3}}(?:\w{{0,4}}(?:实习生|通讯员|记者|校对|编辑|"
        rf"摄影)\s?)?{_NAME}){{0,6}}[\s/／文图摄影报导道供]{{0,10}}[\s.。)）\]】>〉]*$"),
    _line("byline", 0, 40, rf"^\w{{0,12}}记者\s?{_NAME}(?:[\s、]{{1,3}}{_NAME}){{0,3}}\s?发自\w{{2,8}}{_END}"),
    _line("byline", 0, 30, rf"^(?:编译|记者|特派员)\s?{_NAME}\s?[/／╱]\s?\w{{2,8}}报[导道]{_END}"),
    _line("byline", 0, 90, r"^\W{0,3}[\u3400-\u9fff]{0,10}(?:记者|特派员|通讯员|撰稿人?|作者) [A-Z][A-Za-z .·'’/&-]{2,80}$"),
    _line("byline", 0, 90, r"^By [A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){0,3}(?:[,，|｜ ].{0,60})?$"),
    _line("byline", 0, 60, r"^(?:撰文|文|图)[．.·・&、](?:图|文|摄影|整理)\s?[:：/／丨|｜]"),
    _line("dateline", 0, 60, r"^[^。！？，]{0,40}(?:创建|发布|发表|更新|编辑)于\s?\d{1,3}\s?(?:个?月|年|周|天|小时|分钟)前"),
    _line("byline", 0, 16, r"^\w{0,12}(?:报|社|网|台|周刊|杂志)(?:特约|特派|驻\w{2,4})?记者$"),
    _line("byline", 40, 40,
        rf"^(?:记者|作者|撰[文稿]|编辑|采[访写]|摄影)\s?[|｜丨]\s?{_NAME}(?:[\s、，]{_NAME}){{0,4}}$"),
    _line("byline", 0, 40,
        rf"^\S{{2,8}}\s(?:记者|见习记者|实习生|通讯员)\s{_NAME}(?:\s{_NAME}){{0,4}}(?:\s(?:编辑|校对|责编|通讯员)\s{_NAME})*$"),
    _line("byline", 0, 100,
        r"^(?>(?:图片?|文字?|视频|撰[文稿]|采写|责编|编辑|校对|[美排]版|美编|策划|运营|审核|来源|作者)\s?[:：丨]\s?[^\s|｜:：]{1,12}(?:\s?[|｜]\s?|\s|$)){2,8}$"),
    _line("byline", 24, 24,
        rf"^(?:(?:实习|特派)?记者|特派员)?{_NAME}[／/](?:综合|\w{{2,4}})报[导道]$|^\w{{2,4}}中心[／/]{_NAME}报[导道]$"),
    _line("byline", 0, 90,
        r"^By [A-Z][\w.'’-]+ [A-Z][^。！？]{0,70}$|^(?:Published|Posted|Updated)(?: [Oo]n)?\b[^。！？]{0,40}\d{4}|"
        r"^Article information$|^(?:Author|Role), \S"),
    _line("byline", 0, 60,
        r"^\W{0,3}(?:本文|文章)?(?:原载|首发|转自|转载自|摘自|选自|原刊)于?\s?[:：]|^\W{0,3}转载自\s\S{2,16}$"),
    _line("byline", 0, 60, r"^\W{0,3}本文作者\s?[:：]"),
    _line("byline", 0, 400, r"^\W{0,3}(?:本文)?(?:作者|译者)(?:简介|介绍)\s?[:：]", True),
    _line("byline", 60, 60, r"^(?:图[片像]|照片|影片|视频|资料)来源\s?[:：/／,，]"),
    _line("byline", 0, 12, rf"^[◎●■□◆]\s?{_NAME}$"),
    _line("byline", 0, 40,
        r"^[【\[(（〔][\w\s/／]{2,12}[/／\s](?:记者|特派员)?[\s\w/／·、]{2,24}报导[】\])）〕]$"),
    _line("byline", 0, 24, r"^[文图影](?:片|/图)?\s?[/／|｜:：]\s?\S{2,16}$"),
    _line("byline", 0, 24, rf"^(?:作者|文|图|编译|撰文|摄影)[\s/]{_NAME}{_END}"),
    _line("dateline", 0, 90, rf"^(?=.{{0,32}}$|.{{0,80}}(?:来源|稿源|出处|作者|记者|编辑|时间|日期|发布|发表|更新|浏览|阅读|点击|"
        rf"评论|字[号体]|[网报社刊]|\d[:：]\d\d))[^。！？，]{{0,40}}{DATE}(?![^。！？]{{0,20}}[，。！？])[^。！？]{{0,60}}$"),
    _line("dateline", 0, 16, r"^发表于\s?[\u3400-\u9fff]{2,4}$"),
    _line("dateline", 40, 40, rf"^[\[(（【\s]{{0,3}}{DATE}[\s,，T]{{0,3}}(?:{CLOCK})?[\])）】\s]{{0,3}}$"),
    _line("dateline", 0, 90,
        r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},? (?:19|"
        r"20)\d\d\b[^。！？]{0,60}$"),
    _line("dateline", 0, 60, rf"^[^。！？，]{{0,30}}\d{{1,2}}[-/月]\d{{1,2}}日?\s{CLOCK}[^。！？]{{0,30}}$"),
    _line("title_note", 120, 120, r"^[(（\[【\s]{0,3}(?:本文)?(?:原标题|原题目?|原文标题)\s?[:：]", True),
    _line("title_note", 60, 60, r"^[(（].{0,24}原(?:标)?题.{0,20}[)）]$"),
    _line("share", 30, 80,
        r"分享(?:到|至|给)\s?(?::|：|微|Q|朋友|好友|手机|我的|新浪|腾讯|Facebook|$)|一键分享|转(?:发|贴|播)(?:到|"
        r"至)(?:微博|新浪|腾讯|朋友|开心)|推荐给朋友|分享.{0,8}(?:到|至)(?:微信|微博|朋友圈)"),
    _line("pagination", 12, 12, r"^[·•.—–-]\s?\d{1,4}\s?[·•.—–-]$"),
    _line("pagination", 80, 80,
        r"^(?>[\[【(（<\s]*(?:[上下]一?[页张篇]|首[页]|[尾末]页|共\s?\d+\s?页|第\s?\d+\s?页|\d{1,3}|[<>《》«»|"
        r".…]{1,3}|全文)[\]】)）>\s|:：]*){1,30}+$"),
    _line("video", 40, 100,
        r"^\W{0,2}(?:视频|音频)?(?:加载中|正在加载|缓冲中|时长|播放失败|重播|请稍候)|"
        r"^\d{1,2}:\d{2}(?:\s?/\s?\d{1,2}:\d{2})?$"),
    _line("video", 60, 60, r"浏览器不支持.{0,12}(?:视频|音频|video|audio|播放)", True),
    _line("tool", 24, 24, r"^\W{0,3}点击进入.{0,6}(?:吧|论坛|讨论|社区)"),
    _line("fold", 0, 60,
        r"(?:订阅|付费|开通会员|成为会员|订阅会员|购买\w{0,4}?)后?(?:即可|可|才能|才可|以)?(?:继续)?(?:阅读|查看|看完整|看全文|看剩余|解锁)|(?:付费|会员)(?:专享|专属|文章|可见)|"
        r"(?:剩余|未读).{0,8}\d{1,3}\s?%|\d{1,3}\s?%\s?未读|^已有账号|已经?是会员|登录后(?:开通|购买|订阅)|免费(?:部分|试读)|^\W{0,3}立即(?:订阅|开通|购买)\W{0,3}$"),
    _line("video", 60, 100,
        r"未安装.{0,4}[Ff]lash|[Ff]lash.{0,8}(?:播放器|插件).{0,16}(?:安装|下载|升级)|视频无法播放"),
    _line("video", 40, 100, r"建议.{0,6}(?:WIFI|wifi|WiFi)|时长[:：]\s?\d|收(?<=\S收)起$"),
    _line("tool", 0, 1, "^[xX×✕]$"),
    _line("tool", 80, 80,
        r"^(?>[\s|｜:：/︰·•\[\]【】()（）<>\-—]*(?:打\s?印|列印|CNML格式|友善列印|加入收藏|收藏|我要纠错|"
        r"纠错|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|回到顶部|回顶端|发表评论|我要评论|参与评论|评论|"
        r"调整字[体号级]|字[体号级](?:大小)?|大|中|小|[TA][+-]?|繁体|简体|转发|转寄(?:朋友)?|转帖|寄给朋友|"
        r"复制链接|举报|点?赞|收起|展开(?:全文)?|顶部|首页|微博|微信|更多|手机看新闻|订阅|下载|保存|论坛|"
        r"网友推荐|我有话说|邮件|投稿|查看原图|播放|暂停|语音播报|听新闻|阅读全文|阅读整篇文章|我要分享|分享|"
        r"进入论坛|推荐阅读|推荐|扫一扫|\d{1,6}人?)){1,14}+[\s|｜:：/()（）\]】]*$"),
    _line("neighbour", 90, 90, r"^[\[【(（<\s]*(?:[上下前后]一?[篇条则页])\s?[:：\]】)）].{0,80}"),
    _line("link", 240, 240, r"^(?:[\w]{0,8}(?:链接|地址|网址|首发\w{0,8})\s?[:：]\s?)?(?:https?://|www\.)\S{4,200}$"),
    _line("disclaimer", 400, 400,
        r"^[(（【\[“\"\s※*]{0,3}(?:[\u3400-\u9fff]{0,12}(?:免责|版权(?:相关)?|平台|郑重|特别|重要|作者|"
        r"本[网站报社])?声明|风险提示|版权说明|版权所有|著作权|免责条款)\s?[:：]", True),
    _line("disclaimer", 60, 400,
        r"^(?:©|Copyright|\([Cc]\)\s?(?:19|20)\d\d|版权所有\s\S{2,30}$)|^Notice: The content above", True),
    _line("disclaimer", 80, 400, "|".join(_STATEMENTS), True),
    _line("disclaimer", 60, 300,
        r"未经.{0,24}(?:授权|许可|同意|允许|协议|书面).{0,40}(?:不得|禁止|严禁|请勿|转载|追究)|转载.{0,6}(?:请|"
        r"须|必须)?(?:注明|联系|授权)|"
        + _each("禁止 不得 谢绝 严禁", r".{0,12}(?:转载|复制|镜像)")),
    _line("disclaimer", 60, 320,
        _each("仅代表 不代表 不能代表 谨代表", r".{0,24}(?:观点|立场|本人|个人|意见)")
        + "|文责自负|"
        + _each("观点 言论", r".{0,10}(?:与.{0,12}无关|作者本人|自负)")),
    _line("disclaimer", 60, 200,
        r"据此(?:入市|投资|买卖|操作.{0,8}(?:风险|自负|盈亏|责任))|不构成.{0,8}(?:投资|买卖|建议)|风险(?:自担|自负|请自)|投资有风险|"
        r"仅供(?:参考|读者参考|投资者参考)"),
    _line("disclaimer", 60, 400,
        _each("侵犯 侵害", r".{0,12}(?:版权|著作权|权益)")
        + r"|如有侵权|涉及版权|版权(?:均?属|归).{0,30}所有|版权问题|信息存储空间|All Rights Reserved|Copyright|"
        r"copyright|ICP[备证]"),
    _line("disclaimer", 400, 400,
        r"^[①-⑨\d.、\s(（]{0,4}凡?(?:本[网站报刊])?.{0,16}注明.{0,24}(?:来源|稿件|作品|出处)"),
    _line("promotion", 60, 220,
        r"(?:加入|按赞|关注|欢迎).{0,16}粉丝[团专页]|粉丝(?:团|专页|页).{0,20}(?:按赞|加入|关注|赞)|"
        r"^.{0,12}(?:Facebook|脸书).{0,16}(?:专页|粉丝)", True),
    _line("promotion", 60, 60, r"需要?支付.{0,16}(?:后|才).{0,3}(?:查看|阅读|下载)"),
    _line("promotion", 0, 160,
        r"^.{0,8}阅读.{0,4}文章?(?:之?前|的同时)[，,].{0,4}(?:麻烦|诚邀|邀请|请|劳烦|希望|辛苦).{0,12}(?:点|关注)|"
        r"^.{0,30}(?:请|欢迎|记得|一定要)(?:大家|您|在?微信)?(?:搜索|关注|订阅|添加)[^。]{0,24}"
        r"(?:公众号|微信号|视频号|官微)", True),
    _line("promotion", 50, 160,
        _each("扫描 扫扫 扫一扫 长按 扫码", r".{0,24}(?:二维码|下载|关注|识别|查看|打开|手机|加入|订阅)")
        + "|"
        + _each("关注 订阅 搜索 添加", r".{0,20}(?:公众号|微信号|官方微信|官方微博|客户端|粉丝团|视频号)")),
    _line("promotion", 60, 220,
        _each(r"Facebook 脸书 Google\s?plus 粉丝", r".{0,30}(?:专页|粉丝团|Like|按赞|加入|follow)")
        + r"|按此 ?Like|加入.{0,12}粉丝|成为.{0,12}粉丝|立即(?:下载|订阅|关注|安装|继续阅读)"),
    _line("promotion", 30, 80,
        _each("下载 打开 进入 安装", r".{0,16}(?:客户端|[Aa][Pp][Pp])")
        + r"|(?:客户端|A[Pp][Pp])下载|手机(?:访问|上?看|浏览).{0,20}(?:网|新闻)|欢迎(?:关注|订阅|投稿|下载|访问|爆料|拨打)|"
        r"热线.{0,6}[:：]|爆料.{0,6}[:：]|投稿邮箱"),
    _line("promotion", 60, 60, r"^\W{0,2}\d{0,2}[、.]?\s?回复\s?[【\[“「].{1,16}[】\]”」]|^.{0,16}公众号$"),
    _line("promotion", 40, 60,
        r"点击?(?:上方|下方|顶部)?.{0,4}(?:蓝字|名片|卡片).{0,8}(?:关注|订阅)|"
        r"订阅.{0,10}(?:简报|周报|电子报|邮件|通讯)"),
    _line("promotion", 60, 60,
        r"点[【\[「“]?在看|戳[【\[「“]?在看|点个?(?:在看|赞)|请关注[:：]"),
    _line("more", 40, 80,
        r"^[\[【>\s]*(?:查看|阅读|浏览|点击|更多|欲知|欲了解).{0,30}(?:更多|全文|原文|进入|查看|请点击|详情|"
        r"专题|精彩)"),
    _line("more", 40, 80,
        _each("请点击 点击进入 点击查看", ".{0,30}$")
        + r"|更多.{0,20}(?:请|敬请)(?:点击|关注|访问|登录|浏览)|返回.{0,8}(?:首页|搜狐|频道)|"
        + _each(r"\(点击 （点击", ".{0,30}[)）]$")),
    _line("more", 0, 80, r"^\W{0,3}更多[^。]{0,24}请(?:上|到|至|点击|关注|访问|登录|浏览|锁定)", True),
    _line("promotion", 0, 80, r"^\W{0,3}立即(?:订阅|下载|关注|加入|追踪)[^。]{0,40}[。！]?$", True),
    _line("keyword", 140, 140,
        r"^[\[【\s]*(?:关键[词字]|标签|相关标签|本文标签|相关词|Tags?|TAGS?|分类(?:专栏)?|栏目|所属专题|"
        r"新闻关键字|文章标签)\s?[:：]"),
    _line("comment", 140, 140, r"的评论\s?[(（]共\s?\d+\s?条[)）]$"),
    _line("comment", 20, 80, r"^.{0,4}发表.{0,6}评论"),
    _line("comment", 20, 80,
        r"网友评论|已有\s?\d+\s?(?:条|人|位)|共有?\s?\d+\s?(?:条|人)(?:评论|参与|跟帖)|"
        r"人(?:(?<=\d人)|(?<=\d\s人))(?:参与|评论|跟贴|看过)|条评论|我来说两句|文明上网|登录后(?:才|可|发)"),
    _line("keyword", 0, 80, r"^(?:分类目录|发布于分类|归类于|标记了|标签为|发表于分类)\s\S|^#[^\s#]{1,20}(?:\s\d{1,5}个)?$"),
    _line("label", 0, 16,
        r"^[^。！？，]{0,6}(?:来源|作者|编辑|记者|标签|关键[词字]|分享到?|相关\w{0,4}|阅读|推荐|链接|更多|[上下]一篇|评论|字[号体级]\w{0,2}|日期|"
        r"发布|浏览|点击|热线|声明|二维码|导航|位置|搜索|频道|版权|责编|订阅|频率|打印|收藏)[:：]$"),
    _line("contact", 0, 80, _each("编辑部 资讯中心 客服 爆料 投稿 报料 商务合作", r"(?:电话|热线|邮箱|信箱)?\s?[:：]")),
    _line("contact", 0, 80,
        r"^(?:TEL|Tel|(?:企业)?QQ[群号]?|微信(?:号|ID)?)\s?[:：]\s?[\w+(（]|邮箱\s?[:：]\s?[\w.-]+@[\w.-]+$"),
    _line("editor", 0, 70, r"^[^。！？，]{0,50}[(（\[](?:责任)?(?:编辑|责编)\s?[:：][^)）]{1,16}[)）\]]$"),
    _line("editor", 0, 40, r"^[(（\[【][^。]{0,30}(?:编辑|编译|编审|责编)[)）\]】]$"),
    _line("byline", 0, 70,
        rf"^\W{{0,3}}(?:本文|文章)?作者\s?[:：]?\s?{_NAME}?(?:[，,]|\s?(?:系|为|是|现任|现为)).{{2,60}}$", True),
    _line("editor", 0, 50, rf"^[(（\[【][^。]{{2,40}}(?:编辑|责编)\s{_NAME}[)）\]】]$"),
    _line("editor", 24, 24, rf"^[(（\[【]{_NAME}\s(?:责任)?(?:编辑|编审)[)）\]】]$"),
    _line("record", 0, 40, r"^《?[\w·]{2,20}》?\s?(?:19|20)\d\d年第?\d{1,2}期$"),
    _line("record", 0, 200,
        r"^[(（](?:\d[.、]?)?[^。()（）]{0,60}(?:大学|学院|研究[所院]|[中小]学|医院|公司|中心)[^。]{0,80}\d{6}"
        r"[^。]{0,80}[)）]$", True),
    _line("record", 0, 60, r"^\W{0,3}[^。，]{1,40}下载\s?[(（][^()（）]{0,20}\d\s?[KMkm]?B?[)）]$"),
    _line("crumb", 100, 100,
        r"^(?:您|你)?(?:的?(?:当前|现在|所在))?.{0,3}位置\s?[:：]|^[^\s>＞»›]{2,12}(?:\s?(?:>{1,2}|＞|»|"
        r"›)\s?[^\s>＞»›]{2,16}){2,6}$"),
    _line("merchant", 90, 90,
        r"^[\[【]\s?(?:参考(?:价格|报价)|商家(?:名称|地址|电话)|联系方式|联\s?系\s?人|(?:联系|公司|店铺)地址|"
        r"(?:联系|咨询)电话|报价查询|经销商|促销价格)\s?[\]】]"),
    _line("neighbour", 60, 90, r"^\W{0,3}(?:相关|延伸)(?:文章|新闻|阅读|报道|链接)\s?[:：]\s?\S"),
    _line("counter", 0, 40, r"^\+\d{1,3}$|^(?:图片|图|第)?\s?\d{1,3}\s?/\s?\d{1,3}\s?张?$|^\d+\s?次(?:浏览|阅读|点击)?$"),
    _line("vote", 0, 60, r"^[(（]?(?:单选|多选|投票|本调查|您(?:看完|对).{0,20}[?？])"),
    _line("vote", 0, 60, _each("有效 支持 反对", r"\s?[(（]?\d*[)）]?$")),
    _line("end", 8, 8, r"^[(（\[【—\-\s]{0,3}(?:完|全文完|本文完|本章完|本篇完|未完待续|待续|END|end|End)[)）\]】—\-\s]{0,3}$"),
)  # fmt: skip  # laid out for reading


_FACT = re.compile(
    r"^[【\[(（]?(?:[活动会议讲座比赛报名]{0,4}(?:地点|地址|主题|内容|方式|对象|费用|形式|网址|条件|人数|名额|电话|要求)|主讲人?|嘉宾|主持人?|"
    r"(?:主办|承办|协办|招标|采购|中标|代理)\w{0,4}|联系人|联系电话|票价|门票|预算\w{0,4}|项目\w{0,4}|参加\w{0,4}|交通|备注|注意事项|温馨提示)"
    r"[】\])）]?\s?[:：】]"
)
_EVENT = re.compile(
    r"^.{0,4}(?:活动|报名|开标|开庭|考试|演出|展期|展览|截止|截稿|比赛|会议|讲座|培训|面试|举办|举行|营业|开放|有效|施工|招聘|投标|"
    r"公示|停水|停电|预约|集合|出发|上课|签到|放映|直播|开课|上映|首播|征集|申报)\w{0,4}[】]?\s?[:：】]"
    r"|\d{1,2}[:：时]\d{0,2}\W{0,3}(?:-|—|–|~|～|至|到)\W{0,3}\w{0,9}?\d{1,2}[:：时]|[日)）]\s?(?:-|—|–|~|～|至|到)\s?\w{0,12}日|^【\w{0,4}时间】"
    r"|[（(](?:星期|周|週)[一二三四五六日天][）)]"
)
_SITES_OWN = re.compile(
    r"本[网站报刊社版台](?!记者|讯)|留言|言论|转载|侵权|违法|法律责任|网友|匿名|文责|自负"
)


def is_fact(folded: str) -> bool:
    """It gives a fact of a notice: place, subject, fee. A time beside it is one, too."""
    return _FACT.match(folded) is not None


def is_statement(folded: str) -> bool:
    """It may be one of the site's terms; beside a disclaimer it is."""
    return _SITES_OWN.search(folded) is not None


def is_event(folded: str) -> bool:
    """It says when something happens, not when it was published."""
    return _EVENT.search(folded) is not None


_CLAUSE = re.compile(r"[，；：、].{1,300}[。！？]|^.{13,}[。！？…]|，.{4,300}，")
_TOKENS = re.compile(
    r"(?P<a>扫描|扫码|长按|识别|扫一扫)|(?P<b>二维码)|(?P<c>关注|订阅|粉丝|按赞|加入我们)|(?P<d>公众号|微信号|官方微信|微博|客户端|[Aa][Pp][Pp]|"
    r"视频号|头条号|专页|微信群|小程序)|(?P<e>下载|安装|打开)|(?P<f>更多|精彩|资讯|第一时间|即时|掌握|推送)|(?P<g>欢迎|敬请|点击|点赞|转发|收藏|在看)|"
    r"(?P<h>爆料|投稿|热线|报料)|(?P<i>Facebook|脸书|LINE|Telegram|WhatsApp|YouTube|Instagram)"
)
_ACCOUNTS = frozenset("bcdhi")
"""Those of codes, accounts and hot lines; a manual, too, says 打开, 点击 and 更多."""
_ASKS = re.compile(r"[请您你扫]|欢迎|点击|长按|搜索|添加|下载|立即|快来|我们|关注(?!的)|订阅")
"""What speaks to the reader; a report of an account does not."""
_BRIEF, _OPENING = 160, 40
"""A sentence longer than the first is a statement of the site's only if the words stand in its opening."""
_CALLED = 6
"""Characters before the first word of promotion: the name of the paper, 请, 如果您想."""
_CALLS = 3
"""Different words of promotion that no sentence of an article holds."""


_REPORTED = re.compile(
    r"(?!.{0,4}本[网站报刊社台公文])[^，。：]{2,24}(?:称|表示|指出|认为|透露|规定|强调|说)[，,：]"
)
"""Somebody is quoted: what follows is no statement of the site's."""


def is_sentence(folded: str) -> bool:
    """It closes like a sentence, or has several clauses: a word in it is no label."""
    return _CLAUSE.search(folded) is not None


def noise(folded: str, edge: bool) -> str:
    """The rule that takes a whole line out, or ''. `edge`: it stands before the first paragraph or after the last."""
    sentence = is_sentence(folded)
    if sentence and _REPORTED.match(folded):
        return ""
    for rule, search in _fitting(min(len(folded), _LONGEST), edge, sentence):
        if (found := search(folded)) and (not sentence or len(folded) <= _BRIEF or found.start() <= _OPENING):
            return rule
    if rule := furniture(folded, inside=not edge):
        return rule
    return "promotion" if sentence and edge and _calls(folded) >= _CALLS else ""


def _calls(folded: str) -> int:
    """Different words of promotion in a line that opens with one."""
    found = list(_TOKENS.finditer(folded)) if len(folded) <= _BRIEF else []
    words = {word.lastgroup for word in found}
    asks = words & _ACCOUNTS and found[0].start() <= _CALLED and _ASKS.search(folded)
    return len(words) if asks else 0


_LONGEST = max(max(line.inside, line.edge) for line in LINES) + 1


@cache
def _fitting(
    size: int, edge: bool, sentence: bool
) -> tuple[tuple[str, Callable[[str], re.Match[str] | None]], ...]:
    """Rule and search of the lines that take so many characters."""
    return tuple(
        (line.rule, line.pattern.search)
        for line in LINES
        if size <= (line.edge if edge else line.inside) and (line.sentence or not sentence)
    )
