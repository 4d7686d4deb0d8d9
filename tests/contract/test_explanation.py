"""The reasons for a result sum up to its score, on both engines."""

from datetime import UTC, datetime

import pytest

from indexes.vocabulary import Term
from kb.model.curation import BestBet
from kb.search import Curated, Narrowing, SearchBackend, SearchRequest, explain_service, search_base
from tests.contract.small_registry import AS_OF, build_registry

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
BET = BestBet(phrase="мектеп", service="s2", author="Гүлнар", added_at=MOMENT)
CURATED = Curated(
    terms=(Term(theme="t", kk=("аңшы куәлігі",), ru=("удостоверение охотника",), said=("мылтық қағазы", "ружьё")),),
    best_bets=(BET,),
    popular=("s3",),
)


@pytest.mark.parametrize(
    "text",
    [
        "аңшының куәлігі", "удостоверение водителя", "очередь в детский сад", "мылтық қағазы", "ружьё", "mon2099-01",
        "балабақша", "мектеп", "фатосурет куәлігі", "кто выдаёт удостоверение охотнику?",
    ],
)  # fmt: skip
def test_the_reasons_that_count_sum_up_to_the_score(backend: SearchBackend, text: str) -> None:
    build_registry(backend)
    request = SearchRequest(text=text, as_of=AS_OF)
    hits = search_base(backend, request, curated=CURATED).services
    assert hits
    for hit in hits:
        reasons = explain_service(backend, request, hit.service.id, curated=CURATED)
        assert sum(one.score for one in reasons if one.counts) == pytest.approx(hit.score, rel=1e-4)


def test_what_is_not_found_has_no_reason(backend: SearchBackend) -> None:
    build_registry(backend)
    for text in ("космодром", '"куәлігін аңшы"'):
        assert explain_service(backend, SearchRequest(text=text, as_of=AS_OF), "s1") == ()


@pytest.mark.parametrize("text", ["мектеп", "mektep", "vtrntg"])
def test_a_best_bet_comes_first_however_its_phrase_is_typed(backend: SearchBackend, text: str) -> None:
    build_registry(backend)
    hit = search_base(backend, SearchRequest(text=text, as_of=AS_OF), curated=CURATED).services[0]
    assert (hit.service.id, hit.why[0]) == ("s2", "best_bet")


def test_with_everything_demanded_a_named_act_brings_no_other_clause(backend: SearchBackend) -> None:
    build_registry(backend)
    request = SearchRequest(text="T1800000001 фотосурет", as_of=AS_OF, narrowing=Narrowing(every=True))
    assert search_base(backend, request).total_clauses == 0
