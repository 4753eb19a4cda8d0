"""Pages of one form that all say the same but for numbers, and lead on to each other: an almanac, a calendar of weather.

Told by their titles and texts. What a list names is asked for, however alike it is.
"""

import re
from collections import OrderedDict, deque
from zlib import crc32

_ENOUGH = 12
"""Articles alike, one after the other, that make a trap."""
_BEFORE = 12
"""Articles of a form with which the next is compared."""
_SHARE = 0.95
"""Of a text's characters, in clauses that others have."""
_FORMS = 1_000
"""Forms that are remembered."""
_CLAUSE = re.compile(r"[，。；：！？、\s]+")
_NUMBER = re.compile(r"[\d〇零一二三四五六七八九十百千]+")


class Alike:
    """What one process has met lately."""

    def __init__(self) -> None:
        self._clauses: OrderedDict[str, deque[set[int]]] = OrderedDict()
        self._titles: dict[str, int] = {}
        self._row: dict[str, int] = {}

    def note(self, form: str, via: str, title: str, text: str) -> None:
        """An article of the form came, to which a page of the form `via` led."""
        clauses = {clause for clause in _CLAUSE.split(_NUMBER.sub("", text)) if clause}
        hashes = {crc32(clause.encode("utf-8", "replace")): len(clause) for clause in clauses}
        before = self._clauses.setdefault(form, deque(maxlen=_BEFORE))
        known = sum(hashes[clause] for clause in hashes.keys() & set().union(*before))
        headed = crc32(_NUMBER.sub("", title).encode("utf-8", "replace"))
        titled = self._titles.get(form) == headed
        alike = via == form and titled and known >= _SHARE * sum(hashes.values()) > 0
        self._titles[form] = headed
        self._row[form] = self._row.get(form, 0) + 1 if alike else 0
        before.append(set(hashes))
        self._clauses.move_to_end(form)
        if len(self._clauses) > _FORMS:
            oldest, _ = self._clauses.popitem(last=False)
            del self._row[oldest], self._titles[oldest]

    def is_trap(self, form: str) -> bool:
        """Whether its last articles all were alike, and led to each other."""
        return self._row.get(form, 0) >= _ENOUGH
