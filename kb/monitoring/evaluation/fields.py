"""Fields of a method file → values; each fault is told with its place, and reading goes on."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from kb.model.evaluation_method import Place, Told
from kb.model.review_shapes import has_controls

ITEM_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
BODY_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
LONGEST_TEXT = 1_000
LONGEST_SHOWN = 60
LARGEST_NUMBER = Decimal(1_000_000)
FINEST = 6  # decimals of a weight or of points
MOST_LISTED = 500  # entries of one list; the method of the sample has 9 items and 26 terms


class Faults(list[str]):
    """What is wrong with a file, a line each."""


class Fields:
    """One object of the file; `at` is where it stands."""

    def __init__(self, data: Any, at: str, faults: Faults, *, known: tuple[str, ...]) -> None:
        self.at, self.faults = at, faults
        self._data: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        if not isinstance(data, Mapping):
            faults.append(f"{at}: expected an object with {', '.join(known)}")
        for key in self._data:
            if key not in known:
                faults.append(f"{at}: there is no field {shown(key)}; the fields are {', '.join(known)}")

    def wrong(self, field: str, expected: str) -> None:
        """Notes that a field is not what it should be."""
        self.faults.append(f"{self.at}: «{field}» is {shown(self._data.get(field))}; expected {expected}")

    def text(self, field: str) -> str:
        """Words that must be there."""
        value = self._data.get(field)
        if isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_TEXT and not has_controls(value):
            return value.strip()
        self.wrong(field, f"words that can be shown, at most {LONGEST_TEXT} characters")
        return ""

    def optional(self, field: str) -> str | None:
        """Words that may be left out."""
        return None if self._data.get(field) is None else self.text(field)

    def id(self, field: str = "id") -> str:
        """Small letters, digits and hyphens."""
        value = self._data.get(field)
        if isinstance(value, str) and ITEM_ID.fullmatch(value):
            return value
        self.wrong(field, "small letters, digits and hyphens, at most 40")
        return ""

    def digest(self, field: str) -> str | None:
        """The digest of an archived body, None where it is left out."""
        value = self._data.get(field)
        if value is None or (isinstance(value, str) and BODY_DIGEST.fullmatch(value)):
            return value
        self.wrong(field, "sha256: and 64 hexadecimal digits, or null")
        return None

    def whole(self, field: str, least: int, most: int) -> int | None:
        """A whole number between the bounds, None where it is left out."""
        value = self._data.get(field)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.wrong(field, f"a whole number from {least} to {most}, or null")
        return None

    def number(self, field: str) -> Decimal | None:
        """A number that is not negative, None where it is left out: not in the source."""
        value = self._data.get(field)
        if value is None:
            return None
        try:
            found = (
                Decimal(str(value)) if isinstance(value, int | float | str) and not isinstance(value, bool) else None
            )
        except (InvalidOperation, ValueError):
            found = None
        if found is not None and found.is_finite() and 0 <= found <= LARGEST_NUMBER and _decimals(found) <= FINEST:
            return found
        self.wrong(field, f"a number from 0 to {LARGEST_NUMBER} with at most {FINEST} decimals, or null")
        return None

    def each(self, field: str) -> list[tuple[Any, str]]:
        """The entries of a list with where each stands; none where it is left out."""
        value = self._data.get(field)
        if value is None:
            return []
        if not isinstance(value, list) or len(value) > MOST_LISTED:
            self.wrong(field, f"a list of at most {MOST_LISTED} entries")
            return []
        return [(one, f"{self.at}, {field} {number}") for number, one in enumerate(value, start=1)]

    def inner(self, field: str, known: tuple[str, ...]) -> "Fields":
        """The object of a field."""
        return Fields(self._data.get(field), f"{self.at}, {field}", self.faults, known=known)

    def place(self, field: str = "place", *, needed: bool = True) -> Place | None:
        """Where it was read; one of its three forms must be there."""
        if self._data.get(field) is None and not needed:
            return None
        inner = self.inner(field, ("line", "quote", "nth", "citation"))
        place = Place(
            line=inner.whole("line", 1, 10_000_000),
            quote=inner.optional("quote"),
            nth=inner.whole("nth", 1, 1_000),
            citation=inner.optional("citation"),
        )
        if place.citation is None and (place.line is None or place.quote is None):
            inner.faults.append(f"{inner.at}: give line and quote of the document, or a citation")
        return place

    def told(self) -> Told:
        """Kazakh and Russian words with their place."""
        place = self.place() or Place()
        year = self.whole("year", 1991, 2100)
        return Told(kk=self.text("kk"), ru=self.text("ru"), place=place, year=year)


def shown(value: Any) -> str:
    """A value in a message: short, and a list or object by its kind alone, for aliases may repeat one without end."""
    match value:
        case str():
            return repr(value[:LONGEST_SHOWN])
        case None | bool() | float():
            return repr(str(value))
        case int() if value.bit_length() < LONGEST_SHOWN:
            return repr(str(value))
    return f"a {type(value).__name__}"


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else FINEST + 1
