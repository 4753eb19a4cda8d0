"""Lines of buttons, players, counters and doors of the page."""

from __future__ import annotations

from cleaners.readings.noise.line import Line, each, line

_SPACE = r"\s|｜:：/︰·•\[\]【】()（）"

BUTTONS: tuple[Line, ...] = (
    line("share", 30, 80,
        r"分享(?:到|至|给)\s?(?::|：|<buttons.share_target>|$)|<buttons.share>|转(?:发|贴|播)(?:到|至)<buttons.share_target>|"
        r"分享.{0,8}(?:到|至)(?:微信|微博|朋友圈)"),
    line("pagination", 12, 12, r"^[·•.—–-]\s?\d{1,4}\s?[·•.—–-]$"),
    line("pagination", 80, 80,
        r"^(?>[\[【(（<\s]*(?:<buttons.page>|共\s?\d+\s?页|第\s?\d+\s?页|\d{1,3}|[<>《》«»|.…]{1,3})"
        r"[\]】)）>\s|:：]*){1,30}+$"),
    line("video", 40, 100,
        r"^\W{0,2}(?:视频|音频)?<buttons.player>|^\d{1,2}:\d{2}(?:\s?/\s?\d{1,2}:\d{2})?$"),
    line("video", 60, 60, r"浏览器不支持.{0,12}<buttons.played>", True),
    line("tool", 24, 24, r"^\W{0,3}点击进入.{0,6}<buttons.forum>"),
    line("fold", 0, 60,
        r"(?:<paywall.pay>|购买\w{0,4}?)后?(?:即可|可|才能|才可|以)?(?:继续)?<paywall.read>|"
        r"<paywall.condition>(?:后|即可|可|之后)?.{0,8}<paywall.go_on>.{0,4}<paywall.whole>|"
        r"<paywall.reserved_for><paywall.reserved>|<paywall.left>.{0,8}\d{1,3}\s?%|\d{1,3}\s?%\s?未读|"
        r"^已有账号|已经?是会员|<paywall.door>|^\W{0,3}立即(?:订阅|开通|购买)\W{0,3}$"),
    line("video", 60, 100,
        r"未安装.{0,4}[Ff]lash|[Ff]lash.{0,8}(?:播放器|插件).{0,16}<buttons.plugin>|视频.{0,4}(?:无法|不能|不支持)播放|"
        r"^[^，。]{0,6}不支持播放[^，。]{0,4}(?:视频|音频)$|^(?:视频|音频)\s?\d{1,2}:\d\d$"),
    line("video", 40, 100, r"建议.{0,6}(?:WIFI|wifi|WiFi)|时长[:：]\s?\d|收(?<=\S收)起$"),
    line("tool", 0, 1, "^[xX×✕]$"),
    line("tool", 60, 60, r"^(?:[\[【<(（]\s?(?i:<buttons.placeholder>)\s?\d{0,3}\s?[\]】>)）]\s?){1,9}$"),
    line("tool", 80, 80, rf"^(?>[{_SPACE}<>\-—]*(?:<buttons.tool>|打\s印|\d{{1,6}}人?)){{1,14}}+[{_SPACE}]*$"),
    line("neighbour", 90, 90,
        r"^[\[【(（<\s]*(?:[上下前后]一?[篇条则页首章](?:文章)?)\s?(?:[▲▼△▽↑↓]\s?[:：]|[:：\]】)）>]).{0,80}|"
        r"^<\s?[上下前后]一?[篇条则页首章]\s.{0,80}", True),
    line("comment", 12, 12, r"^\W{0,3}<buttons.form>\s?[:：]$"),
    line("link", 240, 240,
        r"^(?:\w{0,8}<buttons.address>\w{0,8}\s?[:：]\s?)?(?:https?://|www\.)\S{4,200}$"),
)  # fmt: skip  # laid out for reading

