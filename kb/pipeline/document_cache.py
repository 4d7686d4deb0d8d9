"""Documents that were read lately, kept while the base stays as it is."""

from collections.abc import Callable

from kb.model import Document
from kb.pipeline.build_cache import BuildCache, state_of
from kb.store import Reader

# A question looks through the texts behind one card, up to six of them; reading them from the store was half of its
# time (`bench --only asks` on the seed documents: p50 47 ms with it, see docs/benchmarks.md for the time without). The
# report of 2017 with its 2,300 clauses takes two megabytes.
MOST_DOCUMENTS = 24


class DocumentCache:
    """What `Reader.document` gives, read once for each build. Safe to use from several threads."""

    def __init__(self, *, most: int = MOST_DOCUMENTS) -> None:
        self._kept: BuildCache[Document] = BuildCache(most=most)

    def reading(self, base: Reader) -> Callable[[str], Document | None]:
        """What gives the first reading of a body by its digest in one state of the base, None where there is none."""
        state = state_of(base)

        def document(digest: str) -> Document | None:
            held = self._kept.held(state, digest)
            if held is not None:
                return held
            found = base.document(digest)
            if found is not None:
                self._kept.keep(state, digest, found)
            return found

        return document
