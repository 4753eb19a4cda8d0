"""Advertisements between the paragraphs of a text: a deed and a lure in one short line that is no sentence."""

from __future__ import annotations

from cleaners.readings.noise.line import Line, line

_LINE = r"^(?!.*[。；：“”「」])"
_PRICE = r"(?:[¥￥$]\s?\d|\d\s?(?:元|折|块钱)(?!以))"

OFFERS: tuple[Line, ...] = (
    line("promotion", 32, 40, rf"{_LINE}(?=.*(?i:<offers.now>|<offers.later>)).*<offers.lure>.*$"),
    line("promotion", 32, 40, rf"{_LINE}(?=.*<offers.now>).*{_PRICE}.*$"),
    line("promotion", 80, 120, r"^(?:您|你)(?:之所以)?(?:会|能)?收到(?:这封|此|本|该)(?:封)?(?:邮件|信|电子报|通讯)[^。]{0,40}"
        r"(?:订阅|注册|因为|由于)", True),
    line("merchant", 32, 40, rf"{_LINE}(?=.*(?:包邮|券后|到手|满减|立减)).*{_PRICE}.*$"),
    line("video", 24, 24, r"^(?:看|听|播放|观看|收听)?(?:视频|影片|影音|音频|语音)\s?\d{1,2}:\d\d$"),
)  # fmt: skip  # laid out for reading
