"""From when a term runs: the event that the words before or behind it name."""

import re

from kb.extract.wording import coded_wording, wording
from kb.model.value import StartEvent

FILE = "deadline"
HEADING_REACH = 1500  # a heading («from the day of filing:») holds for the items below it, about a page at most


def start_before(plain: str) -> StartEvent | None:
    """The event named last in the words before a term; «the next working day» wins over the event it follows."""
    found = [(match.end(), code) for code, match in _events(plain)]
    if any(code is StartEvent.NEXT_DAY for _, code in found):
        return StartEvent.NEXT_DAY
    return max(found, key=lambda item: item[0])[1] if found else None


def start_behind(plain: str, place: int, end: int) -> tuple[StartEvent | None, int]:
    """The event named in the words that directly follow a term at `place`, and where these words end."""
    stop = wording(FILE, "start_stops").search(plain, place, end)
    behind = plain[place : stop.start() if stop else end]
    found = [(match.start(), match.end(), code) for code, match in _events(behind)]
    if not found:
        return None, place
    codes = [code for _, _, code in found]
    first = min(found, key=lambda item: item[0])[2]
    return (
        StartEvent.NEXT_DAY if StartEvent.NEXT_DAY in codes else first,
        place + max(last for _, last, _ in found),
    )


def heading_above(plain: str, start: int) -> str:
    """The words of the nearest line above `start` that ends in a colon; empty where there is none."""
    lines = plain[max(0, start - HEADING_REACH) : start].splitlines()
    return next((line for line in reversed(lines) if line.rstrip().endswith(":")), "")


def without_starts(plain: str) -> str:
    """The words without those that tell from when a term runs: what is left may be a condition."""
    for match in sorted((match for _, match in _events(plain)), key=lambda match: -match.start()):
        plain = plain[: match.start()] + " " + plain[match.end() :]
    return plain


def _events(plain: str) -> list[tuple[StartEvent, re.Match[str]]]:
    """Events by their wording; one that no code fits («from the day of the fire») is OTHER."""
    known = [
        (StartEvent(code), match)
        for code, pattern in coded_wording(FILE, "starts")
        for match in pattern.finditer(plain)
    ]
    spans = [match.span() for _, match in known]
    others = [
        (StartEvent.OTHER, match)
        for match in wording(FILE, "other_start").finditer(plain)
        if not any(first < match.end() and match.start() < last for first, last in spans)
    ]
    return [*known, *others]
