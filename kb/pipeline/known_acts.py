"""The acts of a base as the checks know them."""

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from kb.extract.clause_lookup import Path
from kb.model import Act, ActReference, Language
from kb.norms.repealed_acts import repeals
from kb.pipeline.act_targets import ActTargets
from kb.resolve import ActHistory
from kb.store import Reader

SCOPES = ("", "appendix", "appendix-1")  # where the clauses of an act stand: in the act itself or in what it approves


class KnownActs:
    """See `kb.compare.known_acts`; acts and texts are looked at when they are asked for.

    `state` is a digest of all acts with their status: it changes when one of them does.
    """

    def __init__(self, base: Reader, day: date, *, acts: Sequence[Act], history: ActHistory) -> None:
        self._base, self._day = base, day
        facts = {
            (
                history.id_of(one.id),
                history.status_of(one.id),
                one.number,
                one.date,
                one.type,
                one.title_kk,
                one.title_ru,
            )
            for one in acts
        }
        ended = [one.repealed_on for one in acts if one.repealed_on and one.repealed_on <= day]
        ended += [one.on for one in repeals() if one.on <= day]
        told = (sorted(facts, key=str), sorted(ended))
        self.state = hashlib.sha256(repr(told).encode()).hexdigest()[:16]

    @cached_property
    def _targets(self) -> ActTargets:
        return ActTargets(self._base, self._day)

    def find(self, named: ActReference) -> Act | None:
        """The only act that fits."""
        return self._targets.find(named)

    def has(self, act: str, path: Path, language: Language, scopes: Sequence[str] = ()) -> bool | None:
        """Whether the clause of an address is there; None where no text is."""
        return self._targets.has(act, path, language, scopes or SCOPES)
