"""Both texts of an act clause beside clause, with what is left unmatched of each."""

from dataclasses import dataclass

from kb.compare.parity.clause_text import ClauseText, clause_texts
from kb.compare.parity.sign import ParityKind, Sign
from kb.compare.parity.signs import find_unmatched, read_signs
from kb.compare.parity.tenor import Balance, balance_tenor
from kb.model import ClauseKind, Document
from kb.read import align_clauses

# Translations differ in length by less than this; of a less likely pair one clause may be half of the other.
UNEVEN = 1.4
LIKELY = 0.55
# How the id of a clause tells that another one before it has the same address.
TWICE = "~"
# Notes of the editors are no words of the act; a table's own words are its headings.
SKIPPED = (ClauseKind.NOTE, ClauseKind.TABLE)


@dataclass(slots=True, kw_only=True)
class Entry:
    """A clause in both languages, or in one of them, at its place in the Kazakh text.

    `left_kk` and `left_ru` are signs that the other clause does not have; `unbalanced` are denials and exceptions that
    one of them has more of. `alone` is how many signs a clause without a twin had.
    """

    kk: ClauseText | None
    ru: ClauseText | None
    confidence: float
    left_kk: list[Sign]
    left_ru: list[Sign]
    unbalanced: list[Balance]
    alone: int = 0

    @property
    def whole(self) -> bool:
        """Whether both languages have words of it."""
        return self.kk is not None and self.ru is not None

    @property
    def same_address(self) -> bool:
        """Whether both languages have it under the same id."""
        return self.kk is not None and self.ru is not None and self.kk.clause == self.ru.clause

    @property
    def is_told_nearby(self) -> bool:
        """Whether all that a clause without a twin says stands in clauses nearby in the other language."""
        return self.alone > 0 and not self.left_kk and not self.left_ru

    @property
    def is_uneven(self) -> bool:
        """Whether one language says more here: the other has no such clause, or one of another length."""
        return self.confidence < LIKELY or not self.is_even

    @property
    def is_even(self) -> bool:
        """Whether both languages have about as many words of it."""
        if self.kk is None or self.ru is None:
            return False
        ours, theirs = len(self.kk.plain.split()), len(self.ru.plain.split())
        return 1 / UNEVEN < ours / max(theirs, 1) < UNEVEN


def pair_texts(kk: Document, ru: Document) -> list[Entry]:
    """The clauses of both texts that say something themselves, in the order of the Kazakh text."""
    ours, theirs = _worded(kk), _worded(ru)
    entries = []
    for pair in align_clauses(kk, ru):
        one, other = ours.get(pair.kk or ""), theirs.get(pair.ru or "")
        if one and other and _is_head(one) and _is_head(other):
            entries.append(_head_entry(one, other, pair.confidence))
        elif (one or other) and not any(text and text.is_form for text in (one, other)):
            entries.append(_entry(one, other, pair.confidence))
    return entries


def _worded(document: Document) -> dict[str, ClauseText]:
    kinds = {clause.id: clause.kind for clause in document.clauses}
    return {
        name: text for name, text in clause_texts(document).items() if text.plain.strip() and kinds[name] not in SKIPPED
    }


def _entry(kk: ClauseText | None, ru: ClauseText | None, confidence: float) -> Entry:
    if kk is None or ru is None:
        text = kk or ru
        signs = read_signs(text) if text else []
        return Entry(
            kk=kk,
            ru=ru,
            confidence=0.0,
            left_kk=signs if kk else [],
            left_ru=signs if ru else [],
            alone=len(signs),
            unbalanced=balance_tenor(kk, ru),
        )
    ours, theirs = find_unmatched(kk, ru)
    return Entry(
        kk=kk,
        ru=ru,
        confidence=confidence,
        left_kk=ours,
        left_ru=theirs,
        unbalanced=balance_tenor(kk, ru),
    )


def _is_head(text: ClauseText) -> bool:
    return text.clause.rsplit("/", 1)[-1].startswith(("annex", "appendix"))


def _head_entry(kk: ClauseText, ru: ClauseText, confidence: float) -> Entry:
    """The heads of an annex, which have few words to tell them by; their numbers are told where one of the texts has
    that number twice."""
    ours, theirs = find_unmatched(kk, ru)
    twice = TWICE in kk.clause or TWICE in ru.clause
    return Entry(
        kk=kk,
        ru=ru,
        confidence=max(confidence, LIKELY) if twice else confidence,
        left_kk=[sign for sign in ours if twice and sign.kind is ParityKind.ADDRESS],
        left_ru=[sign for sign in theirs if twice and sign.kind is ParityKind.ADDRESS],
        unbalanced=[],
    )
