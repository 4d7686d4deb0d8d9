"""Which findings decisions of people belong to, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, event

from kb.model import Finding, FindingClass, FindingSeverity, FindingVerdict, Language, Side, SourceKind, VerdictNote
from kb.pipeline.verdict_state import read_verdicts
from kb.store import Store
from tests.unit.store.made_documents import made_document


def made_finding(place: str, *, words: str = "d", service: str | None = "nest") -> Finding:
    """A finding between two clauses beside `place`; `words` stands for what they say."""
    document = made_document()
    a, b = (
        Side(
            evidence=document.cite(0, 5, f"{place}-{name}"),
            source_kind=SourceKind.ACT,
            digest=f"{words}-{place}-{name}",
        )
        for name in "ab"
    )
    why = dict.fromkeys(Language, "екеуі екі түрлі")
    return Finding(kind=FindingClass.DEADLINE, service=service, a=a, b=b, severity=FindingSeverity.LOW, why=why)


def decision(finding: Finding) -> VerdictNote:
    """A person's word that the finding is right."""
    return VerdictNote(
        finding=finding.id,
        kind=finding.kind,
        digests=(finding.a.digest, finding.b.digest),
        places=(finding.b.place, finding.a.place),
        words=finding.words,
        verdict=FindingVerdict.CONFIRMED,
        reason="иә",
        author="Сәуле",
        role="lawyer",
        at=datetime(2031, 5, 20, tzinfo=UTC),
    )


def keep(store: Store, *findings: Finding, decided: tuple[Finding, ...]) -> None:
    """A base with these findings and decisions, and the text that the places are of."""
    with store.write() as base:
        base.save_reading(made_document(), version="1", related={})
        base.save_check("service:nest", "f", [(one, "body") for one in findings])
        for one in decided:
            base.add_verdict(decision(one))


@contextmanager
def counted() -> Iterator[list[str]]:
    """The queries that are asked meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_a_decision_goes_with_its_finding_with_the_same_words_or_into_the_history(store: Store) -> None:
    stands, renamed, changed, gone = (made_finding(name) for name in ("stands", "renamed", "changed", "gone"))
    elsewhere = replace(renamed, service="den")
    reworded = made_finding("changed", words="e")
    keep(store, stands, elsewhere, reworded, decided=(stands, renamed, changed, gone))
    with store.read() as base:
        state = read_verdicts(base)
    assert {name: note.finding for name, note in state.holding.items()} == {
        stands.id: stands.id,
        elsewhere.id: renamed.id,
    }
    assert {name: [note.finding for note in notes] for name, notes in state.history.items()} == {
        stands.id: [stands.id],
        elsewhere.id: [renamed.id],
        reworded.id: [changed.id],
    }
    assert [note.finding for note in state.fixed] == [gone.id]


def test_what_only_a_past_edition_has_is_mended_and_its_decision_history_of_what_stands_there_now(store: Store) -> None:
    mended, reworded = (replace(made_finding(name), until=date(2031, 1, 1)) for name in ("mended", "reworded"))
    now = made_finding("reworded", words="e")
    keep(store, mended, reworded, now, decided=(mended, reworded))
    with store.read() as base:
        state = read_verdicts(base)
    assert [note.finding for note in state.fixed] == [mended.id]
    assert state.judged(mended).verdict is FindingVerdict.CONFIRMED
    assert state.judged(now).returned


def test_a_source_that_was_taken_out_mends_nothing(store: Store) -> None:
    gone = made_finding("gone")
    keep(store, decided=(gone,))
    document = made_document().snapshot
    with store.write() as base:
        assert [note.finding for note in read_verdicts(base).fixed] == [gone.id]
        base.drop_reading(document.document, document.digest)
        assert read_verdicts(base).fixed == ()


@pytest.mark.parametrize("present", [True, False])
def test_many_decisions_cost_as_many_queries_as_one(store: Store, present: bool) -> None:
    findings = [made_finding(f"place-{number}") for number in range(700)]
    spent = []
    for some in (findings[:1], findings[1:]):
        keep(store, *(findings if present else ()), decided=tuple(some))
        with store.read() as base, counted() as asked:
            state = read_verdicts(base)
        spent.append(len(asked))
        assert len(state.holding if present else state.fixed) in (1, 700)
    assert spent[0] == spent[1]
