"""A line of words.tsv holds because its word is in its list: with the list empty it does not."""

import json
import subprocess
import sys

import pytest

from tests.cleaners.lexicon.lines import SHOWN

_TWICE = "another list or an expression holds it, too"
_SHAPED = "told by its form alone"
KNOWN = {
    "buttons.mood": (_TWICE, "支持"),
    "buttons.placeholder": (_SHAPED, "image"),
    "buttons.tool": (_TWICE, "查看原图"),
    "calls.channel": (_TWICE, "粉专"),
    "calls.favour": (_SHAPED, "点赞"),
    "calls.fetch_now": (_TWICE, "扫码 立即"),
    "calls.given": (_SHAPED, "点赞"),
    "calls.hand": (_SHAPED, "点赞"),
    "calls.house": (_SHAPED, "点赞"),
    "calls.joined": (_TWICE, "粉丝专页 粉丝团 读者群 粉专"),
    "calls.voucher": (_TWICE, "福利 代金券 礼包 红包 满减券 大礼"),
    "calls.work_on": (_SHAPED, "点赞"),
    "dates.kind": (_TWICE, "时间 日期 于"),
    "furniture.button": (_TWICE, "发表评论"),
    "furniture.next": (_TWICE, "发布时间 发布日期 发表时间 发表日期"),
    "headings.other": (_TWICE, "作者其他文章"),
    "lines.beside_tool": (_TWICE, "人"),
    "names.end": (_SHAPED, "通讯员"),
    "names.nobody": (_TWICE, "佚名 网友 administrator"),
    "names.place": (_TWICE, "综合 现场 即时 采访 独家"),
    "names.way": (_TWICE, "综合 即时 现场 采访 独家"),
    "names.word": (_TWICE, "体育 全部 原创 财经 汽车 海报 都会"),
    "outlets.beside_date": (_TWICE, "社会 要闻 视频 首页 科技 游记 都会 全部"),
    "outlets.column_kind": (_SHAPED, "视频 报道 快讯 动态"),
    "outlets.edition": (_SHAPED, "数字报"),
    "outlets.known": (
        _SHAPED,
        "路透社 法新社 美联社 彭博社 新华社 中新社 中央社 塔斯社 共同社 第一财经 新京报 三联生活周刊 环球时报 光明日报 人民日报 "
        "解放军报 联合早报 星岛日报 明报 大公报 文汇报 联合报 自由时报 中国时报 苹果日报 英国广播公司 财联社 每日经济新闻 雷锋网 "
        "中关村在线 太平洋电脑网 新浪财经 腾讯财经 网易财经 凤凰财经",
    ),
    "paywall.read": (_TWICE, "看完整 看全文 看剩余"),
    "roles.author_and_pictures": (_TWICE, "图文"),
    "titles.channel": (_TWICE, "新闻 即时新闻 要闻 早报 晚报 评论 视频 推荐 社会 财经 科技"),
}
"""List to the reason why lines of some of its words hold without it, and these words."""


SAMPLE = sorted(SHOWN)[::10]
"""A tenth of the lists: each costs an import of everything. All of them: `python -m tests.cleaners.lexicon.contrast`."""


@pytest.mark.slow
def test_no_line_holds_without_its_list() -> None:
    command = [sys.executable, "-m", "tests.cleaners.lexicon.contrast", *SAMPLE]
    done = subprocess.run(command, capture_output=True, text=True, timeout=3600, check=True)
    found = {name: sorted(words) for name, words in json.loads(done.stdout).items()}
    assert found == {name: sorted(words.split()) for name, (_, words) in KNOWN.items() if name in SAMPLE}
