"""One line for each word of the lists: what the word does, shown by the shortest text. `python -m
tests.cleaners.lexicon.lines` writes words.tsv anew, with a line for each word that the lists hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path

from cleaners.document import Body, Document, Run
from cleaners.dom import parse
from cleaners.kinds.families import leads_elsewhere, leads_to_chapters, stated_other
from cleaners.kinds.genre import genre_of
from cleaners.kinds.named import names_comments, names_terms, standing_kind
from cleaners.kinds.notices import told_notice
from cleaners.lexicon import LISTS, fold, furniture, is_prose
from cleaners.lexicon.commands import is_command, is_taught
from cleaners.metadata import Metadata
from cleaners.metadata.byline.furniture import without_furniture
from cleaners.metadata.byline.labels import Kind, fields
from cleaners.metadata.byline.names import is_nobody, is_outlet, is_person, is_press
from cleaners.metadata.byline.outlets import clean_source, has_outlet_form
from cleaners.metadata.byline.unlabelled import OTHER_WORDS
from cleaners.metadata.dates import find_dates
from cleaners.metadata.dates.printed import Meaning, meaning_of
from cleaners.metadata.lines import starts_related
from cleaners.metadata.pagination import is_pager
from cleaners.metadata.people.bare import bare_credits
from cleaners.metadata.people.credits import line_credits, names_in
from cleaners.metadata.people.marked import is_pen_name
from cleaners.metadata.people.signed import cell_label
from cleaners.metadata.summary import LABEL
from cleaners.metadata.title.signs import TITLE_LABEL, Candidate
from cleaners.metadata.title.strings import headline_of, is_site_name, key, says_nothing, tidy_title
from cleaners.metadata.works import describes_work
from cleaners.page.sight import FOLDED, Sight
from cleaners.readings.appeals import BUY, asks_deed, follows_author
from cleaners.readings.author import tells_life
from cleaners.readings.cards import QUOTED, READ
from cleaners.readings.noise import noise
from cleaners.readings.noise.addressed import is_addressed
from cleaners.readings.noise.calls import KINDS, is_call
from cleaners.readings.noise.closings import closing
from cleaners.readings.noise.facts import is_event, is_fact
from cleaners.readings.noise.sentences import is_reported
from cleaners.readings.noise.terms import is_statement
from cleaners.readings.resumed import AFTERWORD
from cleaners.readings.sections import is_telling, section
from cleaners.readings.subject import LIVE
from cleaners.readings.truncated import tells_fold
from cleaners.restate.headings import BARE, BUTTON
from cleaners.sites import GENERIC
from crawler.politeness.signs import sign_of
from schemas import Kind as KindOfPage
from schemas import Role

WORDS = Path(__file__).with_name("words.tsv")
_FETCHED = "下载石桥手机客户端全新版本，{}石桥镇与河岸两地各村的突发消息天气"
_BARE = Document(runs=[], site=GENERIC)


def _labels(kind: Role | Kind, form: str = "{}：王小明", *, spaced: bool = False) -> Callable[[str], bool]:
    """Whether the word, after what the form has before it, is the whole label of a field of a kind."""

    def check(word: str) -> bool:
        line = form.format(" ".join(word) if spaced else word)
        start = form.index("{")
        return any(
            found.kind is kind and found.start == start and found.value in ("王小明", "河岸日报")
            for found in fields(line)
        )

    return check


def _unfolds(word: str) -> bool:
    """Whether a button with the word shows what is hidden behind it."""
    tree = parse(f"<div><b>{word}</b><p id=i style='display:none'>石桥</p></div>")
    return Sight(tree).of(tree.cssselect("#i")[0]) == FOLDED


def _names(form: str, name: str = "王小明") -> Callable[[str], bool]:
    """Whether a byline with the word names this person alone."""
    return lambda word: [credit.name for credit in line_credits(form.format(word))] == [name]


def _means(meaning: Meaning) -> Callable[[str], bool]:
    return lambda word: meaning_of(fold(f"{word}："), "") is meaning


def _counts(name: str) -> Callable[[str], bool]:
    return lambda word: genre_of(_BARE, Body((word,), 0, 0), "", Metadata({})).figures[name] == 1


def _takes(rule: str, *forms: str) -> Callable[[str], bool]:
    """Whether a line with the word is taken by a rule, in one of the forms, and not without the word."""

    def check(word: str) -> bool:
        return any(noise(fold(form.format(word)), edge=True) == rule for form in forms)

    return check


def _turns(form: str) -> Callable[[str], bool]:
    """Whether a sentence with the word turns to its reader."""
    return lambda word: is_addressed(fold(form.format(word)), edge=True)


def _called(kind: str) -> Callable[[str], bool]:
    """Whether the word is a kind of promotion of its own, beside two others."""
    others = [
        word
        for other, word in (("networks", "脸书"), ("hot_lines", "爆料"), ("codes", "二维码"))
        if other != kind
    ]
    return lambda word: is_call(fold(f"请{word} {others[0]} {others[1]}"))


def _folds(form: str) -> Callable[[str], bool]:
    """Whether a line with the word says that the text is cut."""
    return lambda word: tells_fold(fold(form.format(word)))


def _heads(rule: str, form: str = "{}") -> Callable[[str], bool]:
    """Whether the word makes a heading of a kind."""

    def check(word: str) -> bool:
        found = section(fold(form.format(word)))
        return found is not None and found.rule == rule

    return check


def _is_affiliation(word: str) -> bool:
    """Whether the word tells that a name stands before it; a post tells that, too, where it stands in a bracket."""
    if word in LISTS["names.post"]:
        return names_in(f"王小明某石桥{word}人", Role.AUTHOR, marked=True) == ["王小明"]
    return [credit.name for credit in bare_credits(f"王小明（石桥{word}）")] == ["王小明"]


def _is_place(word: str) -> bool:
    """Whether the word is no part of a name before it; `王明马` would be one before 鞍山."""
    name = "王小明 " if word[1:] in LISTS["names.place"] else "王明"
    return _names(f"记者 {name}{{}}报道", name.strip())(word)


def _ends_value(word: str) -> bool:
    """Whether the word ends the value of a field."""
    return without_furniture(f"河岸日报 {word}") == "河岸日报"


def _says(word: str) -> bool:
    """Whether a small page with the word may be the host's own."""
    return (
        sign_of(200, f"<p>{word}</p>".encode(), "text/html; charset=utf-8") == f"it says {fold(word).lower()}"
    )


