"""The words under a picture that say how to see more of it. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners.lexicon import fold
from cleaners.readings.noise import noise
from tests.cleaners.readings.pages import TEXT, article, text_of

WORDS = [
    "点击查看大图", "点击图片查看大图", "（点击看大图）", "查看大图", "查看原图",
    "看大图", "點我看大圖", "按此看大圖", "點圖放大", "點擊圖片放大",
    "轻触放大图片", "轻点图片可放大查看", "單擊此圖放大", "图片可点击放大", "🔍 点击放大",
    "左右滑动查看更多", "← 左右滑動看更多圖片 →", "向左滑动查看更多内容", "点击上图查看高清大图",
    "雙擊可看原圖",
]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(
    "form",
    [
        "<figure><img data-src=a.jpg><span>{}</span></figure>",
        "<p><img src=a.jpg></p><p>{}</p>",
        "<div class=pic><img src=a.jpg><br>{}</div>",
    ],
)
def test_they_are_no_text(words: str, form: str) -> None:
    first, *rest = (f"<p>{line}</p>" for line in TEXT)
    assert text_of(article(f"<div>{first}{form.format(words)}{''.join(rest)}</div>")) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "点击放大，可以看到桥墩上的裂缝。",
        "他把照片放大",
        "照片里的老街",
        "左右滑动可以调节亮度",
        "查看原图里的签名",
        "双击地图",
        "桥头的全图由镇里绘制",
        "滑动验证码",
        "放大镜",
        "看图说话",
    ],
)
def test_what_tells_of_pictures_is_text(line: str) -> None:
    assert noise(fold(line), edge=False) == ""


@pytest.mark.parametrize("step", ["点击查看大图", "双击图片放大", "左右滑动查看更多"])
def test_a_step_of_a_list_is_text(step: str) -> None:
    steps = ["打开相册里的照片", step, "再按一下返回键"]
    listed = "".join(f"<li>{line}</li>" for line in steps)
    found = text_of(article(f"<div><p>{TEXT[0]}</p><ol>{listed}</ol><p>{TEXT[1]}</p></div>"))
    assert found == [TEXT[0], *steps, TEXT[1]]
