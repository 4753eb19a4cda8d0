"""What other projects may import. Taking a name away, or adding one, is a decision: it changes this list."""

import cleaners
import schemas

CLEANERS = (
    "Cleaner CleanerError Decoded Explanation Rejected __version__ clean clean_text decode explain join strip_pinyin "
    "to_simplified"
)
SCHEMAS = (
    "SCHEMA_VERSION Article Credit DeclaredBy DecodeMethod DecodeReport Failure Flag Image Page Place Precision Quality "
    "Reason Rejection Role RunReport Script SiteCounts Stage"
)


def test_cleaners() -> None:
    assert cleaners.__all__ == CLEANERS.split()
    assert all(hasattr(cleaners, name) for name in cleaners.__all__)


def test_schemas() -> None:
    assert schemas.__all__ == SCHEMAS.split()
    assert all(hasattr(schemas, name) for name in schemas.__all__)


def test_everything_public_is_documented() -> None:
    names = [getattr(module, name) for module in (cleaners, schemas) for name in module.__all__]
    assert all(thing.__doc__ for thing in names if callable(thing))
