"""Words of which one text says one and the other text its opposite: another party, another bound, another annex."""

from kb.compare.parity.clause_text import ClauseText
from kb.compare.parity.sign import ParityKind
from kb.compare.parity.wording import coded_words
from kb.compare.parity.wording_difference import WordingDifference

Place = tuple[int, int]
TABLES = (
    (ParityKind.ACTOR, "opposed/actor"),
    (ParityKind.BOUND, "opposed/bound"),
    (ParityKind.DOCUMENT, "opposed/identity"),
    (ParityKind.PART, "opposed/part"),
    (ParityKind.START, "opposed/start"),
    (ParityKind.COURT_ACT, "opposed/court_act"),
    (ParityKind.MEASURE, "opposed/measure"),
)


def compare_opposed(kk: ClauseText, ru: ClauseText) -> list[WordingDifference]:
    """Where Kazakh has one of two words as often more as Russian has the other one, one of them took its place."""
    found = (_opposed(kind, find_places(table, kk), find_places(table, ru)) for kind, table in TABLES)
    return [one for one in found if one]


def find_places(table: str, text: ClauseText) -> dict[str, tuple[Place, ...]]:
    """By code of a table, all places that say it."""
    return {
        code: tuple(match.span() for match in pattern.finditer(text.plain))
        for code, pattern in coded_words(table, text.language)
    }


def _opposed(
    kind: ParityKind, ours: dict[str, tuple[Place, ...]], theirs: dict[str, tuple[Place, ...]]
) -> WordingDifference | None:
    more = {code: len(ours[code]) - len(theirs[code]) for code in ours}
    in_kk = [code for code in more if more[code] > 0]
    in_ru = [code for code in more if more[code] < 0]
    if len(in_kk) != 1 or len(in_ru) != 1 or more[in_kk[0]] != -more[in_ru[0]]:
        return None
    one, other = in_kk[0], in_ru[0]
    return WordingDifference(kind=kind, kk=ours[one], ru=theirs[other], kk_values=(one,), ru_values=(other,))
