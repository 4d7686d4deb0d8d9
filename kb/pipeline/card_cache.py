"""Cards that were read lately, kept while the base stays as it is."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping

from kb.model import Card
from kb.model.review import Decision
from kb.pipeline.cards import read_card
from kb.store import Reader

# A question weighs six cards on the average, and reading them was half of its time (`bench --only asks`, 78 services).
# A card of 100 statements takes about a third of a megabyte.
MOST_CARDS = 128


class CardCache:
    """What `read_card` gives, read once for each build and each set of decisions. Safe to use from several threads."""

    def __init__(self, *, most: int = MOST_CARDS) -> None:
        self._most = most
        self._state: tuple[int, str] | None = None
        self._cards: OrderedDict[str, tuple[Mapping[str, Decision], Card]] = OrderedDict()
        self._guard = threading.Lock()

    def reading(self, base: Reader) -> Callable[[str], Card]:
        """What gives the cards of one state of the base by any id of a service; it raises UnknownName."""
        build, decided = base.build(), base.decision_count() > 0
        state = (build.id, build.finished_at) if build else None

        def card(name: str) -> Card:
            held = self._held(state, name)
            if held is not None and held[0] == (base.statement_decisions(name) if decided else {}):
                return held[1]
            found = read_card(base, name)
            self._keep(state, found, base.statement_decisions(found.service.id) if decided else {})
            return found

        return card

    def _held(self, state: tuple[int, str] | None, name: str) -> tuple[Mapping[str, Decision], Card] | None:
        with self._guard:
            if state is None or self._state != state or name not in self._cards:
                return None
            self._cards.move_to_end(name)
            return self._cards[name]

    def _keep(self, state: tuple[int, str] | None, card: Card, decisions: Mapping[str, Decision]) -> None:
        with self._guard:
            if self._state != state:  # whoever reads an older state than another reader empties the cache, no more
                self._cards.clear()
                self._state = state
            self._cards[card.service.id] = (decisions, card)
            self._cards.move_to_end(card.service.id)
            if len(self._cards) > self._most:
                self._cards.popitem(last=False)
