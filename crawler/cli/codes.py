"""Exit codes of `qingwen`."""

DONE = 0
"""Everything became an article or a rejection."""
USAGE = 1
"""Wrong usage, or nothing to work on: no such file, no such site, a page that could not be fetched."""
FAILURES = 2
"""Finished, and some pages failed: see failures.jsonl."""
ALARM = 3
"""A site changed: see the drift alarm."""
STORAGE = 4
"""A disk, a ledger or Redis could not be written or read: nothing is lost, and the same command goes on when it is mended."""
INTERRUPTED = 5
"""Ended before all was done (a signal, the hours of a site): the same command goes on."""

_MISNAMED = (FileNotFoundError, FileExistsError, IsADirectoryError, NotADirectoryError)


def code_of(error: BaseException) -> int:
    """The exit code of an error that ends a command: USAGE where what was named is not what it should be."""
    from crawler.job.errors import JobDamaged, JobUnwritable  # late: every command imports this module

    if isinstance(error, _MISNAMED):
        return USAGE
    return STORAGE if isinstance(error, OSError | JobDamaged | JobUnwritable) else USAGE
