"""The documents of a service as a list to tick off: what to bring in each case, and what nobody has to bring."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.web.page_room import PageRoom
from kb.web.plain_line import PlainLine, plain_lines
from kb.web.value_row import ValueRow
from kb.web.value_words import Shown
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistCase:
    """What to bring under the same conditions; without conditions in every case."""

    conditions: tuple[Shown, ...]
    lines: tuple[PlainLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The list of one speaker: `cases` to bring, `obtained` by the state; `others` names speakers with a list of
    their own. `left` and `obtained_left` tell how many stand on the full card only, for want of room."""

    speaker: str
    edition: str | None
    cases: tuple[ChecklistCase, ...]
    left: int
    obtained: tuple[PlainLine, ...]
    obtained_left: int
    others: tuple[str, ...]


def make_checklist(rows: Sequence[ValueRow], words: Words, *, room: PageRoom) -> Checklist | None:
    """What to bring, by the rows of documents in force; None where there are none."""
    if not rows:
        return None
    best = rows[0].told[0]  # the rows come with the strongest speaker first; others tell the list in other words
    mine = _of_speaker(rows, rows[0])
    cases = _cases(plain_lines((row for row in mine if not row.obtained), words))
    bring = [line for case in cases for line in case.lines]
    kept = room.take(bring)
    others = (telling.speaker for row in rows if row not in mine for telling in row.told)
    return Checklist(
        speaker=best.speaker,
        edition=best.links[0].edition,
        cases=_cases(kept),
        left=len(bring) - len(kept),
        obtained=(),
        obtained_left=0,
        others=tuple(dict.fromkeys(others)),
    )


def add_obtained(made: Checklist, rows: Sequence[ValueRow], words: Words, *, room: PageRoom) -> Checklist:
    """The checklist with what the state gets by itself, as far as there is room."""
    # One paper is asked of the state in several cases: the reader needs its name once.
    lines = plain_lines((row for row in _of_speaker(rows, rows[0]) if row.obtained), words)
    obtained = tuple({line.shown: line for line in lines}.values())
    kept = room.take(obtained)
    return replace(made, obtained=kept, obtained_left=len(obtained) - len(kept))


def _of_speaker(rows: Sequence[ValueRow], first: ValueRow) -> list[ValueRow]:
    kind = first.told[0].source_kind
    return [row for row in rows if any(telling.source_kind is kind for telling in row.told)]


def _cases(lines: Sequence[PlainLine]) -> tuple[ChecklistCase, ...]:
    cases: dict[tuple[Shown, ...], list[PlainLine]] = {}
    for line in lines:
        cases.setdefault(line.conditions, []).append(line)
    return tuple(
        ChecklistCase(conditions=conditions, lines=tuple(cases[conditions]))
        for conditions in sorted(cases, key=bool)  # what is needed in every case stands first
    )
