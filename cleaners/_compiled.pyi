from lxml import etree

from cleaners.document import Run

def is_crowded(data: bytes) -> bool: ...
def walk(
    root: etree._Element,
    dropped: frozenset[etree._Element],
    hidden_classes: frozenset[str],
    hidden_ids: frozenset[str],
) -> list[Run]: ...
