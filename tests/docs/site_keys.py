"""docs/sites.md and sites.zh.md from the model: `python -m tests.docs.site_keys` writes them anew."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from cleaners.sites import Site
from crawler.words import Language
from tests.docs.reference import said

DOCS = Path(__file__).parents[2] / "docs"
PAGES: dict[Language, Path] = {"en": DOCS / "sites.md", "zh": DOCS / "sites.zh.md"}
_EXAMPLE = """```toml
name = "hebian"
title = "河边新闻"
hosts = ["hebian.example"]
start = ["https://www.hebian.example/news/"]
article_url = '^/news/\\d+\\.html$'
list_url = '^/news/(?:index_\\d+\\.html)?$'
body = "div.text"
mends = [['\\s*河边新闻版权所有$', ""]]
```
"""
_CODE = """```python
from cleaners import Cleaner, known_sites, load_sites

cleaner = Cleaner(sites=known_sites().nearer(*load_sites("sites")))
```
"""
HEAD: dict[Language, str] = {
    "en": f"""# Site files

A site file says what the general rules cannot know of a site. It is TOML, one site a file, with the keys below; only
`name` must be there. There is no code in it. [Add a site](add-a-site.md) shows how one is made in a quarter of an hour.

{_EXAMPLE}
Expressions are Python's; in single quotes no backslash is doubled. A file with an unknown key, a bad expression or selector,
or a host that another file claims as well is refused with a sentence that says which and what. `qingwen sites --site FILE`
shows what is read.

{_CODE}
| key | meaning |
|---|---|
""",
    "zh": f"""# 网站文件

网站文件写的是通用规则无从知道的事。它是 TOML，一个网站一份，键如下；只有 `name` 必须写。里面没有代码。
[加一个网站](add-a-site.md)说明如何在一刻钟内写出一份。

{_EXAMPLE}
表达式是 Python 的；写在单引号里，反斜线不必加倍。键不认识、表达式或选择器有误、
或主机已由另一份文件声明的文件会被拒绝，并用一句话说明是哪份文件、错在哪里。
`qingwen sites --site FILE` 显示读到了什么。

{_CODE}
| 键 | 含义 |
|---|---|
""",
}


def keys(language: Language = "en") -> str:
    """The page, as Markdown."""
    rows = (f"| `{name}` | {said(meaning, language)} |\n" for name, meaning in meanings(Site))
    return HEAD[language] + "".join(rows)


def meanings(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, str | None]]:
    """Each key and what is said of it."""
    for name, field in model.model_fields.items():
        yield f"{prefix}{name}", field.description
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from meanings(field.annotation, f"{name}.")


if __name__ == "__main__":
    for language, page in PAGES.items():
        page.write_text(keys(language), encoding="utf-8")
