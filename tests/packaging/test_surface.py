"""What other projects may import. Taking a name away, or adding one, is a decision: it changes this list."""

import cleaners
import schemas

CLEANERS = (
    "Cleaner CleanerError Decoded Explanation Rejected Site SiteError Sites WrongInput __version__ clean clean_text decode "
    "explain join known_sites load_sites strip_pinyin to_simplified"
)
SCHEMAS = (
    "KINDS SCHEMA_VERSION Article Attachment Block Credit DeclaredBy DecodeMethod DecodeReport Failure "
    "Flag Image Kind Media Page Place Post Precision Quality Reason Record Rejection Role RunReport "
    "Script SiteCounts Stage as_address kind_of"
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
