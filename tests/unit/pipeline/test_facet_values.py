"""Every value that a base counts can be narrowed by."""

from kb.pipeline import Registry
from kb.search import tell_unknown


def test_all_values_beside_results_are_known(registry: Registry) -> None:
    found = registry.search("қызмет көрсету мерзімі", facets=True, limit=100)
    counted = {"services": found.facets, "clauses": found.clause_facets}
    values = [
        (kind, facet, one.value) for kind, facets in counted.items() for facet, many in facets.items() for one in many
    ]
    assert {facet for _, facet, _ in values} > {"body", "channel", "paid", "status", "act_type", "field"}
    assert [value for value in values if tell_unknown(*value)] == []


def test_all_values_of_the_conditions_of_the_register_are_known(registry: Registry) -> None:
    facets = registry.catalogue.select().facets
    conditions = ("owner", "provider", "provider_kind", "recipient", "form", "automation", "life_situation")
    values = [(name, value) for name in conditions for value in facets[name]]
    assert values
    assert [value for value in values if tell_unknown("register", *value)] == []
