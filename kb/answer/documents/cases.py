"""Which of the cases that a list of documents sets apart is the asker's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.answer.documents.condition_fit import Told, fit, weigh_words
from kb.answer.documents.conditions import recipient_of
from kb.answer.documents.wording import is_named, pattern, plain
from kb.model import Statement
from kb.text.words import read_words

SHORTEST = 4  # letters of a word that sets a case


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChoice:
    """The cases that a list sets apart, as printed, in reading order; the one that is meant; whether it was told."""

    cases: tuple[str, ...] = ()
    chosen: str | None = None
    told: bool = False


def choose_case(statements: Sequence[Statement], told: Told) -> CaseChoice:
    """The case that fits best what was told, the usual one where nothing does; the only one where there is one. None
    is chosen where nothing is told and the list goes without a case too: the cases ask for more."""
    cases = tuple(dict.fromkeys(case for one in statements if (case := case_of(one))))
    usual = next((case for case in cases if is_named(read_words(case), "usual")), None)
    if usual and any(is_named(part, "first_time") for part in told.parts):
        return CaseChoice(cases=cases, chosen=usual, told=True)
    words = {case: case_words(case) for case in cases}
    counts = weigh_words(words.values())
    shared = {stem for stem, count in counts.items() if count == len(cases) > 1}
    telling = replace(told, known=told.known | shared)  # what all cases say tells none of them
    fits = {case: fit(words[case], telling, counts, whole=True) for case in cases}
    best = max(fits.values(), default=0.0)
    if best > 0:
        fitting = [case for case in cases if fits[case] == best]
        # Of cases that are told as well as each other the one with fewer other words is the general one.
        return CaseChoice(cases=cases, chosen=min(fitting, key=lambda case: len(words[case])), told=True)
    if usual is None and cases and (len(cases) == 1 or all(map(case_of, statements))):
        usual = cases[0]
    return CaseChoice(cases=cases, chosen=usual)


def case_of(statement: Statement) -> str | None:
    """The case that an item's headings set, as printed; None for «one of», recipients and channels alone."""
    case = statement.scope.case
    if case is None or is_one_of(statement) or not case_words(case.text):
        return None
    return case.text


def is_one_of(statement: Statement) -> bool:
    """Whether the item stands below a heading of which one item is enough."""
    return bool(statement.scope.case and pattern("one_of").search(plain(statement.scope.case.text)))


def case_words(case: str) -> str:
    """The words of a case that tell it from others: without exceptions, channels and recipients."""
    text = pattern("no_case").sub(" ", pattern("exceptions").sub(" ", plain(case)))
    return " ".join(word for word in text.split() if len(word.strip(" ,;:()/-")) >= SHORTEST)


def recipient_of_heading(statement: Statement) -> str | None:
    """The kind of recipient that an item's headings are for."""
    recipient = statement.scope.recipient
    if recipient is None:
        return None
    return recipient.code or recipient_of(plain(recipient.text))