READERS: tuple[Line, ...] = (
    line("keyword", 140, 140, r"^[\[【\s]*<buttons.keyword>\s?[:：]"),
    line("comment", 140, 140, r"的评论\s?[(（]共\s?\d+\s?条[)）]$"),
    line("comment", 20, 80, r"^.{0,4}发表.{0,6}评论"),
    line("comment", 20, 80,
        each("buttons.comment", "")
        + r"|已有\s?\d+\s?(?:条|人|位)|共有?\s?\d+\s?(?:条|人)(?:评论|参与|跟帖)|"
        r"人(?:(?<=\d人)|(?<=\d\s人))<buttons.counted>|登录后(?:才|可|发)"),
    line("keyword", 0, 80, r"^<buttons.filed_under>\s\S|^#[^\s#]{1,20}(?:\s\d{1,5}个)?$"),
    line("label", 0, 16, r"^[^。！？，]{0,6}(?:<buttons.empty_label>|相关\w{0,4}|字[号体级]\w{0,2})[:：]$"),
    line("contact", 0, 80, each("buttons.contact", r"(?:<buttons.reached_by>)?\s?[:：]")),
    line("contact", 0, 80,
        r"^[^。，！？“]{0,40}(?:(?<![\w.])<buttons.keeper_address>@[\w.-]{4,40}|<buttons.keeper><buttons.keeper_box>)[^。，]{0,40}$|"
        r"^\W{0,3}<buttons.keeper>\s?[:：]\s?\S{1,16}\s[^。，]{0,12}[\w.-]{1,30}@[\w.-]{4,40}$"),
    line("tool", 0, 60,
        r"^\W{0,3}(?:建议|推荐|最佳)[^。，]{0,24}\d{3,4}\s?[xX×*]\s?\d{3,4}[^。，]{0,12}(?:浏览|观看|分辨率)[^。，]{0,6}$"),
    line("disclaimer", 0, 60,
        r"^[^\s。，]{0,12}(?:网站?|书屋|文库|主页)(?:\s?版权所有)?\s(?:19|20)\d\d\s?[-–—~～至]\s?(?:(?:19|20)\d\d|今)(?:\s[^。，年]{0,24})?$"),
    line("contact", 0, 80,
        r"^(?:官方)?(?:微博|微信|公众号|抖音|微信公众号)(?:账号|帐号|ID)?\s?[:：]\s?@?[A-Za-z]\S{1,30}$|"
        r"^(?:官方)?微博\s?[:：]\s?@\S{2,20}$|^官方\w{2,6}[:：]\s?\S{2,20}$|"
        r"^(?:TEL|Tel|(?:企业)?QQ[群号]?|微信(?:号|ID)?)\s?[:：]\s?[\w+(（]|邮箱\s?[:：]\s?[\w.-]+@[\w.-]+$|"
        r"^[^。，:：]{0,16}[:：]\s?[\w.-]+@[\w.-]+$"),
)  # fmt: skip  # laid out for reading
"""Keywords, comments, labels and addresses."""

