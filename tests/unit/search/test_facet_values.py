"""Which values services and clauses are counted by."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indexes.schema import FieldRole, read_schema
from kb.model import (
    Attribute,
    ChannelCode,
    Fee,
    FeeKind,
    LifeSituation,
    Scope,
    ScopeField,
    Service,
    SourceKind,
    Statement,
)
from kb.search import ClauseUses, IndexDocument, clause_documents, service_document
from kb.search.service_facets import service_facets
from tests.contract.small_registry import SERVICES, make_document, provided

SERVICE = SERVICES[0]
BARE = replace(SERVICE, name_ru=None, channels=(), owner=None)


def _fee(kind: FeeKind, *, source: SourceKind = SourceKind.STANDARD, region: str | None = None) -> Statement:
    amount = None if kind is FeeKind.FREE else Decimal(1)
    return replace(
        provided(make_document()),
        attribute=Attribute.FEE,
        value=Fee(kind=kind, amount=amount),
        source_kind=source,
        scope=Scope(region=ScopeField(text="жерде", code=region)) if region else Scope(),
    )


def _facets(service: Service, *statements: Statement) -> dict[str, tuple[str, ...]]:
    return service_facets(service, statements, status="in_force")


def test_every_facet_of_the_index_has_its_values() -> None:
    for kind, document in (
        ("services", service_document(SERVICE)),
        ("clauses", next(clause_documents(make_document()))),
    ):
        facets = {name for name, role in read_schema(kind).fields.items() if role is FieldRole.FACET}
        assert facets <= set(document.keywords)


def test_a_service_of_which_nothing_is_known() -> None:
    assert _facets(BARE) == {
        "body": (),
        "channel": (),
        "paid": ("unknown",),
        "electronic": ("unknown",),
        "recipient": (),
        "life_situation": (),
        "region": (),
        "language": ("kk",),
        "status": ("in_force",),
    }


def test_a_service_has_the_codes_of_the_catalogue() -> None:
    known = replace(
        SERVICE,
        channels=(ChannelCode.EGOV_PORTAL, ChannelCode.STATE_CORPORATION),
        recipients=("individual",),
        life_situations=(LifeSituation(code="00101"),),
        owner_code="health-ministry",
        provider_codes=("local-body",),
    )
    found = _facets(known)
    assert found["body"] == ("health-ministry",)
    assert found["channel"] == ("egov_portal", "state_corporation")
    assert found["recipient"] == ("individual",)
    assert found["life_situation"] == ("00101",)
    assert _facets(replace(known, owner_code=None))["body"] == ("local-body",)


@pytest.mark.parametrize(
    ("paid", "kinds", "value"),
    [
        (None, (), "unknown"),
        (False, (FeeKind.FREE,), "free"),
        (True, (FeeKind.MRP,), "paid"),
        (True, (FeeKind.FREE, FeeKind.MRP), "both"),
    ],
)
def test_what_is_paid(paid: bool | None, kinds: tuple[FeeKind, ...], value: str) -> None:
    assert _facets(replace(SERVICE, paid=paid), *map(_fee, kinds))["paid"] == (value,)


def test_what_a_survey_says_is_free_does_not_make_a_case() -> None:
    told = _fee(FeeKind.FREE, source=SourceKind.SURVEY)
    assert _facets(replace(SERVICE, paid=True), _fee(FeeKind.TENGE), told)["paid"] == ("paid",)


@pytest.mark.parametrize(
    ("automation", "value"),
    [
        ("electronic_full", "yes"),
        ("electronic", "yes"),
        ("electronic_partial", "partly"),
        ("paper", "no"),
        (None, "unknown"),
    ],
)
def test_what_is_electronic(automation: str | None, value: str) -> None:
    assert _facets(replace(SERVICE, automation=automation))["electronic"] == (value,)


def test_regions_and_languages_of_statements() -> None:
    found = _facets(BARE, _fee(FeeKind.MRP, region="75"), _fee(FeeKind.MRP, region="71"), _fee(FeeKind.MRP))
    assert found["region"] == ("71", "75")
    assert found["language"] == ("kk",)
    assert _facets(replace(BARE, name_kk=None, name_ru="Выдача"), _fee(FeeKind.MRP))["language"] == ("kk", "ru")


def _clauses(*noted: tuple[Statement, str], issuers: tuple[str, ...] = ()) -> dict[str, IndexDocument]:
    document = make_document()
    uses = ClauseUses()
    for statement, service in noted:
        uses.note(statement, service)
    assert document.act
    changed = replace(document, act=replace(document.act, issuers=issuers))
    found = clause_documents(changed, uses=uses.of(document.snapshot.digest))
    return {one.keywords["clause"][0]: one for one in found}


def test_a_clause_has_what_it_says_of_which_services() -> None:
    stated = provided(make_document())
    found = _clauses((stated, "s1"), (replace(stated, attribute=Attribute.PROVIDER), "s2"), (stated, "s2"))
    assert found["p-1"].keywords["field"] == ("provider", "result")
    assert found["p-1"].keywords["services"] == ("s1", "s2")
    assert found["p-2"].keywords["field"] == found["p-2"].keywords["services"] == ()


def test_statements_of_other_texts_and_without_a_clause_are_not_those_of_a_clause() -> None:
    stated = provided(make_document())
    other = replace(stated, evidence=replace(stated.evidence, snapshot="sha256:" + "cd" * 32))
    bare = replace(stated, evidence=replace(stated.evidence, clause=None))
    assert _clauses((other, "s1"), (bare, "s1"))["p-1"].keywords["services"] == ()


def test_a_clause_has_the_type_and_the_bodies_of_its_act() -> None:
    issuers = ("Министерство здравоохранения Республики Казахстан", "Қазақстан Республикасы Үкіметі", "Кто-то")
    found = _clauses(issuers=issuers)["p-1"].keywords
    assert (found["act_type"], found["body"]) == (("order",), ("health-ministry", "government"))
    (whole,) = clause_documents(replace(make_document(), act=None, clauses=()))
    assert whole.keywords["act_type"] == whole.keywords["body"] == whole.keywords["status"] == ()
