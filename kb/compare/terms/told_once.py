"""One contradiction once, however many texts of two speakers repeat it."""

from collections.abc import Hashable, Iterable

from kb.compare.clash import Clash, Point
from kb.model import Statement, Text


def told_once(clashes: Iterable[Clash]) -> tuple[Clash, ...]:
    """The clashes without those that set the same two values of the same two texts against each other again.

    A text in two languages, and a value that a text repeats, are one side. The pair of one language is kept, of
    several the first.
    """
    best: dict[Hashable, Clash] = {}
    for clash in clashes:
        key = frozenset((_side(clash.a), _side(clash.b)))
        known = best.get(key)
        if known is None or (_in_one_language(clash) and not _in_one_language(known)):
            best[key] = clash
    return tuple(best.values())


def _side(point: Point) -> Hashable:
    evidence, statement = point.evidence, point.statement
    if statement is not None:
        text = text_of(statement)
        value = statement.value
        told: Hashable = value.code if isinstance(value, Text) and value.code else value
        return (text, point.source_kind, statement.attribute, told)
    return (evidence.act, evidence.clause) if evidence.act else (evidence.document, evidence.start, evidence.end)


def text_of(statement: Statement) -> str:
    """What text a statement stands in, in whichever language: its act, or the card or section it was read under."""
    return statement.evidence.act or statement.service


def _in_one_language(clash: Clash) -> bool:
    return clash.a.evidence.language is clash.b.evidence.language
