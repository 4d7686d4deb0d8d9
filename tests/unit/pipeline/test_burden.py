"""The burden of services: every paper counted once, with what decided it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from kb.model import Attribute, Evidence, Language, RequiredDocument, Scope, Service, SourceKind, Statement
from kb.model.statement import ScopeField
from kb.pipeline.practice.burden import Burden, PaperStanding, weigh_burdens
from tests.contract.small_registry import make_service

DAY = date(2026, 11, 26)
NEST, KITE = make_service("nest-1", "Ұя", "Гнездо"), make_service("kite-2", "Батпырауық", "Змей")


def paper(service: Service, text: str, number: int, code: str | None = None, **rest: Any) -> Statement:
    language = rest.pop("language", Language.KK)
    scope = Scope(
        case=_field(rest.pop("case", None)),
        channel=_field(rest.pop("channel", None)),
    )
    kind = rest.pop("source_kind", SourceKind.STANDARD)
    evidence = Evidence(
        document="a.md", snapshot="sha256:" + "0" * 64, act=None, edition=None, language=language, clause=None,
        start=number * 1000, end=number * 1000 + len(text), line=number + 1, quote=text,
    )  # fmt: skip
    return Statement(
        service=service.id, attribute=Attribute.DOCUMENT, value=RequiredDocument(text=text, code=code, **rest),
        scope=scope, source_kind=kind, evidence=evidence,
    )  # fmt: skip


def _field(code: str | None) -> ScopeField | None:
    return ScopeField(text=code, code=code) if code else None


def weigh(*stated: tuple[Service, Sequence[Statement]]) -> dict[str, Burden]:
    return {one.service.id: one for one in weigh_burdens(stated, DAY)}


def standings(burden: Burden) -> list[str]:
    return [one.standing.value for one in burden.papers]


def test_what_the_provider_gets_is_not_brought_and_tells_that_a_system_has_it() -> None:
    nest = [
        paper(NEST, "туу туралы куәлік", 0, "birth_certificate", obtained_by_state=True),
        paper(NEST, "өтініш", 1, "application"),
    ]
    kite = [paper(KITE, "туу туралы куәліктің көшірмесі", 0, "birth_certificate"), paper(KITE, "жіптің сертификаты", 1)]
    found = weigh((NEST, nest), (KITE, kite))
    assert standings(found["nest-1"]) == ["by_state", "own"]
    assert standings(found["kite-2"]) == ["in_system", "brought"]
    assert found["kite-2"].papers[0].beside == ("nest-1",)
    assert (found["nest-1"].brought, found["nest-1"].index) == (1, 1)
    assert (found["kite-2"].brought, found["kite-2"].obtainable, found["kite-2"].index) == (2, 1, 3)


def test_a_paper_whose_words_name_a_system_is_held_there() -> None:
    text = "азаматтық хал актілерін тіркеу ақпараттық жүйесіндегі анықтама"
    assert standings(weigh((NEST, [paper(NEST, text, 0)]))["nest-1"]) == ["in_system"]
    assert standings(weigh((NEST, [paper(NEST, "анықтама", 0, system="civil_status")]))["nest-1"]) == ["in_system"]


def test_a_type_that_another_service_asks_for_too_is_asked_again() -> None:
    found = weigh((NEST, [paper(NEST, "паспорт", 0, "passport")]), (KITE, [paper(KITE, "паспорт", 0, "passport")]))
    assert [standings(one) for one in found.values()] == [["repeated"], ["repeated"]]
    assert found["nest-1"].papers[0].beside == ("kite-2",)
    own = [paper(NEST, "өтініш", 0, "application")], [paper(KITE, "өтініш", 0, "application")]
    found = weigh((NEST, own[0]), (KITE, own[1]))
    assert [standings(one) for one in found.values()] == [["own"], ["own"]]


def test_a_type_that_two_cases_ask_for_is_asked_again() -> None:
    papers = [paper(NEST, "жоспар", 0, "charter", case="first"), paper(NEST, "жоспар", 1, "charter", case="reissue")]
    assert standings(weigh((NEST, papers))["nest-1"]) == ["repeated", "repeated"]


def test_the_longest_list_of_one_language_and_channel_counts() -> None:
    papers = [
        paper(NEST, "бірінші", 0),
        paper(NEST, "бірінші", 1),
        paper(NEST, "екінші", 2, channel="post"),
        paper(NEST, "үшінші", 3, channel="post"),
        paper(NEST, "төртінші", 4, channel="mobile"),
        paper(NEST, "первый", 5, language=Language.RU),
    ]
    found = weigh((NEST, papers))["nest-1"]
    assert (found.language, found.channel) == (Language.KK, "post")
    assert [one.statement.evidence.quote for one in found.papers] == ["бірінші", "екінші", "үшінші"]


def test_what_only_people_tell_is_left_out() -> None:
    told = paper(NEST, "қосымша анықтама", 0, source_kind=SourceKind.PRACTICE)
    assert weigh((NEST, [told])) == {}


def test_the_index_is_the_sum_of_what_is_shown_and_orders_services() -> None:
    nest = [paper(NEST, f"құжат {number}", number) for number in range(5)]
    kite = [paper(KITE, "бір құжат", 0)]
    ordered = weigh_burdens([(KITE, kite), (NEST, nest)], DAY)
    assert [one.service.id for one in ordered] == ["nest-1", "kite-2"]
    for one in ordered:
        assert one.index == one.brought + len(one.steps) + one.obtainable + one.repeated
        assert one.listed == sum(one.count(standing) for standing in PaperStanding)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_services_decides_nothing(order: tuple[int, int]) -> None:
    stated = [(NEST, [paper(NEST, "паспорт", 0, "passport")]), (KITE, [paper(KITE, "паспорт", 0, "passport")])]
    assert weigh_burdens([stated[place] for place in order], DAY) == weigh_burdens(stated, DAY)
