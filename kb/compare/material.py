"""What the rules read: all that the base holds of one service, or the texts of one act."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kb.compare.clash import Clash
from kb.compare.known_acts import KnownActs, NoActs
from kb.compare.records.table_names import table_name
from kb.model import Act, Document, Evidence, Gap, Language, Remark, Service, SourceKind, Statement, SurveyRow
from kb.resolve import ActHistory
from kb.resolve.effective import RuledStanding, standing_on
from kb.resolve.precedence import Forces
from kb.text.words import read_words

if TYPE_CHECKING:  # what measures repeats takes a second to load, and most runs of the program do without it
    from kb.compare.overlap import ClauseText, Overlap

# Of the words of the shorter of two names. Measured 2026-11-26 on the 52 pairs of names of the real acts: one service
# called anew by an edition shares 0.93 and more, two services of one order 0.18 and less.
ONE_NAME = 0.5

Texts = Callable[[str], Document | None]
"""The reading of a body by its digest (without blocks), None where the base has none."""


def no_force(_one: Statement, _other: Statement) -> int | None:
    """No act of two statements is known."""
    return None


@dataclass(frozen=True, kw_only=True)
class ServiceMaterial:
    """One service on one day. `day` is asked for by the caller: rules have no clock.

    `statements` are dated, as people decided on them, in the order of documents and of reading; `force` compares the
    acts behind two of them; `acts` are the acts of the base by all their ids; `recomputed` are figures of reports that
    others of the same report decide on otherwise.
    """

    service: Service
    day: date
    statements: Sequence[Statement]
    text_of: Texts
    survey: Sequence[SurveyRow] = ()
    gaps: Sequence[Gap] = ()
    remarks: Sequence[Remark] = ()
    recomputed: Sequence[Clash] = ()
    force: Forces = no_force
    history: ActHistory | None = None
    acts: Mapping[str, Act] | None = None

    def standing(self, statement: Statement) -> RuledStanding:
        """The standing of a statement by itself on the day."""
        return standing_on(statement, self.day, history=self.history)

    @cached_property
    def by_attribute(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements of each attribute, in their order."""
        found: dict[str, list[Statement]] = {}
        for one in self.statements:
            found.setdefault(one.attribute.value, []).append(one)
        return {attribute: tuple(ones) for attribute, ones in found.items()}

    def of(self, attribute: str) -> tuple[Statement, ...]:
        """The statements of one attribute, none where there are none."""
        return self.by_attribute.get(attribute, ())


@dataclass(frozen=True, kw_only=True)
class BaseMaterial:
    """All texts in force of a base on one day, with what repeats in them.

    `read_texts` begins anew with each call; `name_of` is the place where a service is named, None where none is known.
    """

    day: date
    services: Sequence[Service]
    overlap: "Overlap"
    read_texts: "Callable[[], Iterable[ClauseText]]"
    name_of: Callable[[str], Evidence | None]
    text_of: Texts


@dataclass(frozen=True, kw_only=True)
class ActMaterial:
    """The texts of one act on one day.

    `texts` are its texts that hold on the day, several of one language where a source keeps annexes apart. `services`
    tells the ids of the services by the clause of the act that their mention stands in (`annex-1`, empty for the whole
    text), `names` what the base calls each of these services. `known` are the acts of the base.
    """

    act: Act
    day: date
    texts: Sequence[Document]
    services: Mapping[str, str]
    text_of: Texts
    known: KnownActs = field(default_factory=NoActs)
    names: Mapping[str, Mapping[Language, str]] = field(default_factory=dict)

    def service_of(self, evidence: Evidence) -> str | None:
        """The service whose part of the act holds the evidence: the deepest that does, or the only one of the act. None
        where that part is called by the name of another service: orders for many services number each anew."""
        path = evidence.clause or ""
        inside = [key for key in self.services if key and (path == key or path.startswith(f"{key}/"))]
        if not inside and len(set(self.services.values())) != 1:
            return None
        part = max(inside or self.services, key=len)
        return None if self._is_of_another(part, evidence) else self.services[part]

    def _is_of_another(self, part: str, evidence: Evidence) -> bool:
        """By the name in the text of the evidence, else by that in the first of the others that has one."""
        known = self.names.get(self.services[part], {})
        for text in sorted(self.texts, key=lambda one: one.snapshot.digest != evidence.snapshot):
            told = table_name(text, part, SourceKind.STANDARD) if text.language in known else None
            if told:
                ours, theirs = read_words(known[text.language]).stems, read_words(told[0]).stems
                return len(ours & theirs) < ONE_NAME * min(len(ours), len(theirs))
        return False
