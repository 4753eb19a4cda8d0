"""The rows of one group while it is settled: changes are collected, for one commit in Redis."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from crawler.cluster.store import Store, packed
from crawler.job.rows import State
from crawler.job.table import Known

_FOR_QUEUES = ("host", "state", "due", "revisit", "priority", "seq", "deaths")
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

    def known(self, row: int) -> Known:
        """The row's last outcome."""
        values = self.leases[row].values
        return Known(values["since"], values["record"], values["article"])

    def owner(self, fingerprint: bytes) -> tuple[int, str] | None:
        """Id and state of the row that has, or will have, the page's outcome."""
        key = fingerprint.hex()
        found = (self.store.field("seen", key) or self.store.field("alias", key) or b"").decode()
        state = (self.store.field("state", found) or b"pending").decode()
        self.owners.append({"fingerprint": key, "id": found, "duplicate": state == State.DUPLICATE})
        row = int(found) if found else self.aliases.get(fingerprint)
        return (row, self.rows.get(row, {}).get("state", state)) if row else None

    def update(self, row: int, **columns: object) -> None:
        """Change columns of a row."""
        self.rows.setdefault(row, dict(self.leases[row].values)).update(columns)

    def alias(self, fingerprint: bytes, row: int) -> None:
        """A page that is part of a row's outcome, under another URL. The first row keeps it."""
        self.aliases.setdefault(fingerprint, row)

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
            "tally": self.tally,
            "owners": self.owners,
        }
