import sqlite3
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from kb.model import Attribute, Document, Fee, FeeKind
from kb.store import Build, Store, StoreError, UnfitReading, Writer
from tests.unit.store.made_documents import (
    made_document,
    made_gap,
    made_mention,
    made_service,
    made_statements,
    made_survey,
    save_all,
)


def test_a_reading_comes_back_as_it_was(store: Store) -> None:
    save_all(store)
    document = made_document()
    with store.read() as base:
        assert base.document(document.snapshot.digest) == document
        assert list(base.documents()) == [document]
        assert tuple(base.mentions()) == (made_mention(document),)
        assert list(base.survey()) == [(made_survey(document), "queue-1")]
        assert list(base.gaps(service="queue-1")) == [(made_gap(document), "queue-1")]
        assert [(one.code, one.line) for one in base.issues()] == [("odd", 2)]
        assert base.counts()["clauses"] == 4


def test_statements_keep_value_scope_evidence_and_one_id(store: Store, store_url: str) -> None:
    save_all(store)
    document = made_document()
    with store.read() as base:
        found = [one for one, _ in base.statements()]
    made = made_statements(document)
    assert [one.attribute for one in found] == [Attribute.DEADLINE, Attribute.FEE, Attribute.DOCUMENT]
    assert found[0] == made[0]
    assert found[0].id == made[0].id
    assert isinstance(found[1].value, Fee)
    assert found[1].value.amount == Decimal("0.5")
    assert document.text[found[1].evidence.start : found[1].evidence.end] == found[1].evidence.quote
    with create_engine(store_url).connect() as raw:
        stored = set(raw.exec_driver_sql("SELECT id FROM statements").scalars())
    assert stored == {one.id for one in found}


def test_a_renamed_mention_takes_what_was_read_of_it_along(store: Store) -> None:
    document, other = made_document(), made_document("other.txt")
    full, share = made_statements(document)[1], made_statements(document)[1]
    full = replace(full, value=Fee(kind=FeeKind.MRP, amount=Decimal(2)))
    share = replace(share, value=Fee(kind=FeeKind.PERCENT_OF_FEE, amount=Decimal(50), of=full.id))
    with store.write() as base:
        for one, statements in ((document, (share, full)), (other, ())):
            base.save_reading(
                one,
                version="1",
                related={},
                mentions=[made_mention(one)],
                statements=statements,
                survey=[made_survey(one)],
                gaps=[made_gap(one)],
            )
        base.rename_mention("queue-1", "queue-2", document="queue.txt", snapshot=document.snapshot.digest)
        assert [(one.key, one.evidence.document) for one in base.mentions()] == [
            ("queue-1", "other.txt"),
            ("queue-2", "queue.txt"),
        ]
        base.save_services([made_service("queue-1"), made_service("queue-2")])
        found = list(base.read_statements(mention="queue-2"))
        fees = [one.value for one in found if isinstance(one.value, Fee)]
        assert [one.of for one in fees] == [found[1].id, None]
        assert found[1].id != full.id
        assert [len(list(told)) for told in (base.survey(service="queue-2"), base.gaps(service="queue-2"))] == [1, 1]
        base.save_periods(replace(one, valid_from=date(2031, 1, 2)) for one in found)
        assert {one.valid_from for one, _ in base.statements(service="queue-2")} == {date(2031, 1, 2)}


def test_reading_again_replaces_and_dropping_takes_everything_along(store: Store) -> None:
    save_all(store)
    save_all(store)
    with store.read() as base:
        assert base.counts()["statements"] == 3
    with store.write() as base:
        base.drop_reading("queue.txt", made_document().snapshot.digest)
        counts = base.counts()
    assert {
        counts[name] for name in ("documents", "clauses", "mentions", "statements", "survey", "gaps", "issues")
    } == {0}


def test_an_exception_leaves_the_base_as_it_was(store: Store) -> None:
    save_all(store)

    def stop_halfway() -> None:
        with store.write() as base:
            base.drop_reading("queue.txt", made_document().snapshot.digest)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stop_halfway()
    with store.read() as base:
        assert base.counts()["documents"] == 1


def test_ids_are_never_lost(store: Store) -> None:
    save_all(store)
    with store.write() as base:
        base.save_services([made_service("00101", "queue-1"), made_service("00102")])
        base.save_services([made_service("00101"), made_service("00103")])
    with store.read() as base:
        by_old_id = base.service("queue-1")
        retired = dict(base.service_ids())["00102"]
        assert base.service("00102") is None
    assert by_old_id is not None
    assert by_old_id.id == "00101"
    assert "queue-1" in by_old_id.ids
    assert retired is None


def test_an_id_follows_its_service_to_a_new_id(store: Store) -> None:
    with store.write() as base:
        base.save_services([made_service("a", "old-a")])
        base.save_services([made_service("b", "a")])
    with store.read() as base:
        found = base.service("old-a")
    assert found is not None
    assert found.id == "b"


def test_what_belongs_to_no_service_is_named(store: Store) -> None:
    document = made_document()
    with store.write() as base:
        base.save_reading(document, version="1", related={}, statements=made_statements(document))
        assert base.unowned() == ("queue-1",)
        base.save_services([made_service("queue-1")])
        assert base.unowned() == ()


def test_periods_are_kept_beside_the_text_s_own_dates(store: Store) -> None:
    save_all(store)
    document = made_document()
    with store.write() as base:
        deadline = next(base.unresolved_statements())
        base.save_periods([replace(deadline, valid_to=date(2021, 1, 1))])
    with store.read() as base:
        assert [one.valid_to for one, _ in base.statements()] == [date(2021, 1, 1), None, None]
        assert next(base.unresolved_statements()).valid_to is None
    assert made_statements(document)[1].valid_from == date(2020, 3, 4)