RECORDS: tuple[Line, ...] = (
    line("record", 0, 40, r"^《?[\w·]{2,20}》?\s?(?:19|20)\d\d年第?\d{1,2}期$"),
    line("record", 0, 200,
        r"^[(（](?:\d[.、]?)?[^。()（）]{0,60}<buttons.institute>[^。]{0,80}\d{6}[^。]{0,80}[)）]$", True),
    line("record", 0, 24, r"^内容提要\s?[:：]\s?\S{1,16}$"),
    line("record", 0, 12, r"^(?:总|期刊)?第\s?\d{1,4}\s?期$"),
    line("record", 80, 80,
        r"^[\w-]{1,40}\.(?:jpe?g|JPE?G|png|PNG|gif|webp|bmp|heic)(?:\s?[(（][^()（）]{0,60}[)）])?$"),
    line("record", 0, 40, r"^[^。，]{1,20}\s?专栏收录该内容$"),
    line("record", 0, 90, r"^\W{0,3}<buttons.filed>已经?被?[^，。]{0,16}收录(?:[至到进入于在]|$)"),
    line("promotion", 0, 40, r"^\W{0,3}订阅(?:本|该|此)?专栏(?:\s|$)"),
    line("tool", 40, 40, r"^[^，。]{2,24}的(?:做法|制作方法)\s?步骤\s?\d{1,2}$"),
    line("counter", 0, 60, r"^(?:[\u3400-\u9fffA-Z]{2,10}\s)?(?:\d{5,6}\s)?\d[\d.,]*\s[+-]\d[\d.]*\s[+-]?\d[\d.]*%$"),
    line("record", 0, 24, r"^第?[A-Z]?\d{1,3}版\s?[:：]\s?\S{2,12}$"),
    line("record", 60, 60, r"^附件\W{0,2}【[^】]{1,50}】\s?已下载\s?\d{0,7}\s?次$"),
    line("record", 0, 120, r"^※\s?(?:发信站|文章网址|编辑|转录者)\s?[:：]", True),
    line("counter", 0, 120, r"^参与人数\s?\d{1,5}(?:\s\w{2,4}\s?[+-]\d{1,5}){1,4}(?:\s|$)", True),
    line("counter", 40, 40,
        r"^(?:(?:[全本]文|共|约|\s){0,3}(?:字数\s?\d{1,6}|\d{1,6}\s?字)\s?[，,·|]\s?)?"
        r"(?:预计)?阅读(?:时间|时长)?(?:大?约)?(?:需要?)?\s?[:：]?\s?\d{1,3}\s?分钟[。]?$"),
    line("counter", 0, 24, r"^[全本]文(?:字数|[共约总计大\s]){1,4}[:：]?\s?约?\d{1,6}\s?字(?:左右)?[。]?$"),
    line("record", 0, 60, r"^\W{0,3}[^。，]{1,40}下载\s?[(（][^()（）]{0,20}\d\s?[KMkm]?B?[)）]$"),
    line("crumb", 100, 100,
        r"^(?:您|你)?(?:的?(?:当前|现在|所在))?.{0,3}位置\s?[:：]|"
        r"^[^\s>＞»›]{2,12}(?:\s?(?:>{1,2}|＞|»|›)\s?[^\s>＞»›]{2,16}){2,6}$|"
        r"^[首主]页\s?(?:>{1,2}|＞|»|›)\s?[^\s>＞»›]{2,16}$"),
    line("merchant", 90, 90, r"^[\[【]\s?<~buttons.merchant>\s?[\]】]"),
    line("merchant", 60, 90, r"<buttons.price>\s?[:：]\s?\d.{0,40}\s<buttons.offer>"),
    line("neighbour", 60, 90,
        r"^\W{0,3}(?:延伸(?=[:：])|(?:请?继续|更多|相关|延伸)<buttons.beside>|<buttons.shown_too>)\s?[:：]\s?\S"),
    line("counter", 0, 40, r"^\+\d{1,3}$|^(?:图片|图|第)?\s?\d{1,3}\s?/\s?\d{1,3}\s?张?$|^\d+\s?次(?:浏览|阅读|点击)?$"),
    line("vote", 0, 60, r"^\W{0,3}(?:今日|今天|本期)?(?:互动|留言)(?:话题|问题|时间)?\W{0,2}[:：]", True),
    line("vote", 0, 60, r"^[(（]?(?:<buttons.poll>|您(?:看完|对).{0,20}[?？])"),
    line("vote", 40, 40, r"^\W{0,3}<buttons.judged>.{0,6}对?[您你]?.{0,4}(?:帮助|帮到[您你]|用)(?:吗|么|？)[？?]?\W{0,3}$"),
    line("vote", 40, 80, r"^[^。]{0,16}(?>\W{0,4}<buttons.mood>[\s:：(（]{0,3}\d{1,6}[%人票次)）]{0,2}){2,12}+\W*$"),
    line("tool", 40, 60,
        r"^\W{0,3}[如若您你]{0,2}<buttons.flawed>[^，。？?]{0,8}(?:错误|有误|错字|错别字|勘误)[?？，,、\s]"
        r"[^。]{0,16}<buttons.mended>[^。，]{0,12}$"),
    line("tool", 60, 80,
        r"^(?:[(（]?<buttons.renewing>|[(（][^。]{0,6}每)[^。]{0,24}<buttons.renewed>[^。]{0,24}[。！]?[)）]?$", True),
    line("vote", 0, 60, each("buttons.ballot", r"\s?[(（]?\d*[)）]?$")),
    line("end", 8, 8, r"^[(（\[【—\-\s]{0,3}<buttons.end>[)）\]】—\-\s]{0,3}$"),
)  # fmt: skip  # laid out for reading
"""Records of the text, the way to it, shops, votes, the end."""
