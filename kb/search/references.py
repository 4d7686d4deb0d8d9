"""What a query may name exactly: ids, codes, and acts by their number and date."""

import re
from collections.abc import Iterable
from datetime import date

from kb.extract.act_dates import find_dates
from kb.extract.wording import coded_wording
from kb.search.service_document import lookup_ids
from kb.text import fold_plain

AROUND_IDS = " .,;:!?()[]«»\"'"  # signs that may stand around an id without being part of it
NUMBER = "nr:"  # what stands before an act's number, so that it meets no other id
MARK = r"[№#]|\bn\b\.?|\bно?м(?:ер)?\b\.?"
# «153», «239-v», «11-1-2/579», «қр дсм-117»; an act's number has a digit
_NUMBER = r"(?:кр[ ])?(?:[а-яa-z]{2,4}[ ]?-)?\d[\d/-]*(?:-?[a-zа-я]{1,4}\b)?"
_MARKED = re.compile(rf"(?:{MARK})\s*(?P<number>{_NUMBER})")
_BARE = re.compile(rf"(?<![\w./-])(?P<number>{_NUMBER})(?![\w%]|[.,]\d)")
_NUMBER_MARK = re.compile(r"^(?:nr:|[№#])\s*", re.IGNORECASE)
NEAR = 40  # characters between the word for an act and a number without a mark
MOST_NUMBERS = 5


def read_references(typed: str, written: str) -> tuple[str, ...]:
    """Lower-case values that an id or code may be equal to, and numbers of acts as `act_number_ids` gives them.

    `typed` is the text as it came, `written` the same with keyboard and script put right.
    """
    words = [word for text in (typed, written) for word in text.split() if any(letter.isdigit() for letter in word)]
    numbers = _act_numbers(fold_plain(written))
    return lookup_ids([*(word.strip(AROUND_IDS) for word in [typed, written, *words]), *numbers])


def act_number_ids(number: str | None, day: date | None) -> tuple[str, ...]:
    """How an act is looked up by its number, alone and with its date; () for an act without one."""
    if not number:
        return ()
    plain = NUMBER + fold_plain(number).replace(" ", "")
    return (plain, f"{plain}:{day.isoformat()}") if day else (plain,)


def act_keys(names: Iterable[str]) -> tuple[str, ...]:
    """What acts are looked up by: codes as they are, and what is behind `nr:`, `№` or `#` as a number."""
    keys: list[str] = []
    for name in names:
        number = _NUMBER_MARK.sub("", name.strip())
        keys += act_number_ids(number, None) if number != name.strip() else (name,)
    return lookup_ids(keys)


def _act_numbers(text: str) -> Iterable[str]:
    """With a date the number of that day only: two acts of one number differ in it."""
    dates = find_dates(text, 0, len(text))
    blanked = list(text)
    for one in dates:
        blanked[one.start : one.end] = " " * (one.end - one.start)
    bare = "".join(blanked)
    kinds = [match for _, pattern in coded_wording("reference", "types") for match in pattern.finditer(bare)]
    marked = [match["number"] for match in _MARKED.finditer(bare)]
    beside = [
        match["number"]
        for match in _BARE.finditer(bare)
        if any(-NEAR <= match.start() - kind.end() <= NEAR or 0 <= kind.start() - match.end() <= NEAR for kind in kinds)
    ]
    for number in dict.fromkeys((marked or beside)[:MOST_NUMBERS]):
        found = [ids for one in dates for ids in act_number_ids(number, one.day)[1:]]
        yield from found or act_number_ids(number, None)
