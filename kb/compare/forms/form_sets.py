"""The forms that norms state, and those of two acts against each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kb.compare.comparable import Reach, reach
from kb.compare.material import ServiceMaterial
from kb.compare.stating_texts import text_pairs
from kb.extract.wording import coded_wording
from kb.model import Attribute, Standing, Statement, Text
from kb.resolve.effective import RuledStanding
from kb.resolve.speakers import is_norm
from kb.text import fold_plain

# Fully, partly or just electronic: each can be got without paper; how far it is automated is not the form.
KINDS = {"electronic_full": "electronic", "electronic_partial": "electronic", "electronic": "electronic"}
PAPER = {"paper": "paper"}


def stated_forms(material: ServiceMaterial) -> Mapping[str, tuple[Statement, ...]]:
    """The statements of norms in force by the form, `electronic` or `paper`, that they state; a report that gives the
    form in the sentence on the result states it there."""
    found: dict[str, list[Statement]] = defaultdict(list)
    forms = [one for one in material.of(Attribute.FORM) if _holds(material, one)]
    results = [one for one in material.of(Attribute.RESULT) if _holds(material, one)]
    for one in forms or results:
        for form in _forms_of(one):
            found[form].append(one)
    return {form: tuple(ones) for form, ones in found.items()}


def form_differences(material: ServiceMaterial, *, cards: bool) -> Iterator[tuple[Statement, Statement]]:
    """The forms of two texts of which one gives a service on paper only, the other in electronic form only."""
    for left, right in text_pairs(material, Attribute.FORM, cards=cards):
        mine, theirs = ({form for one in side for form in _forms_of(one)} for side in (left, right))
        if mine and theirs and not mine & theirs and reach(left[0], right[0]) is Reach.SAME:
            yield left[0], right[0]


def _forms_of(statement: Statement) -> tuple[str, ...]:
    if not isinstance(statement.value, Text):
        return ()
    if statement.value.code:
        known = KINDS | PAPER
        return (known[statement.value.code],) if statement.value.code in known else ()
    if statement.attribute is Attribute.RESULT:
        return tuple(dict.fromkeys(_only_forms(statement.value.text)))
    return ()


def _only_forms(words: str) -> Iterator[str]:
    """The forms in words that say nothing else («on paper», «electronic or paper»)."""
    rest = plain = fold_plain(words)
    found = []
    for code, pattern in coded_wording("words", "forms"):
        if pattern.search(plain) and code in KINDS | PAPER:
            found.append((KINDS | PAPER)[code])
            rest = pattern.sub(" ", rest)
    if len([word for word in rest.replace(",", " ").split() if len(word) > len("немесе")]) == 0:
        yield from found


def _holds(material: ServiceMaterial, statement: Statement) -> bool:
    return (
        is_norm(statement)
        and statement.standing is Standing.STATED
        and material.standing(statement) is RuledStanding.IN_FORCE
    )
