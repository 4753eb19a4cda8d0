"""Generated inputs for every public entry: an outcome or a documented error, and nothing else.

    python -m benchmarks.fuzz [--inputs 100000] [--seed 20261128]

Grammars: markup with odd attributes, response headers, state JSON, site files, text, rows and archives of a batch,
filter expressions; some are mutated bytes of the fixtures. Each input that breaks a promise is printed with its number
(`--only N` runs it alone); exit code 1 when there is one. What is checked: no exception but the documented ones, the
record survives JSON, holds no half of a surrogate pair and no control character, and (every seventh) comes out the same
a second time; Markdown and HTML written from an article are read again.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import sys
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate

from benchmarks.commands import parser_of
from benchmarks.fuzz_inputs import BODIES, TEXT, Random, headers, mutated, odd, page_of_markup, value
from cleaners import Cleaner, Rejected, decode
from cleaners.errors import SiteError
from cleaners.pii import mask_personal
from cleaners.sites import Sites, read_site
from crawler.batch.records import read_jsonl
from crawler.batch.warc import read_warc
from crawler.corpus.where import Where, WhereError
from crawler.job.warc import write_page
from schemas import Article, Page, Rejection

Check = Callable[[Random], None]
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_CLEANERS = (Cleaner(), Cleaner(script="original", formats=("markdown", "html", "blocks")))


def check_record(record: Article | Rejection) -> None:
    """What every record promises."""
    assert type(record).model_validate_json(record.model_dump_json()) == record
    for text in _strings(record.model_dump(exclude={"encoding"})):
        assert not (found := _CONTROL.search(text)), f"U+{ord(found[0]):04X} in {text[:60]!r}"
    if isinstance(record, Article) and record.text:
        assert "" not in record.text.split("\n"), "a blank line"


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.items():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


def check_page(rng: Random) -> None:
    body = page_of_markup(rng) if rng.random() < 0.7 else mutated(rng, rng.choice(BODIES))
    page = Page(
        url=rng.choice([None, "http://x.test/a.html", "http://x.test/" + odd(rng)]),
        headers=headers(rng),
        body=body,
    )
    cleaner = rng.choice(_CLEANERS)
    outcome = cleaner.process(page)
    check_record(outcome)
    if rng.random() < 1 / 7:
        assert cleaner.process(page) == outcome, "another outcome the second time"
    if isinstance(outcome, Article) and outcome.html:
        again = cleaner.process(Page(body=f"<article>{outcome.html}</article>".encode()))
        check_record(again)
    if isinstance(outcome, Article) and outcome.markdown:
        check_lines(outcome.markdown)


def check_lines(text: str) -> None:
    try:
        check_record(_CLEANERS[0].clean_text(text))
    except Rejected as rejected:
        check_record(rejected.rejection)


def check_text(rng: Random) -> None:
    lines = [
        rng.choice([TEXT, odd(rng, 30), "来源：合成日报 2026-03-04 10:20", "责任编辑：" + odd(rng)])
        for _ in range(rng.randrange(12))
    ]
    check_lines("\n".join(lines))
    masked, counts = mask_personal("\n".join(lines))
    assert mask_personal(masked)[0] == masked
    assert counts.total() or masked == "\n".join(lines)


def check_bytes(rng: Random) -> None:
    decoded = decode(mutated(rng, rng.choice(BODIES)), headers=headers(rng))
    decoded.text.encode()


def check_archive(rng: Random) -> None:
    """What is lost is noted: of gzip after any change, of a plain file after a cut (a change may join two headers)."""
    records = [
        write_page(Page(url=f"http://x.test/{n}", body=rng.randbytes(rng.randrange(200)))) for n in range(3)
    ]
    plain = [gzip.decompress(record) for record in records]
    form = rng.randrange(3)
    if form == 0:
        data = b"".join(plain)[: rng.randrange(len(b"".join(plain)))]
    else:
        data = mutated(rng, b"".join(records) if form == 1 else gzip.compress(b"".join(plain)))
    notes: list[str] = []
    pages = list(read_warc(io.BytesIO(data), notes.append))
    borders = [0, *accumulate(map(len, plain))]
    assert len(pages) >= 3 or notes or (form == 0 and len(data) in borders), "a record lost without a note"
    list(read_warc(io.BytesIO(mutated(rng, b"".join(plain))), notes.append))


def check_rows(rng: Random) -> None:
    rows = [
        json.dumps(
            {
                rng.choice(["url", "html", "text", "body", "status", "headers", "fetched_at"]): value(rng)
                for _ in range(4)
            }
        )
        for _ in range(3)
    ]
    list(read_jsonl(io.BytesIO(mutated(rng, "\n".join(rows).encode())), lambda _: None))


def check_site_file(rng: Random) -> None:
    keys = [
        "name",
        "hosts",
        "title",
        "body",
        "drop",
        "date",
        "source",
        "author",
        "lists",
        "links",
        "marks",
        "selectors",
    ]
    lines = [
        f"{rng.choice([*keys, odd(rng)])} = {rng.choice([json.dumps(odd(rng)), '[' + json.dumps(odd(rng)) + ']', '3', odd(rng)])}"
        for _ in range(rng.randrange(6))
    ]
    try:
        warnings.simplefilter("ignore", FutureWarning)
        site = read_site("\n".join(['name = "x"', 'hosts = ["x.test"]', *lines]))
        Sites((site,))
    except SiteError:
        return


def check_filter(rng: Random) -> None:
    words = [
        "quality.chars",
        "source",
        "flags",
        "published_at",
        "title",
        "site",
        "and",
        "or",
        "not",
        "in",
        "is",
        "None",
        "<",
        ">=",
        "==",
        "!=",
        ".3",
        "'合成'",
        "(",
        ")",
        "[",
        "]",
        ",",
        "200",
        "True",
        "-",
    ]
    try:
        where = Where(" ".join(rng.choice([*words, odd(rng, 3)]) for _ in range(rng.randrange(1, 8))))
    except WhereError:
        return
    where.keeps(Article(title="", text=""))


GRAMMARS: tuple[tuple[Check, int], ...] = (
    (check_page, 50),
    (check_text, 12),
    (check_bytes, 8),
    (check_archive, 10),
    (check_rows, 8),
    (check_site_file, 6),
    (check_filter, 6),
)
"""Each with its weight."""


def run(number: int, seed: int) -> tuple[str, str]:
    """(grammar, what broke) of one input; nothing broke when that is empty."""
    rng = Random(f"{seed} {number}")
    checks, weights = zip(*GRAMMARS, strict=True)
    [check] = rng.choices(checks, weights)
    try:
        check(rng)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return check.__name__, f"{type(error).__name__} at {last.name}:{last.lineno}: {str(error)[:300]}"
    return check.__name__, ""


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--only", type=int)
    given = parser.parse_args()
    ran, broken = Counter[str](), 0
    for number in range(given.inputs) if given.only is None else [given.only]:
        name, what = run(number, given.seed)
        ran[name] += 1
        if what:
            broken += 1
            print(f"input {number} ({name}): {what}", flush=True)
    print(f"{ran.total()} inputs, {broken} broke a promise; {dict(sorted(ran.items()))}")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
