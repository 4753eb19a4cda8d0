"""What a job folder holds, held against what must be in it."""

import gzip
import io
import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from fastwarc import ArchiveIterator

from benchmarks.crash_site import Site
from schemas import RunReport

KINDS = ("articles", "rejections", "failures")


@dataclass(slots=True)
class Verdict:
    """Counts of what is wrong; all zero in a sound job."""

    lost: list[str] = field(default_factory=list)
    """Pages without the outcome they must have."""
    doubled: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    """Lines and WARC records that are not whole."""
    wrong: list[str] = field(default_factory=list)
    """Counts that do not add up, pages that nobody expected."""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.lost or self.doubled or self.torn or self.wrong)


def check(job: Path, site: Site) -> Verdict:
    """Compare a finished job with its site."""
    verdict = Verdict()
    found = _outcomes(job, verdict)
    expected = site.expected()
    verdict.lost = sorted(path for path, kind in expected.items() if (path, kind) not in found)
    verdict.doubled = sorted(f"{path} in {kind}" for (path, kind), count in found.items() if count > 1)
    verdict.wrong += [
        f"{p} in {k}" for p, k in found if expected.get(p) != k and (p, k) != ("/", "rejections")
    ]
    _check_accounts(job, found, verdict)
    _check_archive(job, verdict)
    return verdict


def _outcomes(job: Path, verdict: Verdict) -> Counter[tuple[str, str]]:
    """How often each path stands in each kind of file."""
    found: Counter[tuple[str, str]] = Counter()
    for kind in KINDS:
        for file in sorted(job.glob(f"{kind}-*.jsonl")):
            for line in file.read_bytes().splitlines(keepends=True):
                try:
                    if not line.endswith(b"\n"):
                        raise ValueError("no end of line")
                    found[urlsplit(json.loads(line)["url"]).path, kind] += 1
                except ValueError:
                    verdict.torn.append(f"{file.name}: {line[:80]!r}")
    return found


def _check_accounts(job: Path, found: Counter[tuple[str, str]], verdict: Verdict) -> None:
    """The run's report, the ledger and the files must name the same numbers."""
    report = RunReport.model_validate_json((job / "runs" / "00001.json").read_text())
    counts = report.sites["crash"]
    lines = {kind: sum(n for (_, k), n in found.items() if k == kind) for kind in KINDS}
    reported = {
        "articles": counts.articles,
        "rejections": sum(counts.rejected.values()),
        "failures": sum(counts.failed.values()),
    }
    if lines != reported:
        verdict.wrong.append(f"files hold {lines}, the report says {reported}")
    db = sqlite3.connect(f"file:{job / 'ledger.sqlite'}?mode=ro", uri=True)
    states = dict(db.execute("SELECT state, count(*) FROM url GROUP BY state"))
    db.close()
    if states.get("pending") or sum(states.values()) != counts.fetched + counts.lists + counts.duplicates:
        verdict.wrong.append(f"the ledger holds {states}, the report says {counts}")


def _check_archive(job: Path, verdict: Verdict) -> None:
    """Every archived page the ledger names is there and whole, and nothing else is."""
    for file in sorted(job.glob("archive-*.warc.gz")):
        data = file.read_bytes()
        try:
            whole = len(gzip.decompress(data))
            records = list(ArchiveIterator(io.BytesIO(data), verify_digests=True))
        except (EOFError, OSError) as error:
            verdict.torn.append(f"{file.name}: {error}")
            continue
        if not whole or not records:
            verdict.torn.append(f"{file.name}: empty")
    _check_addresses(job, verdict)


def _check_addresses(job: Path, verdict: Verdict) -> None:
    db = sqlite3.connect(f"file:{job / 'ledger.sqlite'}?mode=ro", uri=True)
    addresses = [
        place
        for (parts,) in db.execute("SELECT parts FROM url WHERE parts IS NOT NULL")
        for place in json.loads(parts)
    ]
    db.close()
    for place in addresses:
        name, _, offset = place.partition(":")
        with (job / name).open("rb") as stream:
            stream.seek(int(offset))
            record = next(iter(ArchiveIterator(stream, verify_digests=True)), None)
            length = record and record.http_headers.get("Content-Length")
            if record is None or int(length or -1) != len(record.reader.read()):
                verdict.torn.append(place)
