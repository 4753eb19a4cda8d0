"""The rows of one group while it is settled: changes are collected, for one commit in Redis."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from crawler.cluster.store import Store, packed, unpacked
from crawler.job.rows import State
from crawler.job.table import Known, Owner

_FOR_QUEUES = ("host", "url", "state", "due", "revisit", "priority", "seq", "deaths")
"""Columns that the commit script reads."""


@dataclass(slots=True)
class Lease:
    """A row that this worker holds."""

    token: str
    """Redis knows the row under it as long as the lease holds."""
    values: dict[str, Any]
    """The row's columns; nobody else changes them."""


@dataclass(slots=True)
class Changes:
    """A `Table`. What it was told of other workers' rows is part of the commit, which fails when that has changed."""

    store: Store
    leases: dict[int, Lease]
    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    aliases: dict[bytes, int] = field(default_factory=dict)
    tally: Counter[str] = field(default_factory=Counter)
    owners: list[dict[str, Any]] = field(default_factory=list)
    twins: dict[bytes, int] = field(default_factory=dict)
    forms: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def known(self, row: int) -> Known:
        """The row's last outcome."""
        values = self.leases[row].values
        return Known(values["since"], values["record"], values["article"], values["revisit"])

    def owner(self, fingerprint: bytes) -> Owner | None:
        """The row that has, or will have, the page's outcome."""
        key = fingerprint.hex()
        found = (self.store.field("seen", key) or self.store.field("alias", key) or b"").decode()
        state = (self.store.field("state", found) or b"pending").decode()
        self.owners.append({"fingerprint": key, "id": found, "duplicate": state == State.DUPLICATE})
        row = int(found) if found else self.aliases.get(fingerprint)
        if not row:
            return None
        own = self.rows.get(row, {})
        is_list = own["revisit"] if own else self.store.field("lists", found) is not None
        return Owner(row, own.get("state", state), is_list)

    def update(self, row: int, **columns: object) -> None:
        """Change columns of a row."""
        self.rows.setdefault(row, dict(self.leases[row].values)).update(columns)

    def alias(self, fingerprint: bytes, row: int) -> None:
        """A page that is part of a row's outcome, under another URL. The first row keeps it."""
        self.aliases.setdefault(fingerprint, row)

    def has_twin(self, fingerprints: Collection[bytes], row: int, content_hash: str) -> bool:
        """Whether another row has an article of the same text, and claimed one of the fingerprints. Two workers that
        find one article under two URLs in the same second may both write it."""
        return any(self._text_of(fingerprint, row) == content_hash for fingerprint in fingerprints)

    def claim(self, fingerprints: Collection[bytes], row: int) -> None:
        """The article is the row's under these fingerprints, too. The first row keeps them."""
        for fingerprint in fingerprints:
            self.twins.setdefault(fingerprint, row)

    def learn(self, form: str, **counts: int) -> None:
        """So much more is known of a form of URLs. What a form led to counts only where the form is known."""
        self.forms[form].update(counts)

    def _text_of(self, fingerprint: bytes, row: int) -> str | None:
        found = self.store.field("twin", fingerprint.hex())
        owner = int(found) if found else self.twins.get(fingerprint, row)
        if owner == row:
            return None
        values = self.rows.get(owner) or unpacked(self.store.field("rows", str(owner)) or b"{}")
        return values.get("content_hash") if values.get("state") == State.ARTICLE else None

    def count(self, site: str, what: str, detail: str, by: int = 1) -> None:
        """So many more in the run's tally."""
        self.tally["\t".join((site, what, detail))] += by

    def packed(self) -> dict[str, Any]:
        """The changes as the commit script reads them. Ids are text: JSON in Lua rounds long numbers."""
        return {
            "rows": [
                {"id": str(id), "json": packed(row).decode("utf-8", "surrogatepass")}
                | {name: row[name] for name in _FOR_QUEUES}
                for id, row in self.rows.items()
            ],
            "aliases": [(fingerprint.hex(), str(id)) for fingerprint, id in self.aliases.items()],
            "twins": [(fingerprint.hex(), str(id)) for fingerprint, id in self.twins.items()],
            "forms": [
                (form.partition("/")[0], f"{form}\t{what}", int(by))  # Lua takes no bool for a number
                for form, counts in self.forms.items()
                for what, by in counts.items()
                if by
            ],
            "tally": self.tally,
            "owners": self.owners,
        }
