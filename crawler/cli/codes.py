"""Exit codes of `qingwen`."""

DONE = 0
"""Everything became an article or a rejection."""
USAGE = 1
"""Wrong usage, or nothing to work on: no such file, no such site, a page that could not be fetched."""
FAILURES = 2
"""Finished, and some pages failed: see failures.jsonl."""
ALARM = 3
"""A site changed: see the drift alarm."""
