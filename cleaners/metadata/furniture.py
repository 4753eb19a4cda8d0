"""What page furniture glues to the end of a byline's value: buttons, counters, the next field."""

import re

_GLUED: tuple[tuple[str, str], ...] = (
    ("button: comment", r"参与互动|參與互動|参与评论|我要|我来说|我來說|我有话说|发表评论|评论|評論"),
    ("button: report an error", r"举报|舉報|纠错"),
    ("button: share, save, print", r"分享|收藏|打印|列印|关闭|關閉|加入|推荐|推薦|微信|微博(?=\W|$)"),
    ("button: follow", r"订阅|訂閱|关注|關注|手机看|手機看|投稿|来稿"),
    ("button: more", r"查看|阅读|閱讀|原文|更多|返回\S{2,6}(?=[，,\s])"),
    ("font size", r"字号|字號|字体|字體|[【\[(（][大小]\s"),
    ("counter", r"(?<!\d)\d{1,7}\s?[人条條]|有\d{1,7}人|暂无|暫無|点击|浏览|人气"),
    (
        "date",
        r"\d{4}[年/.-]\d|\d{4}年|昨天|今天|\d{1,2}:\d\d|時間|时间|发布(?=[时時日于於:：])|发表(?=[时時日于於:：评評]|\s|$)",
    ),
    ("next field", r"责任?编|編輯|编辑|作者|记者|摘自"),
    ("address", r"https?:|www\."),
    ("bar", r"[【|｜丨＞»]|>>|》》|\s·"),
)
FURNITURE = re.compile(rf"\s?(?:{'|'.join(pattern for _, pattern in _GLUED)}).*$")
"""From the first piece of furniture to the end of the value."""
