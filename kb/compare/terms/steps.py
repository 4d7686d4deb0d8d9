"""The steps of a procedure and their terms, as rules list them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kb.compare.terms.wording import tells
from kb.extract.passage import cut_passage
from kb.extract.segment import read_segments
from kb.extract.terms import find_terms
from kb.extract.wording import wording
from kb.model import Clause, Document, Evidence, SourceKind, Unit
from kb.model.act import ClauseKind

DAYS = (Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.DAY)
PLACES = (ClauseKind.POINT, ClauseKind.PARAGRAPH)
ITEM = "/sub-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of at least a day; `listed` is the list that it is an item of, None for one in running text.

    `special` where it is no step of every application: a case, a channel alone, what follows the service.
    """

    days: Decimal
    unit: Unit
    evidence: Evidence
    listed: str | None
    special: bool


def procedures(document: Document) -> list[list[Step]]:
    """The steps that every application goes through, outside the tables of a text: those of each list, or where there
    is no list those of the running text. A list with a special item is a list of cases and none of steps."""
    steps = _read_steps(document)
    lists: dict[str, list[Step]] = {}
    for step in steps:
        if step.listed is not None:
            lists.setdefault(step.listed, []).append(step)
    told = [items for items in lists.values() if len(items) > 1]
    if told:
        return [items for items in told if not any(step.special for step in items)]
    running = [step for step in steps if not step.special]
    return [running] if len(running) > 1 else []


def _read_steps(document: Document) -> list[Step]:
    children = {clause.parent: clause for clause in reversed(document.clauses) if clause.parent}
    steps: list[Step] = []
    for clause in document.clauses:
        if clause.kind in PLACES and "/row-" not in clause.id:
            own_end = children[clause.id].start if clause.id in children else clause.end
            steps += _steps_of(document, clause, own_end)
    return steps


def _steps_of(document: Document, clause: Clause, end: int) -> Iterator[Step]:
    if end <= clause.start or not document.text[clause.start : end].strip():
        return
    passage = cut_passage(document, clause.start, end, service="", source_kind=SourceKind.ACT, clause=clause.id)
    for sentence in read_segments(passage):
        words = passage.plain[sentence.start : sentence.end]
        for term in find_terms(passage.folded[sentence.start : sentence.end], words):
            if term.value is not None and term.fault is None and term.unit in DAYS:
                yield Step(
                    days=term.value,
                    unit=term.unit,
                    evidence=passage.cite(sentence.start, sentence.start + term.end),
                    listed=clause.id.rpartition(ITEM)[0] or None,
                    special=_is_special(words, words[: term.start]),
                )


def _is_special(words: str, before: str) -> bool:
    if tells("no_step", words) or tells("other_time_before", before) or tells("before_an_end", before):
        return True
    if tells("refusal", words) and not wording("deadline", "or_refusal").search(words):
        return True
    if tells("some_cases", before) and not tells("full_papers", before):
        return True
    return tells("one_channel", before) and not tells("several_channels", before)
