"""Cards that were read lately, kept while the base stays as it is."""

from collections.abc import Callable, Mapping

from kb.model import Card
from kb.model.review import Decision
from kb.pipeline.build_cache import BuildCache, state_of
from kb.pipeline.cards import read_card
from kb.store import Reader

# A question weighs six cards on the average, and reading them was half of its time (`bench --only asks`, 78 services).
# A card of 100 statements takes about a third of a megabyte.
MOST_CARDS = 128


class CardCache:
    """What `read_card` gives, read once for each build and each set of decisions. Safe to use from several threads."""

    def __init__(self, *, most: int = MOST_CARDS) -> None:
        self._kept: BuildCache[tuple[Mapping[str, Decision], Card]] = BuildCache(most=most)

    def reading(self, base: Reader) -> Callable[[str], Card]:
        """What gives the cards of one state of the base by any id of a service; it raises UnknownName."""
        state, decided = state_of(base), base.decision_count() > 0

        def card(name: str) -> Card:
            held = self._kept.held(state, name)
            if held is not None and held[0] == (base.statement_decisions(name) if decided else {}):
                return held[1]
            found = read_card(base, name)
            decisions = base.statement_decisions(found.service.id) if decided else {}
            self._kept.keep(state, found.service.id, (decisions, found))
            return found

        return card