def test_texts_of_an_act_by_any_of_its_codes_in_the_order_of_editions(store: Store) -> None:
    later, earlier = made_document("b.txt", edition=date(2022, 1, 1)), made_document("z.txt", edition=date(2020, 1, 1))
    with store.write() as base:
        base.save_reading(later, version="1", related={})
        base.save_reading(earlier, version="1", related={})
        found = base.texts_of_act("zan:77")
        assert base.texts_of_act("V2") == ()
        assert base.acts_named("zan:77") == tuple(one.act for one in found)
        assert base.acts_named("V2") == ()
    assert [one.snapshot.document for one in found] == ["z.txt", "b.txt"]
    assert found[0].edition == earlier.edition


def test_the_newest_build_is_the_live_one(store: Store) -> None:
    first = Build(
        finished_at="2024-01-01T00:00:00+00:00", version="1", indexes={"services": "a"}, counts={"services": 1}
    )
    second = Build(finished_at="2023-01-01T00:00:00+00:00", version="2", indexes={"services": "b"}, counts={})
    with store.write() as base:
        assert base.build() is None
        base.save_build(first)
        base.save_build(second)
        found = base.build()
    assert found is not None
    assert (found.version, found.indexes) == ("2", {"services": "b"})


def test_removed_documents_are_marked_until_lifted(store: Store) -> None:
    with store.write() as base:
        base.mark_removed("files", ["a", "b"])
        base.mark_removed("files", ["b"])
        assert base.removed() == {("files", "a"), ("files", "b")}
        assert base.lift_removed("files", "a") is True
        assert base.lift_removed("files", "a") is False
        assert base.removed() == {("files", "b")}


def test_source_counts_count_each_table_once(store: Store) -> None:
    save_all(store)
    with store.read() as base:
        counts = base.source_counts()["files"]
    assert (counts.documents, counts.statements, counts.issues, counts.samples) == (1, 3, 1, 0)
    assert counts.newest == "2024-05-06T07:08:09+00:00"


def test_services_are_listed_page_by_page(store: Store) -> None:
    with store.write() as base:
        base.save_services([made_service(name) for name in ("c", "a", "b")])
        assert [one.id for one in base.services(limit=2)] == ["a", "b"]
        assert [one.id for one in base.services(after="b", limit=2)] == ["c"]


def test_names_sort_by_their_letters_codes_on_every_database(store: Store) -> None:
    ids = ["a-b", "ab", "A/1", "a/1", "zan:9", "zan-10", "ә", "я", "B"]
    with store.write() as base:
        base.save_services([made_service(name) for name in ids])
        assert [one.id for one in base.services()] == sorted(ids)
        assert [one.id for one in base.services(after="ab", limit=2)] == ["zan-10", "zan:9"]


def test_a_reading_that_fails_is_undone_alone(store: Store) -> None:
    kept, failing = made_document("a.txt"), made_document("b.txt")
    with store.write() as base:
        base.save_reading(kept, version="1", related={})
        with pytest.raises(RuntimeError, match="odd"):
            _fail_after(base, failing)
        with base.one_reading():
            base.save_reading(made_document("c.txt"), version="1", related={})
    with store.read() as base:
        assert [one.snapshot.document for one in base.documents()] == ["a.txt", "c.txt"]


def _fail_after(base: Writer, document: Document) -> None:
    with base.one_reading():
        base.save_reading(document, version="1", related={})
        raise RuntimeError("odd")


def test_what_a_database_cannot_keep_is_told_apart_from_a_database_that_fails(store: Store) -> None:
    document = made_document()
    broken = sqlite3.OperationalError("disk is full")
    with store.write() as base:
        with (
            pytest.raises(UnfitReading, match=r"^(IntegrityError|NotNullViolation): .*\blayout\b[^\n]*$"),
            base.one_reading(),
        ):
            base.save_reading(replace(document, title=None, layout=None), version="1", related={})  # type: ignore[arg-type]
        with pytest.raises(StoreError, match="does not work: disk is full") as told, base.one_reading():
            raise OperationalError("INSERT", None, broken)
    assert not isinstance(told.value, UnfitReading)


def test_texts_of_an_act_that_sources_know_by_different_codes(store: Store) -> None:
    names = {"a.txt": ("zan:7",), "b.txt": ("V2", "zan:7"), "c.txt": ("V2",), "d.txt": ("zan:8",)}
    with store.write() as base:
        for name, ids in names.items():
            document = made_document(name, edition=date(2020, 1, 1))
            assert document.act is not None
            act = replace(document.act, id=ids[0], ids=ids, repealed_on=date(2024, 2, 3))
            base.save_reading(replace(document, act=act), version="1", related={})
        for code in ("zan:7", "V2"):
            assert [one.snapshot.document for one in base.texts_of_act(code)] == ["a.txt", "b.txt", "c.txt"]
            assert [one.id for one in base.acts_named(code)] == ["zan:7", "V2", "V2"]
        assert [one.id for one in base.acts()] == ["zan:7", "V2", "V2", "zan:8"]
        assert {one.repealed_on for one in base.acts()} == {date(2024, 2, 3)}


def test_the_act_of_a_statement_goes_by_the_id_that_the_build_found(store: Store) -> None:
    save_all(store)
    with store.write() as base:
        one = next(base.unresolved_statements())
        base.save_periods([replace(one, evidence=replace(one.evidence, act="V9"))])
        assert [found.evidence.act for found, _ in base.statements()] == ["V9", None, None]
        assert next(base.unresolved_statements()).evidence.act == one.evidence.act
        assert [found.id for found, _ in base.statements()] == [found.id for found in base.unresolved_statements()]
