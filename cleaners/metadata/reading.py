"""All fields of an article, each with the candidates for it and the one that was taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.metadata.attachments import find_files
from cleaners.metadata.canonical import find_canonical
from cleaners.metadata.dates.publication import OF_ADDRESS, find_publication
from cleaners.metadata.found import Choice
from cleaners.metadata.media import find_videos
from cleaners.metadata.near import Near, read_near
from cleaners.metadata.pagination import find_next_page
from cleaners.metadata.people import find_people, with_photographers
from cleaners.metadata.pictures import Picture, find_images
from cleaners.metadata.section import find_section
from cleaners.metadata.summary import find_summary
from cleaners.metadata.tags import find_tags

if TYPE_CHECKING:
    from cleaners.document import Body, Document
    from cleaners.metadata.title import Title

_FINDERS: tuple[Callable[[Near], Iterable[Choice]], ...] = (
    find_publication,
    find_people,
    find_section,
    find_tags,
    find_images,
    find_videos,
    find_files,
    find_canonical,
    find_next_page,
    find_summary,
)
"""A new field is one of these, its line in `schemas.Article`, and a line here."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about its article, by the names of `schemas.Article`, in the script of the page."""

    choices: Mapping[str, Choice]

    def __getitem__(self, field: str) -> object:
        """The value of a field; None where the page does not give it."""
        choice = self.choices.get(field)
        return choice.chosen.value if choice and choice.chosen else None

    @property
    def values(self) -> dict[str, object]:
        """The fields that have a value."""
        return {name: choice.chosen.value for name, choice in self.choices.items() if choice.chosen}

    @property
    def names(self) -> frozenset[str]:
        """Of the account, the outlet and the people."""
        people = self["credits"]
        named = [credit.name for credit in people] if isinstance(people, tuple) else []
        return frozenset([*named, *(str(self[name]) for name in ("account", "source") if self[name])])

    @property
    def provenance(self) -> dict[str, str]:
        """Field to the rule that filled it."""
        return {name: choice.chosen.where for name, choice in self.choices.items() if choice.chosen}

    @property
    def prints_date(self) -> bool:
        """The page gives its date; the day of an address is that of a list, too."""
        choice = self.choices.get("published_at")
        return bool(choice and choice.chosen and choice.chosen.where != OF_ADDRESS)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the article and where they stand."""
        choice = self.choices["images"]
        return tuple(one.value for one in choice.candidates if isinstance(one.value, Picture))


def read_metadata(doc: Document, body: Body, title: Title) -> Metadata:
    """Everything the page says about its article."""
    near = read_near(doc, body, title)
    choices = {choice.field: choice for find in _FINDERS for choice in find(near)}
    found = Metadata(choices)
    return Metadata({**choices, "credits": with_photographers(choices["credits"], found.pictures)})
