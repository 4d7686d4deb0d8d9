"""What a clause denies and leaves out, and whom it obliges or allows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kb.compare.parity.clause_text import ClauseText
from kb.compare.parity.opposed import Place, find_places
from kb.compare.parity.sign import ParityKind
from kb.compare.parity.wording import words
from kb.compare.parity.wording_difference import WordingDifference
from kb.extract.spans import Spans

_LISTED = re.compile(r"/sub-[^/]*$")
# For so many denials a word may stand that mostly stands for none («loss of the ability to … and to …»).
SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Said:
    """How often a text says a thing: places that surely do, words that hold it among others, and how often at most."""

    sure: tuple[Place, ...] = ()
    soft: tuple[Place, ...] = ()
    possible: int = 0

    @property
    def least(self) -> int:
        """How often it says it."""
        return len(self.sure) + len(self.soft)

    @property
    def most(self) -> int:
        """How often it may say it at most."""
        return len(self.sure) + len(self.soft) + self.possible

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it says it."""
        return tuple(sorted((*self.sure, *self.soft)))


@dataclass(frozen=True, slots=True)
class Balance:
    """How often both languages say a thing."""

    kind: ParityKind
    kk: Said
    ru: Said

    @property
    def more_in_kk(self) -> bool:
        """Whether Kazakh surely says it more often than Russian may."""
        return self.kk.least > self.ru.most

    @property
    def more_in_ru(self) -> bool:
        """Whether Russian surely says it more often than Kazakh may."""
        return self.ru.least > self.kk.most

    def difference(self) -> WordingDifference:
        """The two sides, each with how often it surely says it."""
        return WordingDifference(
            kind=self.kind, kk=self.kk.places, ru=self.ru.places, kk_values=_count(self.kk), ru_values=_count(self.ru)
        )


def balance_tenor(kk: ClauseText | None, ru: ClauseText | None) -> list[Balance]:
    """Denials and exceptions that the languages do not say as often; a text that is not there says nothing."""
    found = [
        Balance(ParityKind.NEGATION, _denials(kk), _denials(ru)),
        Balance(ParityKind.EXCEPTION, _exceptions(kk), _exceptions(ru)),
    ]
    return [one for one in found if one.more_in_kk or one.more_in_ru]


def may_say(kind: ParityKind, text: ClauseText) -> bool:
    """Whether a text says a denial or an exception, surely or in a softer word."""
    return bool((_denials if kind is ParityKind.NEGATION else _exceptions)(text).most)


def compare_modality(kk: ClauseText, ru: ClauseText) -> list[WordingDifference]:
    """One text obliges where the other allows: more duties on one side, more permissions on the other."""
    for table in ("strong_modality", "modality"):
        found = _modality(find_places(table, kk), find_places(table, ru))
        if found:
            return [found]
    right = _right(kk, ru)
    return [right] if right else []


def compare_conjunctions(kk: ClauseText, ru: ClauseText) -> list[WordingDifference]:
    """«And (or)» of one text where the other one says «and»; «or» leaves the same choice."""
    ours, theirs = tuple(_places("both_or_either", kk)), tuple(_places("both_or_either", ru))
    choices, joined = (len(_places(key, kk)) - len(_places(key, ru)) for key in ("either", "both"))
    more = len(ours) - len(theirs)
    if more * choices <= 0 or more * joined >= 0:
        return []
    said, unsaid = ("and_or",), ()
    values = (said, unsaid) if more > 0 else (unsaid, said)
    return [
        WordingDifference(kind=ParityKind.CONJUNCTION, kk=ours, ru=theirs, kk_values=values[0], ru_values=values[1])
    ]


def _right(kk: ClauseText, ru: ClauseText) -> WordingDifference | None:
    """A right that one text gives where the other has no word of any right, and so obliges.

    Not in lists: Kazakh has the verb of a list behind its last item, Russian before its first one.
    """
    if any(":" in text.plain or _LISTED.search(text.clause) for text in (kk, ru)):
        return None
    ours, theirs = (find_places("strong_modality", text)["may"] for text in (kk, ru))
    if ours and not _places("rights", ru):
        return WordingDifference(kind=ParityKind.MODALITY, kk=ours, ru=(), kk_values=("may",), ru_values=())
    if theirs and not _places("rights", kk):
        return WordingDifference(kind=ParityKind.MODALITY, kk=(), ru=theirs, kk_values=(), ru_values=("may",))
    return None


def _modality(ours: dict[str, tuple[Place, ...]], theirs: dict[str, tuple[Place, ...]]) -> WordingDifference | None:
    duties = len(ours["must"]) - len(theirs["must"])
    permissions = len(ours["may"]) - len(theirs["may"])
    if duties * permissions >= 0:
        return None
    one, other = ("must", "may") if duties > 0 else ("may", "must")
    return WordingDifference(
        kind=ParityKind.MODALITY, kk=ours[one], ru=theirs[other], kk_values=(one,), ru_values=(other,)
    )


def _count(said: Said) -> tuple[str, ...]:
    return (str(len(said.places)),) if said.places else ()


def _places(key: str, text: ClauseText) -> list[Place]:
    return [match.span() for match in words(key, text.language).finditer(text.plain)]


def _said(sure: Iterable[Place], soft: Iterable[Place], possible: int = 0) -> Said:
    sure = tuple(sure)
    taken = Spans(sure)
    return Said(sure, tuple(place for place in soft if not taken.meets(*place)), possible)


def _denials(text: ClauseText | None) -> Said:
    if text is None:
        return Said()
    bounds = Spans(_places("bounds", text))
    sure = [place for place in _places("negation", text) if not bounds.meets(*place)]
    possible = len(_places("joining_negation", text)) + SEVERAL * len(_places("possible_negation", text))
    return _said(sure, _places("soft_negation", text), possible)


def _exceptions(text: ClauseText | None) -> Said:
    if text is None:
        return Said()
    return Said(tuple(_places("exception", text)), possible=len(_places("possible_exception", text)))
