"""A text is read once while the base stays as it is, and anew after a build."""

import pytest

from kb.pipeline import build_base, import_paths
from kb.pipeline.document_cache import DocumentCache

TERM = "10 (он) жұмыс күні;"


@pytest.fixture
def digests(built):
    store = built.store()
    with store.read() as base:
        yield sorted({one.snapshot.digest for one in base.documents()})
    store.close()


def test_no_more_texts_are_kept_than_it_may(built, digests):
    cache = DocumentCache(most=1)
    store = built.store()
    with store.read() as base:
        document = cache.reading(base)
        first = document(digests[0])
        assert first == base.document(digests[0])
        assert document(digests[0]) is first
        document(digests[1])
        assert document(digests[0]) is not first
        assert document("sha256:none") is None
    store.close()


def test_a_build_empties_it(built, acts, digests):
    cache = DocumentCache()
    store = built.store()
    with store.read() as base:
        first = cache.reading(base)(digests[0])
    (sheet,) = acts.rglob("*-990001/kaz.md")
    sheet.write_text(sheet.read_text(encoding="utf-8").replace(TERM, "11 (он бір) жұмыс күні;"), encoding="utf-8")
    import_paths(built, [acts], sample=True)
    assert build_base(built).failures == ()
    with store.read() as base:
        again = cache.reading(base)(digests[0])
    assert again is not first
    assert again == first
    store.close()
