"""How well damaged and mislabelled pages are decoded.

    python -m benchmarks.decoding CORPUS [CORPUS…] --seed 1

Each page's correct text is the reading in which the gold text is found. It is written anew in each encoding, with each
kind of label, whole and with 1 to 5 stray bytes (a byte inserted, replaced or deleted), and read by `decode`. A row gives
the share of pages on which at least 99 % of the Han characters came back, in order.
"""

import gzip
import json
import random
import re
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from opencc import OpenCC

from benchmarks.commands import parser_of
from cleaners.decoding import decode

CODECS = ("utf-8", "gb18030", "big5hkscs")
LABELS = ("none", "right meta", "wrong header", "wrong meta")
DAMAGES = ("none", "anywhere", "in text")
WRONG = {
    "utf-8": ("gbk", "big5", "iso-8859-1"),
    "gb18030": ("utf-8", "big5", "iso-8859-1", "euc-kr"),
    "big5hkscs": ("utf-8", "gb2312", "iso-8859-1", "shift_jis"),
}
RIGHT_CHARACTERS, RIGHT_PAGES, MOST_MS = 0.99, 0.98, 3.0
PAGE_BYTES = 70_000

_HAN = re.compile("[\u3400-\u9fff]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_CHARSET = re.compile(r"(?:charset|encoding)\s*=\s*[\"']?[\w-]+", re.IGNORECASE)


def pages(corpus: Path) -> Iterator[str]:
    """The correct text of each page, without labels and without characters lost before."""
    for line in (corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        body = gzip.decompress((corpus / "pages" / f"{record['id']}.html.gz").read_bytes())
        gold = "".join(_HAN.findall(record["text"]))
        grams = {gold[i : i + 4] for i in range(0, len(gold) - 3, 4)}
        readings = [body.decode(codec, "ignore") for codec in CODECS]
        found, text = max((sum(gram in text for gram in grams), text) for text in readings)
        if found > len(grams) / 4:
            yield re.sub("[\ufffd\ue000-\uf8ff]", "", _CHARSET.sub("", text))


@cache
def _traditional(character: str) -> str:
    return str(_OPENCC.convert(character))


_OPENCC = OpenCC("s2t")


def encoded(text: str, codec: str) -> bytes:
    """The page in a codec; for Big5 in Traditional characters, without those it cannot hold."""
    if codec == "big5hkscs":
        text = "".join(map(_traditional, text))
    return text.encode(codec, "ignore")


def labelled(body: bytes, codec: str, label: str, rng: random.Random) -> tuple[bytes, dict[str, str]]:
    """The page with a label of a kind, and its response headers."""
    charset = codec if label.startswith("right") else rng.choice(WRONG[codec])
    if label.endswith("meta"):
        return f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'.encode() + body, {}
    return body, {"Content-Type": f"text/html; charset={charset}"} if label == "wrong header" else {}


def damaged(body: bytes, damage: str, rng: random.Random) -> bytes:
    """The page with 1 to 5 stray bytes, anywhere or only in its non-ASCII stretches."""
    if damage == "none":
        return body
    places = [high.start() for high in _HIGH.finditer(body)] if damage == "in text" else range(len(body))
    chosen = sorted(rng.sample(places, min(len(places), rng.randint(1, 5))), reverse=True)
    spoiled = bytearray(body)
    for place in chosen:
        stray = bytes([rng.randrange(256)])
        start, end = rng.choice(((place, place), (place, place + 1), (place, place + 1)))
        spoiled[start:end] = stray if start == end or rng.random() < 0.5 else b""
    return bytes(spoiled)


def right_share(truth: str, text: str) -> float:
    """Share of the truth's characters that stand in the text, in order."""
    i = j = right = 0
    while i < len(truth) and j < len(text):
        if truth[i] == text[j]:
            i, j, right = i + 1, j + 1, right + 1
            continue
        i, j = _next_match(truth, i, text, j)
    return right / len(truth)


def _next_match(truth: str, i: int, text: str, j: int) -> tuple[int, int]:
    """The nearest places from which four characters agree again."""
    for distance in range(1, 600):
        for skipped in range(distance + 1):
            a, b = i + skipped, j + distance - skipped
            if truth[a : a + 4] == text[b : b + 4]:
                return a, b
    return len(truth), len(text)


def measure(
    bodies: list[bytes], truths: list[str], codec: str, label: str, damage: str, rng: random.Random
) -> tuple[float, float, float]:
    """Share of pages read right, milliseconds per 70 KB, and that time as a multiple of `bytes.decode`."""
    right, seconds, plain, size = 0, 0.0, 0.0, 0
    for body, truth in zip(bodies, truths, strict=True):
        spoiled, headers = labelled(body, codec, label, rng)
        spoiled = damaged(spoiled, damage, rng)
        started = time.process_time()
        decoded = decode(spoiled, headers=headers)
        ended = time.process_time()
        spoiled.decode(codec, "replace")
        plain += time.process_time() - ended
        seconds += ended - started
        size += len(spoiled)
        right += right_share(truth, "".join(_HAN.findall(decoded.text))) >= RIGHT_CHARACTERS
    return right / len(bodies), 1000 * seconds / size * PAGE_BYTES, seconds / plain


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    texts = [text for corpus in arguments.corpus for text in pages(corpus)]
    print(f"{len(texts)} pages, seed {arguments.seed}\n")
    print("| encoding | label | stray bytes | pages right | ms per 70 KB | times `bytes.decode` |")
    print("|---|---|---|---|---|---|")
    passed = True
    for codec in CODECS:
        bodies = [encoded(text, codec) for text in texts]
        truths = ["".join(_HAN.findall(body.decode(codec))) for body in bodies]
        for label in LABELS:
            for damage in DAMAGES:
                rng = random.Random(f"{arguments.seed} {codec} {label} {damage}")
                share, ms, times = measure(bodies, truths, codec, label, damage, rng)
                passed &= share >= RIGHT_PAGES and ms <= MOST_MS
                print(f"| {codec} | {label} | {damage} | {share:.3f} | {ms:.2f} | {times:.1f} |", flush=True)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
