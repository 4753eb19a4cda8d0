"""The ledger's database file: its settings, its schema, its format."""

import sqlite3
from pathlib import Path

from crawler.job.errors import JobDamaged, JobUnwritable

VERSION = 4
"""Format of the ledger; another one is not read."""


def open_database(path: Path) -> sqlite3.Connection:
    """The ledger's database, made where it is missing. Raises JobDamaged or JobUnwritable."""
    try:
        db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
            db.executescript(f"BEGIN; {schema} PRAGMA user_version = {VERSION}; COMMIT;")
    except sqlite3.OperationalError as error:
        raise JobUnwritable(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise JobDamaged(f"{path}: {error}") from error
    if version not in (0, VERSION):
        raise JobDamaged(f"{path}: written by another version (format {version}, this one reads {VERSION})")
    return db
