"""The structure of a split article is joined as its text is. 合成 texts."""

from cleaners import Cleaner, join

CLEANER = Cleaner(formats={"markdown", "html", "blocks"})
LEAD = "云河市的渡轮今天早上恢复通航，码头上挤满了早起的人，船票在一个小时之内就卖完了。"


def page(number: int, inside: str) -> str:
    return (
        f"<title>渡轮恢复通航</title><h1>渡轮恢复通航</h1><div class=content><p>{LEAD}</p>{inside}"
        f"<p>第{number}部分写的是码头上的人和事，记者在那里站了整整一天，记下了听到的话。</p></div>"
    )


def test_repeated_leads_go_in_every_format() -> None:
    pages = [
        CLEANER.clean(page(1, "<h2>早上</h2>"), url="https://n.example/a.html"),
        CLEANER.clean(page(2, "<h2>晚上</h2><p><img src=/2.jpg></p>"), url="https://n.example/a_2.html"),
    ]
    whole = join(pages)
    assert whole.markdown is not None and whole.html is not None and whole.blocks is not None
    assert whole.markdown.count(LEAD) == whole.html.count(LEAD) == whole.text.count(LEAD) == 1
    assert [line for line in whole.markdown.split("\n") if line.startswith("#")] == ["## 早上", "## 晚上"]
    [image] = whole.images
    assert whole.blocks[image.block or 0].type == "picture"


def test_what_one_page_lacks_the_whole_lacks() -> None:
    pages = [CLEANER.clean(page(1, "")), Cleaner().clean(page(2, ""))]
    whole = join(pages)
    assert (whole.markdown, whole.html, whole.blocks) == (None, None, None)
