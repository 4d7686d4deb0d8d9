"""What a yes/no question supposes."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from kb.answer.asking import Claim
from kb.answer.concepts import read_concepts
from kb.answer.cue_groups import CueGroups, cue_groups
from kb.answer.wording import read_wording
from kb.model import Attribute, Bound, Deadline, Intent, Purpose, Unit
from kb.text import find_numbers, fold, tokenise
from kb.text.words import Words, read_words

_TABLE = "claims"
_RECIPIENTS = ("individual", "legal_entity", "sole_trader", "foreigner", "stateless")
_FORMS = ("paper", "electronic")
_NEAR = 3  # words from a number to its unit: «10 [күнтізбелік] күнде»


def read_claim(text: str, intent: Intent) -> Claim | None:
    """The claim of a question that can be answered with yes or no; None for every other, and for one that offers a
    choice («тегін бе, ақылы ма»)."""
    words = read_words(text)
    groups = cue_groups(_TABLE).found(words)
    asks = "yes_or_no" in groups or (text.rstrip(" )»\"'").endswith("?") and "open_question" not in groups)
    if not asks or "either_or" in groups:
        return None
    return _claim_of(intent, text, groups)


def _claim_of(intent: Intent, text: str, groups: frozenset[str]) -> Claim | None:
    match intent:
        case Intent.FEE:
            return _fee_claim(groups)
        case Intent.DEADLINE if "open_question" not in groups and (term := read_term(text)):
            return Claim(attribute=Attribute.DEADLINE, term=term)
        case Intent.CHANNEL if channels := read_concepts(text).channels:
            return Claim(attribute=Attribute.CHANNEL, channels=channels)
        case Intent.FORM:
            return _coded_claim(Attribute.FORM, [code for code in _FORMS if code in groups])
        case Intent.RECIPIENT:
            return _coded_claim(Attribute.RECIPIENT, [code for code in _RECIPIENTS if code in groups])
    return None


def read_term(text: str) -> Deadline | None:
    """The time that a question names, «10 жұмыс күнінде», «сегодня»: at most so long; None where it names none."""
    if term := next(read_terms(text), None):
        return term
    if "at_once" in cue_groups(_TABLE).found(read_words(text)):
        return Deadline(value=Decimal(1), unit=Unit.DAY, bound=Bound.MAX, purpose=Purpose.SERVICE)
    return None


def read_terms(text: str) -> Iterator[Deadline]:
    """Every time of a text that has its number, in order: «30 күн беріледі, 3 күн жолда» has two."""
    folded = fold(text).text
    words, tokens = read_words(text), tokenise(folded)
    for number in find_numbers(folded):
        behind = [place for place, token in enumerate(tokens) if token.start >= number.end]
        unit = _unit_of(Words(tuple(words.items[place] for place in behind[:_NEAR])))
        if unit and number.value > 0:
            yield Deadline(value=number.value, unit=unit, bound=Bound.MAX, purpose=Purpose.SERVICE)


def _fee_claim(groups: frozenset[str]) -> Claim | None:
    if "open_question" in groups or not {"free", "paid"} & groups:
        return None
    return Claim(attribute=Attribute.FEE, free="free" in groups)


def _coded_claim(attribute: Attribute, codes: list[str]) -> Claim | None:
    return Claim(attribute=attribute, code=codes[0]) if len(codes) == 1 else None


def _unit_of(words: Words) -> Unit | None:
    groups = _unit_groups().places(words)
    return next((Unit(name) for name in read_wording(_TABLE)["units"] if name in groups), None)


@cache
def _unit_groups() -> CueGroups:
    return CueGroups({"groups": read_wording(_TABLE)["units"]})
