"""The acts of a base as the checks know them."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from kb.extract.clause_lookup import Path
from kb.model import Act, ActReference, Edition, Language
from kb.norms.repealed_acts import repeals
from kb.pipeline.act_editions import bare_words
from kb.pipeline.act_targets import ActTargets
from kb.resolve import ActHistory
from kb.store import Reader

SCOPES = ("", "appendix", "appendix-1")  # where the clauses of an act stand: in the act itself or in what it approves
_NUMBER, _TYPE, _TEXT = "number:", "type:", "text:"
_UNTIL = " until "


class ActsOfBase:
    """The acts of a base; acts and texts are looked at when they are asked for."""

    def __init__(
        self, base: Reader, *, acts: Sequence[Act], history: ActHistory, editions: Iterable[Edition], day: date
    ) -> None:
        self._base, self._day = base, day
        self._facts: dict[str, set[str]] = defaultdict(set)
        for one in acts:
            name = history.id_of(one.id)
            status = history.status_of(one.id)
            ended = one.repealed_on, bool(one.repealed_on and one.repealed_on <= day)
            fact = repr((name, status, one.number, one.date, one.type, one.title_kk, one.title_ru, ended))
            self._facts[_NUMBER + bare_words(one.number)].add(fact)
            self._facts[_TYPE + (one.type or "")].add(fact)
        self._texts: dict[str, set[tuple[date | None, str]]] = defaultdict(set)
        for edition in editions:
            self._texts[history.id_of(edition.act)].add((edition.date, edition.snapshot))

    @cached_property
    def newest(self) -> ActTargets:
        """The acts and their texts in force on the day of the check."""
        return ActTargets(self._base, self._day)

    def state(self, question: str) -> str:
        """A digest of all that answers a question depends on; it changes when one of these acts or texts does."""
        if question.startswith(_TEXT):
            return self._state_of_texts(*question.removeprefix(_TEXT).split(_UNTIL))
        kinds = (question, _TYPE) if question.startswith(_TYPE) else (question,)
        facts = sorted({fact for kind in kinds for fact in self._facts.get(kind, ())})
        return hashlib.sha256("\x1f".join(facts).encode()).hexdigest()[:16]

    def _state_of_texts(self, act: str, until: str = date.max.isoformat()) -> str:
        told = sorted(
            f"{day}:{snapshot}"
            for day, snapshot in self._texts.get(act, ())
            if day is None or day <= date.fromisoformat(until)
        )
        return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:16]

    def on(self, day: date) -> "KnownActs":
        """The acts as they stood on a day."""
        return KnownActs(self, day, self.newest if day == self._day else self.newest.on(day), past=day < self._day)


class KnownActs:
    """See `kb.compare.known_acts`; it notes what was asked."""

    def __init__(self, acts: ActsOfBase, day: date, targets: ActTargets, *, past: bool) -> None:
        self._acts, self._targets = acts, targets
        self._until = f"{_UNTIL}{day.isoformat()}" if past else ""  # later editions change nothing on a past day
        self._asked: set[str] = set()

    @property
    def cites(self) -> Mapping[str, str]:
        """What was asked, each with the state of what the answer depends on."""
        return {question: self._acts.state(question) for question in sorted(self._asked)}

    def find(self, named: ActReference) -> Act | None:
        """The only act that fits."""
        if named.number is not None:
            self._asked.add(_NUMBER + bare_words(named.number))
        elif named.title is not None:
            self._asked.add(_TYPE + (named.type or ""))
        return self._targets.find(named)

    def has(self, act: str, path: Path, language: Language, scopes: Sequence[str] = ()) -> bool | None:
        """Whether the clause of an address is there; None where no text is."""
        self._asked.add(f"{_TEXT}{act}{self._until}")
        return self._targets.has(act, path, language, scopes or SCOPES)


def repeals_until(day: date) -> str:
    """Changes on the days on which acts of the table of repeals end."""
    return str(sum(one.on <= day for one in repeals()))
