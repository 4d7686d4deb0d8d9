"""The paragraphs that a service's statements stand in."""

from pathlib import Path

from kb.model import ClauseKind
from kb.pipeline import Home, Registry
from kb.pipeline.service_passages import PassageCache


def test_every_passage_is_a_paragraph_beside_the_statements(registry: Registry, built_folder: Path) -> None:
    store = Home(folder=built_folder).store()
    cache = PassageCache(most=2)
    found = 0
    for service in registry.all_services():
        statements = registry.card(service.id).statements
        with store.read() as base:
            passages = cache.reading(base, base.document)(statements)
            assert passages == cache.reading(base, base.document)(statements)
        roots = {(one.evidence.snapshot, (one.evidence.clause or "").partition("/")[0]) for one in statements}
        for passage in passages:
            assert registry.text(passage.snapshot)[passage.start : passage.end] == passage.quote
            assert (passage.snapshot, (passage.clause or "").partition("/")[0]) in roots
            kinds = {clause.id: clause.kind for clause in registry.clauses(passage.snapshot)}
            assert kinds[passage.clause or ""] not in (ClauseKind.HEADING, ClauseKind.TABLE, ClauseKind.NOTE)
        found += len(passages)
    store.close()
    assert found > 50
