"""Sentences read for overlays; services, orders and days are invented."""

import hashlib
from datetime import UTC, datetime

from kb.extract.overlays import read_overlays
from kb.extract.passage import cut_passage
from kb.extract.segment import read_segments
from kb.model import Channel, Deadline, Document, Fee, Language, Snapshot, SourceKind, Statement


def read_sentence(text: str) -> list[Statement]:
    """The overlays of a text."""
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    taken = datetime(2031, 1, 1, tzinfo=UTC)
    snapshot = Snapshot(digest=digest, document="t", source="t", media_type="text/plain", taken_at=taken, size=1)
    document = Document(
        snapshot=snapshot, text=text, language=Language.KK, layout="plain", title=None, blocks=(), clauses=()
    )
    passage = cut_passage(document, 0, len(text), service="s", source_kind=SourceKind.STANDARD)
    return [one for sentence in read_segments(passage) for one in read_overlays(passage, sentence)]


def in_words(statement: Statement) -> str:
    """«overlay state_corporation only», «former 15 working_day», «planned 1 mrp», with region and period."""
    value = statement.value
    match value:
        case Channel():
            told = value.code.value + (" only" if value.only else "") + ("" if value.offered else " closed")
        case Deadline():
            told = f"{value.value} {value.unit.value}"
        case Fee():
            told = value.kind.value if value.amount is None else f"{value.amount} {value.kind.value}"
        case _:
            raise AssertionError(value)
    region = statement.scope.region
    period = [f"from {statement.valid_from}"] * bool(statement.valid_from)
    period += [f"to {statement.valid_to}"] * bool(statement.valid_to)
    return " ".join([statement.standing.value, told, *([str(region.code)] if region else []), *period])
