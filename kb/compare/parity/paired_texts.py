"""Both texts of an act clause beside clause, with what is left unmatched of each."""

from collections.abc import Iterator
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
        if self.kk is None or self.ru is None or self.confidence < LIKELY:
            return True
        ours, theirs = len(self.kk.plain.split()), len(self.ru.plain.split())
        return not 1 / UNEVEN < ours / max(theirs, 1) < UNEVEN


def pair_texts(kk: Document, ru: Document) -> list[Entry]:
    """The clauses of both texts that say something themselves, in the order of the Kazakh text."""
    ours, theirs = _worded(kk), _worded(ru)
    entries = []
    for pair in align_clauses(kk, ru):
        one, other = ours.get(pair.kk or ""), theirs.get(pair.ru or "")
        if (one or other) and not any(text and text.is_form for text in (one, other)):
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
        left_kk=list(_without_heads(kk, ours)),
        left_ru=list(_without_heads(ru, theirs)),
        unbalanced=balance_tenor(kk, ru),
    )


def _without_heads(text: ClauseText, signs: list[Sign]) -> Iterator[Sign]:
    """The signs but for the number by which the head of an annex names itself."""
    is_annex = text.clause.rsplit("/", 1)[-1].startswith(("annex", "appendix"))
    return (sign for sign in signs if not (is_annex and sign.kind is ParityKind.ADDRESS))
