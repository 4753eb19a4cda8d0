"""A filter expression keeps the same articles in Python and in DuckDB."""

import duckdb
import pytest

from crawler.corpus.where import Where, WhereError
from tests.crawler.corpus.articles import ARTICLES, store_parquet, store_zipped

EXPRESSIONS = [
    "quality.chars >= 80",
    "quality.repeated_share < .3 and quality.link_share <= 0.5",
    "40 < quality.chars <= 90",
    "'truncated' in flags",
    "'truncated' not in flags and not site == 's1.test'",
    "site in ('s0.test', 's2.test') or source is None",
    "source == '合成日报'",
    "source != '合成日报'",
    "not source == '合成日报'",
    "not (source == '合成日报' or quality.chars > 60)",
    "source not in ['合成日报']",
    "source is not None",
    "published_at >= '2026-03-08'",
    "published_at < '2026-03-05T12:00:00+08:00'",
    "published_at is None",
    "quality.boilerplate_share < .95",
    "quality.boilerplate_share is None",
    "'换新' in title",
    'title == "渡轮\'换新船3"',
    "'渡轮' in tags and '新船' not in tags",
    "url is None or quality.digit_share > quality.link_share",
    "quality.link_share > -1",
    "True",
    "source == source",
]


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("corpora")
    store_parquet(folder / "parquet")
    store_zipped(folder / "jsonl")
    return [str(folder / "parquet/articles/*.parquet"), str(folder / "jsonl/articles/*.jsonl.gz")]


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_python_and_duckdb_agree(text: str, corpora: list[str]) -> None:
    where = Where(text)
    kept = [article.title for article in ARTICLES if where.keeps(article)]
    for corpus in corpora:
        found = duckdb.sql(f"SELECT title FROM '{corpus}' WHERE {where.sql}").fetchall()
        assert sorted(title for (title,) in found) == sorted(kept), corpus


def test_the_expressions_tell_articles_apart() -> None:
    sizes = {sum(map(Where(text).keeps, ARTICLES)) for text in EXPRESSIONS}
    assert len(sizes) > 8


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("quality.chars = 3", "equal is written =="),
        ("quality.char > 3", "quality.char is not a field; there are boilerplate_share"),
        ("nothing == 1", "nothing is not a field"),
        ("quality.chars", "neither true nor false"),
        ("quality.chars > '3'", "cannot be compared"),
        ("source == None", "is None"),
        ("published_at > 'yesterday'", "is not a time such as"),
        ("__import__('os').system('true')", "is not understood"),
        ("title.__class__ == 'x'", "is not a field"),
        ("len(text) > 3", "is not understood"),
        ("quality > 3", "neither a number"),
        ("3 in flags", "cannot be in"),
        ("", "is not an expression"),
        ("(" * 500, "is not an expression"),
        ("a\0", "is not an expression"),
        ("[x for x in flags]", "is not understood"),
    ],
)
def test_what_is_no_expression_is_named(text: str, why: str) -> None:
    with pytest.raises(WhereError, match=why.replace("(", r"\(")):
        Where(text)
