"""A document tells lines of its text."""

from dataclasses import replace
from datetime import UTC, datetime

from kb.model import Document, Language, Snapshot


def test_a_changed_copy_counts_its_lines_anew() -> None:
    snapshot = Snapshot(
        digest="sha256:0",
        document="a.txt",
        source="documents",
        media_type="text/plain",
        taken_at=datetime(2031, 1, 1, tzinfo=UTC),
        size=9,
    )
    first = Document(
        snapshot=snapshot, text="a\nb\nc", language=Language.KK, layout="plain", title=None, blocks=(), clauses=()
    )
    second = replace(first, text="aaaa\nb\nc")
    assert (first.line_of(2), first.line_of(4)) == (2, 3)
    assert (second.line_of(2), second.line_of(5), second.line_of(7)) == (1, 2, 3)