def _lies_over(*lines: str) -> Candidate:
    """The last of lines above a text."""
    return Candidate(lines, [key(line) for line in lines], len(lines) - 1, len(lines))


def _notices(kind: KindOfPage, form: str = "{}") -> Callable[[str], bool]:
    """Whether a text of the word is a notice of a kind."""

    def check(word: str) -> bool:
        found = told_notice(form.format(word))
        return found is not None and found[0] is kind

    return check


SHOWN: dict[str, Callable[[str], bool]] = {
    "bylines.blank": _takes("byline", "{} 李石桥"),
    "bylines.described": _takes("byline", "{}简介：住在石桥镇。"),
    "bylines.done": _takes("dateline", "石桥 {}于 3 天前"),
    "bylines.editor": _takes("editor", "{}：李石"),
    "bylines.instance": _takes("editor", "{}：李石"),
    "bylines.label": lambda word: (
        noise(fold(f"{word}：石桥 12 号河"), edge=True)
        == noise(fold(f"（{word}：石桥 12 号河）"), edge=False)
        == "byline"
    ),
    "bylines.life": lambda word: tells_life(fold(f"石桥{word}，有三只猫。")),
    "bylines.not_name": lambda word: not noise(fold(f"本报记者{word}日"[: 4 + max(3, len(word))]), edge=True),
    "bylines.original_title": _takes("title_note", "{}：步道开放"),
    "bylines.part": _takes("byline", "图丨石桥 {}丨李石"),
    "bylines.person": _takes("byline", "◎石桥日报{} Jeremy Stone"),
    "bylines.pictured": _takes("byline", "{}来源，石桥"),
    "bylines.stroke": lambda word: noise(fold(f"{word}｜李石桥"), edge=False) == "byline",
    "bylines.taken": _takes("byline", "文章{}：《石桥散记》第三卷"),
    "bylines.together": _takes("byline", "文、{}：石桥", "{}、文：石桥"),
    "buttons.address": _takes("link", "石桥{}：https://example.com/1"),
    "buttons.ballot": _takes("vote", "{}(12)"),
    "buttons.beside": _takes("neighbour", "相关{}：步道开放"),
    "buttons.buy": lambda word: BUY.fullmatch(fold(word)) is not None,
    "buttons.comment": _takes("comment", "12 {}"),
    "buttons.contact": _takes("contact", "石桥{}：0000000"),
    "buttons.counted": _takes("comment", "石桥12人{}"),
    "buttons.edit": lambda word: BUTTON.fullmatch(fold(f"[{word}]")) is not None,
    "buttons.empty_label": _takes("label", "石桥{}："),
    "buttons.end": _takes("end", "（{}）"),
    "buttons.filed": _takes("record", "{}已被收录于石桥集"),
    "buttons.filed_under": _takes("keyword", "{} 随笔"),
    "buttons.flawed": _takes("tool", "{}有误？反馈"),
    "buttons.forum": _takes("tool", "点击进入石桥{}"),
    "buttons.heading": lambda word: BARE.fullmatch(fold(word)) is not None,
    "buttons.institute": _takes("record", "(石桥{},江南 410205)"),
    "buttons.judged": _takes("vote", "{}有用吗？"),
    "buttons.keyword": _takes("keyword", "{}：石桥"),
    "buttons.mended": _takes("tool", "内容有误？请{}"),
    "buttons.merchant": _takes("merchant", "[{}] 石桥"),
    "buttons.mood": lambda word: noise(fold(f"{word} 12 {word} 3"), edge=True) == "vote",
    "buttons.offer": _takes("merchant", "石桥 参考价：9万 {}"),
    "buttons.price": _takes("merchant", "石桥 {}：9万 询底价"),
    "buttons.page": _takes("pagination", "{} 1 2"),
    "buttons.placeholder": _takes("tool", "[{}]"),
    "buttons.played": _takes("video", "浏览器不支持{}"),
    "buttons.player": _takes("video", "视频{}"),
    "buttons.plugin": _takes("video", "Flash插件请{}"),
    "buttons.poll": _takes("vote", "（{}）步道"),
    "buttons.reached_by": _takes("contact", "编辑部{}：0000000"),
    "buttons.quoted": lambda word: QUOTED.fullmatch(fold(f"{word} 1.04% {word} 2亿")) is not None,
    "buttons.read": lambda word: READ.fullmatch(fold(word)) is not None,
    "buttons.renewed": _takes("tool", "本页每五分钟{}"),
    "buttons.renewing": _takes("tool", "{}每五分钟自动更新"),
    "buttons.share": _takes("share", "{}"),
    "buttons.share_target": _takes("share", "转发到{}"),
    "buttons.shown_too": _takes("neighbour", "{}：步道开放"),
    "buttons.keeper": _takes("contact", "石桥{}信箱"),
    "buttons.keeper_address": _takes("contact", "石桥书屋 {}@shiqiao.example"),
    "buttons.keeper_box": _takes("contact", "石桥站长{}"),
    "buttons.tool": lambda word: noise(fold(f"{word} 打印"), edge=False) == "tool",
    **{f"calls.about_{kind}": _called(kind) for kind in KINDS},
    "buttons.unfold": _unfolds,
    "calls.joined": _takes("promotion", "加入石桥{}看更多"),
    "calls.drawn": _takes("promotion", "{}石桥？订阅我们的 Podcast"),
    "calls.gained": _takes("promotion", "加入石桥好友，{}"),
    "calls.account": _takes("promotion", "添加石桥{}石桥"),
    "calls.asks": lambda word: is_call(fold(f"公众号 脸书 爆料：{word}")),
    "calls.at_once": _takes("promotion", "石桥立即{}"),
    "calls.at_once_whole": _takes("promotion", "＊立即{}石桥新闻，掌握时事。"),
    "calls.fetch": _takes("promotion", "{}石桥客户端"),
    "calls.fetch_now": lambda word: (
        noise(fold(f"{word}{_FETCHED.format('掌握')}"), edge=False) == "promotion"
    ),
    "calls.fetched_for": lambda word: noise(fold(f"按此{_FETCHED.format(word)}"), edge=False) == "promotion",
    "calls.follow": _takes("promotion", "{}石桥公众号，"),
    "calls.gift": _takes("promotion", "石桥{}：123-456-7890（石桥社）"),
    "calls.begs": _takes("promotion", "石桥{}的人，收藏，三连"),
    "calls.deed": lambda word: asks_deed(fold(word)),
    "calls.follows": lambda word: follows_author(fold(word)),
    "calls.soon": lambda word: asks_deed(fold(f"{word}订阅")),
    "calls.play": _takes("promotion", "步道有多长？点击进入{}"),
    "calls.voucher": _takes("promotion", "石桥{}，点击领取"),
    "calls.given": _takes("promotion", "还没有人{}"),
    "calls.hand": _takes("promotion", "石桥请三连，{}"),
    "calls.treat": _takes("promotion", "文末{}"),
    "calls.work": _takes("promotion", "{}不易，支持。"),
    "calls.backed": _takes("promotion", "请赞助石桥的{}"),
    "calls.backed_by": _takes("promotion", "{}石桥，请赞助独立媒体"),
    "calls.backing": _takes("promotion", "{}石桥会员，赞助独立媒体"),
    "calls.backs": _takes("promotion", "加入石桥{}，守住独立媒体"),
    "calls.channel": _takes("promotion", "追踪石桥{}"),
    "calls.circle": _takes("promotion", "扩散{}"),
    "calls.door": _takes("promotion", "戳{}石桥"),
    "calls.favour": _takes("promotion", "觉得启发请{}石桥"),
    "calls.go": _takes("more", "需了解步道敬请{}石桥"),
    "calls.group": _takes("promotion", "加QQ石桥{}石桥"),
    "calls.house": _takes("promotion", "希望上述石桥帮到石桥，{}石桥"),
    "calls.learn": _takes("more", "需{}步道敬请收藏石桥"),
    "calls.liked": _takes("promotion", "喜欢{}快打赏石桥"),
    "calls.matter": lambda word: not closing(fold(f"想知道{word}步道敬请收藏石桥")),
    "calls.merits": lambda word: not closing(fold(f"石桥{word}点个爱心吧")),
    "calls.missed": _takes("promotion", "石桥设为星标{}"),
    "calls.others": lambda word: not closing(fold(f"扩散，{word}周知")),
    "calls.paid_by_code": _takes("promotion", "支付宝扫码{}"),
    "calls.pleased": _takes("promotion", "觉得石桥{}快打赏石桥"),
    "calls.served": _takes("promotion", "以上就是{}讲的步道，敬请期待石桥"),
    "calls.spoken": lambda word: not closing(fold(f"今天的{word}石桥介绍到这里，敬请期待")),
    "calls.thanks": _takes("promotion", "本文到此结束，{}"),
    "calls.told": _takes("promotion", "本文{}这儿，敬请期待"),
    "calls.urged": _takes("promotion", "【关于石桥】步道的消息，{}，线索都好。"),
    "calls.urges": _takes("promotion", "{}转发周知"),
    "calls.where": _takes("promotion", "戳{}小程序石桥"),
    "calls.whole": _takes("promotion", "以上是步道{}，下期石桥"),
    "calls.wished": _takes("promotion", "本文到此结束，{}石桥的老街和步道。"),
    "calls.work_on": _takes("promotion", "你的好意是{}动力"),
    "calls.had_by": _takes("more", "更多步道请{}石桥，石桥早知道。"),
    "calls.lead_to": _takes("promotion", "【关于石桥】步道的消息，期待您的{}吧。"),
    "calls.letter": _takes("promotion", "订阅石桥{}"),
    "calls.like": _takes("promotion", "Google plus 石桥{}"),
    "calls.named_account": _takes("promotion", "请关注石桥{}，里面有步道。"),
    "calls.network": _takes("promotion", "{}石桥按赞"),
    "calls.on": _takes("more", "石桥{}"),
    "calls.open": _takes("more", "{}石桥精彩"),
    "calls.opened": _takes("more", "欲知石桥{}"),
    "calls.paid_for": _takes("promotion", "需要支付三元后{}"),
    "calls.scan": _takes("promotion", "石桥{}二维码"),
    "calls.scanned": _takes("promotion", "扫扫石桥{}"),
    "calls.welcome": _takes("promotion", "石桥欢迎{}石桥"),
    "furniture.apart": lambda word: without_furniture(f"河岸日报 {word} 12").strip() == "河岸日报",
    "furniture.button": _ends_value,
    "furniture.count": _ends_value,
    "furniture.next": _ends_value,
    "hosts.ban": _says,
    "hosts.captcha": _says,
    "hosts.maintenance": _says,
    "kinds.chapter": lambda word: leads_to_chapters(
        Document(runs=[Run(word, None, len(word))], site=GENERIC)
    ),
    "kinds.house": lambda word: standing_kind(word) is KindOfPage.SHELL,
    "kinds.hint": lambda word: standing_kind(word) is KindOfPage.NOTICE,
    "kinds.sign_in": lambda word: standing_kind(word) is KindOfPage.LOGIN,
    "kinds.by": lambda word: standing_kind(f"{word}：王小明") is KindOfPage.USER,
    "kinds.own": lambda word: standing_kind(f"王小明的{word}") is KindOfPage.USER,
    "kinds.terms": lambda word: names_terms(f"石桥{word}"),
    "kinds.comments": lambda word: names_comments(f"步道{word}"),
    "kinds.user": lambda word: stated_other(word, Counter()) is KindOfPage.USER,
    "kinds.whole": lambda word: leads_elsewhere(f"石桥{word}"),
    "notices.blocked": _notices(KindOfPage.BLOCKED),
    "notices.closed": _notices(KindOfPage.NOTICE),
    "notices.error": _notices(KindOfPage.ERROR),
    "notices.gone": _notices(KindOfPage.ERROR, "页面{}"),
    "notices.lacked": lambda word: told_notice(f"公告内容不存在{word}。") is None,
    "notices.log_in": _notices(KindOfPage.LOGIN, "请先{}"),
    "notices.page": _notices(KindOfPage.ERROR, "{}不存在"),
    "facts.event": lambda word: is_event(fold(f"{word}：9:30")),
    "facts.label": lambda word: is_fact(fold(f"{word}：石桥")),
    "facts.opened": lambda word: is_fact(fold(f"{word}：石桥")),
    "facts.told": lambda word: is_fact(fold(f"{word}：石桥")),
    "headings.afterword": lambda word: AFTERWORD.match(fold(f"{word}：石桥")) is not None,
    "headings.advertisement": _heads("advertisement"),
    "headings.aside": _heads("aside"),
    "headings.card": _heads("byline", "作者{}"),
    "headings.comment": _heads("comment", "全部{}"),
    "headings.lead": _heads("related", "{}速递"),
    "headings.list": _heads("related", "24小时的车型的{}"),
    "headings.notice": _heads("disclaimer", "{}声明"),
    "headings.open": lambda word: not is_telling(fold(word)),
    "headings.other": _heads("related"),
    "headings.reader": _heads("comment", "{}留言"),
    "headings.related_thing": _heads("related", "同类{}"),
    "headings.relating": _heads("related", "{}故事"),
    "headings.share": _heads("share"),
    "headings.tags": _heads("tags"),
    "headings.tags_of": _heads("tags", "{}标签"),
    "headings.thing": _heads("related", "同类{}"),
    "headings.video": _heads("video", "视频{}"),
    "headings.vote": _heads("vote"),
    "headings.written": _heads("related", "王小明的其他{}"),
    "paywall.application": _folds("打开石桥{}看全文"),
    "paywall.asked": _folds("查看本文请{}"),
    "paywall.condition": _folds("{}后看全文"),
    "paywall.door": _takes("fold", "{}"),
    "paywall.free": _folds("您的免费{}已用完"),
    "paywall.go_on": _folds("登录后{}全部"),
    "paywall.left": _takes("fold", "{} 72 %"),
    "paywall.member": _folds("本文{}可见"),
    "paywall.offer": _folds("{}本文须成为"),
    "paywall.offered": _folds("查看{}请开通"),
    "paywall.only": _folds("本文会员{}"),
    "paywall.opens": _folds("打开客户端{}全文"),
    "paywall.pay": _takes("fold", "{}后查看"),
    "paywall.read": _takes("fold", "付费{}"),
    "paywall.rest": _folds("{} 72 %"),
    "paywall.sample": _folds("{}"),
    "paywall.spent": _folds("您的免费文章已{}"),
    "paywall.whole": _folds("登录后看{}"),
    "paywall.withheld": _folds("{}会员可见"),
    "paywall.reserved": _takes("fold", "会员{}"),
    "paywall.reserved_for": _takes("fold", "{}专享"),
    "sentences.says": lambda word: is_reported(fold(f"石桥镇{word}，步道开放。")),
    "terms.after_original": _takes("disclaimer", "本文由石桥原创，{}。"),
    "terms.allowed": _takes("disclaimer", "未经石桥{}，不可用。"),
    "terms.asked": _takes("disclaimer", "石桥网未经{}。"),
    "terms.claim": _takes("disclaimer", "如有{}，请来函。"),
    "terms.declines": _takes("disclaimer", "上述资料仅供参考，石桥{}。"),
    "terms.forbidden": _takes("disclaimer", "{}镜像。"),
    "terms.infringe": _takes("disclaimer", "{}石桥权益。"),
    "terms.invest": _takes("disclaimer", "据此{}。"),
    "terms.marked": _takes("disclaimer", "② 凡注明石桥{}的均为原创"),
    "terms.more": lambda word: is_statement(fold(f"石桥{word}")),
    "terms.named": _takes("disclaimer", "转载须同意，{}。"),
    "terms.notice": _takes("disclaimer", "石桥{}"),
    "terms.own": _takes("disclaimer", "{}资料谨供参考，恕不负责。"),
    "terms.opinion": _takes("disclaimer", "谨代表石桥{}"),
    "terms.react": _takes("disclaimer", "如有侵权，请{}。"),
    "terms.reuse": _takes("disclaimer", "谢绝{}。"),
    "terms.right": _takes("disclaimer", "侵害石桥{}。"),
    "terms.said": _takes("disclaimer", "用户{}，不代表石桥。"),
    "terms.sent": _takes("disclaimer", "石桥{}"),
    "terms.speaks": _takes("disclaimer", "{}石桥本人"),
    "terms.stated": _takes("disclaimer", "{}声明：步道。"),
    "terms.states": _takes("disclaimer", "石桥声明：{}步道。"),
    "terms.titled": _takes("disclaimer", "{}：步道。"),
    "terms.told": _takes("disclaimer", "石桥{}：12345"),
    "terms.use": _takes("disclaimer", "上述资料{}石桥参考，恕不负责。"),
    "terms.uttered": _takes("disclaimer", "{}作者本人"),
    "commands.around": lambda word: is_command(fold(f"{word}点击图片"), inside=True),
    "commands.deed": lambda word: is_command(fold(f"点击{word}"), inside=True),
    "commands.gesture": lambda word: is_command(fold(f"{word}图片"), inside=True),
    "commands.larger": lambda word: is_command(fold(f"查看{word}"), inside=True),
    "commands.program": lambda word: is_command(fold(f"打开石桥{word}"), inside=True),
    "commands.rest": lambda word: is_command(fold(f"展开{word}"), inside=True),
    "commands.taught": lambda word: is_taught(fold(word)),
    "commands.thing": lambda word: is_command(fold(f"点击{word}"), inside=True),
    "addressed.reader": _turns("{}本站关注网站石桥石桥石桥石桥石桥石桥"),
    "addressed.house": _turns("您{}关注网站石桥石桥石桥石桥石桥石桥"),
    "addressed.deed": _turns("您本站{}网站石桥石桥石桥石桥石桥石桥"),
    "addressed.means": _turns("您本站关注{}石桥石桥石桥石桥石桥石桥"),
    "addressed.manner": _turns("本站{}关注网站石桥石桥石桥石桥石桥石桥"),
    "addressed.told": lambda word: not _turns("您本站关注网站石桥石桥石桥石桥石桥石桥{}")(word),
    "addressed.served": lambda word: not _turns("您本站关注网站石桥石桥石桥石桥石桥石桥{}")(word),
    "dates.kind": lambda word: meaning_of(fold(f"更新{word}："), "") is Meaning.UPDATED,
    "dates.period": lambda word: (
        [date.raw for date in find_dates(f"2026年5月9日 {word} 9:30")] == [f"2026年5月9日 {word} 9:30"]
    ),
    "dates.zone": lambda word: (
        [date.raw for date in find_dates(f"2026年5月9日 {word} 9:30")] == [f"2026年5月9日 {word} 9:30"]
    ),
    "dates.other": _means(Meaning.OTHER),
    "dates.publish": _means(Meaning.PUBLISHED),
    "dates.written": _means(Meaning.WRITTEN),
    "dates.update": _means(Meaning.UPDATED),
    "facts.own": lambda word: not describes_work(["导演：石桥", "片长：石桥", f"{word}：石桥"], 2),
    "facts.work": lambda word: describes_work([f"{word}：石桥", "导演：石桥", "作者：石桥"], 2),
    "fields.cell": lambda word: [field.kind for field in cell_label(word)] in ([Role.AUTHOR], [Role.EDITOR]),
    "fields.counter": _labels(Kind.OTHER),
    "fields.date": _labels(Kind.OTHER),
    "fields.not_source": _labels(Kind.OTHER),
    "fields.other": _labels(Kind.OTHER),
    "fields.source": _labels(Kind.SOURCE, "二月三日{}：河岸日报"),
    "fields.source_glued": _labels(Kind.SOURCE, "{}河岸日报"),
    **{name: _counts(name.removeprefix("genres.")) for name in LISTS if name.startswith("genres.")},
    "lines.beside_tool": lambda word: furniture(fold(f"返回首页 {word}")) == "tool",
    "lines.call": lambda word: furniture(fold(word)) == "promotion",
    "lines.inserted": lambda word: furniture(fold(word), inside=True) == "promotion",
    "lines.door": lambda word: furniture(fold(f"石桥{word} | 渡口{word} | 老街馆")) == "tool",
    "lines.doors": lambda word: furniture(fold(f"{word}石桥日报")) == "tool",
    "lines.filed": lambda word: furniture(fold(word), inside=True) == "record",
    "lines.particle": lambda word: is_prose(f"石桥已成 {word}且通车"),
    "lines.tool": lambda word: furniture(fold(word)) == "tool",
    "lines.whole": lambda word: furniture(fold(word), inside=True) == "tool",
    "names.button": lambda word: not is_pen_name(f"{word}至石桥", _BARE),
    "names.compound": lambda word: is_person(f"{word}小明"),
    "names.end": lambda word: not is_person(f"王{word}"),
    "names.listen": lambda word: is_nobody(f"{word}新闻"),
    "names.listened": lambda word: is_nobody(f"听{word}"),
    "names.mongolian": lambda word: is_person(word if len(word) > 2 else f"{word}高娃"),
    "names.nobody": is_nobody,
    "names.affiliation": _is_affiliation,
    "names.never": lambda word: not any(is_person(f"王小{char}") for char in word),
    "names.place": _is_place,
    "names.post": _names("作者：王小明{}"),
    "names.surname": lambda word: all(is_person(f"{char}小明") for char in word),
    "names.tibetan": lambda word: is_person(f"{word}卓玛"),
    "names.way": _names("记者王明{}报道", "王明"),
    "names.word": lambda word: not is_person(word) and fold(word) in OTHER_WORDS,
    "outlets.beside_date": lambda word: not has_outlet_form(word) and fold(word) in OTHER_WORDS,
    "outlets.column": lambda word: not has_outlet_form(f"{word}新闻"),
    "outlets.desk": lambda word: not has_outlet_form(f"{word}中心"),
    "outlets.end": lambda word: is_outlet(f"河岸{word}"),
    "outlets.column_kind": lambda word: not has_outlet_form(f"国内{word}"),
    "outlets.edition": lambda word: is_press(f"河岸日报{word}"),
    "outlets.known": has_outlet_form,
    "outlets.not_press": lambda word: not is_press(f"河岸{word}"),
    "outlets.press": lambda word: is_press(f"河岸{word}"),
    "offers.later": _takes("promotion", "{} 首月九块"),
    "offers.lure": _takes("promotion", "加好友 {}"),
    "offers.now": _takes("promotion", "{} 石桥 9元"),
    "pager.next": is_pager,
    "pleas.chapters": _takes("promotion", "今天晚上{}，大家早睡"),
    "pleas.given": _takes("promotion", "感谢石桥的{}"),
    "pleas.sought": _takes("promotion", "大家求{0}求{0}的石桥"),
    "pleas.sought_alone": _takes("promotion", "新书求{}"),
    "around.related_thing": lambda word: starts_related(f"延伸{word}"),
    "around.summary": lambda word: LABEL.match(fold(f"【{word}】石桥")) is not None,
    "around.related": lambda word: starts_related(word) or starts_related(f"{word}新闻"),
    "roles.author": _labels(Role.AUTHOR, spaced=True),
    "roles.author_and_pictures": _labels(Role.AUTHOR, "{} 王小明"),
    "roles.author_open": _labels(Role.AUTHOR, "{} 王小明 来源：河岸日报"),
    "roles.copy_editor": _labels(Role.COPY_EDITOR, "{} 王小明"),
    "roles.correspondent": _labels(Role.CORRESPONDENT, "{}王小明"),
    "roles.desk": _labels(Role.EDITOR, "{}编辑：王小明"),
    "roles.editor": _labels(Role.EDITOR, "{} 王小明"),
    "roles.editor_abbreviated": _labels(Role.EDITOR, "{} 王小明"),
    "roles.editor_informal": _labels(Role.EDITOR, "{} 王小明"),
    "roles.photographer": _labels(Role.PHOTOGRAPHER, "{} 王小明"),
    "roles.photographer_marked": _labels(Role.PHOTOGRAPHER),
    "roles.proofreader": _labels(Role.PROOFREADER, "{} 王小明"),
    "roles.rank": _labels(Role.REPORTER, "{}记者王小明"),
    "roles.reporter": _labels(Role.REPORTER, "{}王小明"),
    "roles.reporting": lambda word: bool(bare_credits(f"{word}王小明／综合报导")),
    "roles.reporter_first": _labels(Role.REPORTER),
    "roles.reporter_marked": _labels(Role.REPORTER),
    "roles.responsible": lambda word: any(
        field.responsible for form in ("{}编辑：王小明", "{}：王小明") for field in fields(form.format(word))
    ),
    "roles.reviewer": _labels(Role.REVIEWER, "二月三日{}：王小明"),
    "roles.reviewer_open": _labels(Role.REVIEWER, "{} 王小明 来源：河岸日报"),
    "roles.translator": _labels(Role.TRANSLATOR, "{} 王小明"),
    "titles.live": lambda word: LIVE.search(fold(f"石桥合龙{word}")) is not None,
    "titles.badge": lambda word: tidy_title(f"[{word}]题目") == "题目",
    "titles.badge_before_blank": lambda word: tidy_title(f"{word} 题目") == "题目",
    "titles.badge_before_colon": lambda word: tidy_title(f"{word}：题目") == "题目",
    "titles.channel": lambda word: clean_source(f"河岸日报 {word}") == "河岸日报",
    "titles.label": lambda word: TITLE_LABEL.fullmatch(fold(f"{word}：")) is not None,
    "titles.page_kind": says_nothing,
    "titles.release": lambda word: _lies_over(f"石桥{word}").is_letterhead(),
    "titles.paper": lambda word: _lies_over(f"石桥镇政府{word}").is_letterhead(),
    "titles.steps": lambda word: _lies_over("红烧肉", f"红烧肉的{word}").is_head_of_steps(),
    "titles.site_shape": lambda word: is_site_name(f"石桥{word}", ()),
    "titles.site_end": lambda word: headline_of(f"街长制走进社区-河岸{word}") == "街长制走进社区",
}
"""List to a check of one of its words: what holds with the word and not without it."""


@cache
def written() -> dict[str, list[str]]:
    """The lines of words.tsv: list to its words."""
    words: dict[str, list[str]] = defaultdict(list)
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        name, word = line.split("\t")
        words[name].append(word)
    return words


if __name__ == "__main__":
    rows = [f"{name}\t{word}\n" for name in sorted(SHOWN) for word in LISTS[name]]
    WORDS.write_text("".join(rows), encoding="utf-8")
