"""What the base knows of acts that texts cite."""

from collections.abc import Sequence
from typing import Protocol

from kb.extract.clause_lookup import Path
from kb.model import Act, ActReference, Language


class KnownActs(Protocol):
    """The acts of a base on a day."""

    def find(self, named: ActReference) -> Act | None:
        """The only act of the base that fits a reference, with its status as all sources tell it; None where none or
        several do."""

    def has(self, act: str, path: Path, language: Language, scopes: Sequence[str] = ()) -> bool | None:
        """Whether the text of an act in force has the clause of an address (see kb.extract.links); None where the
        base has no text of it in the language."""


class NoActs:
    """No act is known."""

    def find(self, named: ActReference) -> Act | None:
        """Nothing."""
        del named
        return None

    def has(self, act: str, path: Path, language: Language, scopes: Sequence[str] = ()) -> bool | None:
        """Unknown."""
        del act, path, language, scopes
        return None
