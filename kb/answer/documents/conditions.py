"""When one item of a list of documents is needed, by its own words."""

from dataclasses import dataclass
from functools import lru_cache

from kb.answer.documents.wording import codes_of, pattern, plain
from kb.model import RequiredDocument, Statement

FOR_OTHERS = "power_of_attorney"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemConditions:
    """What an item says of itself.

    `special` are conditions of the person or the case, `mild` those of the thing («if there is one»), as printed;
    `recipient` is the one kind of recipient it is for; `representative`: only who acts for another brings it.
    """

    special: tuple[str, ...] = ()
    mild: tuple[str, ...] = ()
    recipient: str | None = None
    representative: bool = False


@lru_cache(maxsize=4096)
def read_conditions(statement: Statement) -> ItemConditions:
    """The conditions that the words of an item set."""
    if not isinstance(statement.value, RequiredDocument):
        return ItemConditions()
    printed = " ".join(statement.value.text.split())
    text = plain(printed)
    if len(text) != len(printed):  # a sign that folding drops: places would not meet
        printed = text
    opening = len(text.split(". ", 1)[0])  # later sentences explain the item, their conditions are not its own
    spans = [
        match.span(name)
        for match in pattern("conditions").finditer(text[:opening])
        for name, part in match.groupdict().items()
        if part
    ]
    found = dict.fromkeys(printed[first:last].strip(" ,;:-–—") for first, last in spans)
    conditions = tuple(one for one in found if not pattern("purposes").search(plain(one)))
    special = tuple(one for one in conditions if not pattern("mild").search(plain(one)))
    by_other = any(pattern("for_representative").search(plain(one)) for one in special)
    return ItemConditions(
        special=tuple(one for one in special if not by_other or not pattern("for_representative").search(plain(one))),
        mild=tuple(one for one in conditions if one not in special),
        recipient=recipient_of(text),
        representative=by_other or statement.value.code == FOR_OTHERS,
    )


def recipient_of(text: str) -> str | None:
    """The one kind of recipient that a folded text names; None where it names none or several."""
    named = [code for code in codes_of("of_recipient") if pattern("of_recipient", code).search(text)]
    return named[0] if len(named) == 1 else None
