"""What staff added to search, as a search takes it."""

from dataclasses import dataclass

from indexes.vocabulary import Term
from kb.model.curation import BestBet
from kb.search.concept import Understood
from kb.search.service_document import lookup_ids
from kb.text.words import read_words


@dataclass(frozen=True, slots=True)
class Curated:
    """Terms beside those of the vocabulary (theme `curated`), and services that come first for a phrase.

    `popular` are ids of the services that readers open most; they get a small addition.

    Of several best bets for one phrase the first stands first. A best bet may name a service that the base has lost.
    """

    terms: tuple[Term, ...] = ()
    best_bets: tuple[BestBet, ...] = ()
    popular: tuple[str, ...] = ()

    def services_for(self, understood: Understood) -> tuple[str, ...]:
        """Ids of the services that were chosen for the very words of a query, as typed or put right, in any order."""
        if not self.best_bets:
            return ()
        asked = (read_words(understood.typed).stems, read_words(understood.meant).stems)
        return lookup_ids(bet.service for bet in self.best_bets if read_words(bet.phrase).stems in asked)


NOTHING_CURATED = Curated()
