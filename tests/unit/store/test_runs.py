from dataclasses import replace
from datetime import UTC, date, datetime

from kb.model import Attribute, Document, Issue, Severity, Text
from kb.store import RunState, Store
from tests.unit.store.made_documents import made_document, made_mention, made_statements

START = datetime(2031, 3, 10, 6, 30, tzinfo=UTC)
ALARM = Issue(code="dead_link", severity=Severity.WARNING, document="https://forest.example/1", message="gone")


def test_a_run_is_at_work_until_it_ends_and_keeps_its_alarms(store: Store) -> None:
    with store.write() as base:
        number = base.begin_run("forest", reach="{}", started_at=START)
    with store.read() as base:
        (begun,) = base.runs("forest")
    assert (begun.state, begun.finished_at, begun.started_at, begun.alarms) == (RunState.RUNNING, None, START, ())
    with store.write() as base:
        base.end_run(number, state=RunState.BROKEN, finished_at=START, counts={"documents": 3}, alarms=[ALARM])
        base.save_build_issues([])
    with store.read() as base:
        (ended,) = base.runs()
    assert (ended.state, ended.finished_at, ended.counts) == (RunState.BROKEN, START, {"documents": 3})
    assert ended.alarms == (ALARM,)


def test_runs_come_newest_first_and_a_dropped_one_is_forgotten(store: Store) -> None:
    with store.write() as base:
        numbers = [base.begin_run(name, reach="{}", started_at=START) for name in ("forest", "lake", "forest")]
        base.drop_run(numbers[1])
    with store.read() as base:
        assert [run.id for run in base.runs("forest")] == [numbers[2], numbers[0]]
        assert base.runs("lake") == ()


def _save(store: Store, document: Document, *, states: bool) -> None:
    with store.write() as base:
        base.save_reading(
            document,
            version="1",
            related={},
            mentions=[made_mention(document)],
            statements=made_statements(document) if states else [],
        )


def _at(name: str, *, digest: str, sample: bool = False) -> Document:
    document = made_document(name, edition=date(2030, 1, 2))
    return replace(document, snapshot=replace(document.snapshot, digest=f"sha256:{digest}", sample=sample))


def test_fields_are_counted_over_collected_documents_alone(store: Store) -> None:
    _save(store, _at("https://forest.example/1", digest="1"), states=True)
    _save(store, _at("https://forest.example/2", digest="2"), states=False)
    _save(store, _at("local/file.txt", digest="3"), states=False)
    _save(store, _at("https://forest.example/3", digest="4", sample=True), states=False)
    source = made_document().snapshot.source
    stated = made_statements(made_document())[0].attribute
    with store.read() as base:
        counts = base.field_counts(source)
    assert counts.documents == 2
    assert counts.stating[stated.value] == 1
    with store.read() as base:
        assert base.field_counts("nobody").documents == 0


def test_a_body_is_the_issuer_of_the_act_else_the_provider_that_is_named_first(store: Store) -> None:
    issued = _at("https://forest.example/1", digest="1")
    assert issued.act is not None
    _save(store, replace(issued, act=replace(issued.act, issuers=("Орман министрлігі",))), states=False)
    provided = _at("https://forest.example/2", digest="2")
    statements = [
        replace(one, attribute=Attribute.PROVIDER, value=Text(text=name))
        for one, name in zip(made_statements(provided), ("Көл басқармасы", "Портал"), strict=False)
    ]
    with store.write() as base:
        base.save_reading(provided, version="1", related={}, statements=statements)
    with store.read() as base:
        bodies = base.body_counts()[issued.snapshot.source]
    assert [(one.name, one.documents) for one in bodies] == [("Көл басқармасы", 1), ("Орман министрлігі", 1)]
    assert {one.newest for one in bodies} == {issued.snapshot.taken_at}


def test_another_address_of_the_act_is_known_by_its_code(store: Store) -> None:
    first, second = _at("https://forest.example/1", digest="1"), _at("https://lake.example/1", digest="2")
    for one in (first, second, _at("local/file.txt", digest="3")):
        _save(store, one, states=False)
    with store.read() as base:
        assert base.other_addresses("https://forest.example/1") == ("https://lake.example/1",)
        assert base.other_addresses("https://forest.example/unknown") == ()
