"""The values that answer a question, by attribute."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kb.answer.asking import Asking
from kb.answer.documents.reply import without_other_lists
from kb.answer.sheet import Sheet
from kb.answer.values.composition import Section
from kb.answer.values.merging import Merged, merge_equal, same_number
from kb.answer.values.selection import ATTRIBUTES, RULES, select_statements
from kb.model import Attribute, Deadline, Fee, FeeKind, Intent, Purpose, Statement
from kb.search.question_reading import Reading

OVERVIEW = (Intent.CARD, Intent.OTHER)
OVERVIEW_VALUES = 2
ASIDE = (Purpose.ACCEPTANCE, Purpose.REFUSAL, Purpose.OTHER)  # terms of other steps, told only when asked for
# What says the same in other words where an attribute is not stated: a result «on paper» tells its form.
_INSTEAD = {Attribute.FORM: (Attribute.RESULT,)}


def find_sections(asking: Asking, sheet: Sheet) -> tuple[Section, ...]:
    """The values of every attribute that the question asks for, its main intent first, each attribute once."""
    if asking.intents[0] is Intent.DEADLINE and Purpose.QUEUE in asking.reading.purposes:
        return tuple(_queue_sections(asking, sheet))
    sections = [
        section for attribute in _attributes(asking) if (section := _section(attribute, asking, sheet, sheet.told))
    ]
    if not sections:
        others = (other for attribute in _attributes(asking) for other in _INSTEAD.get(attribute, ()))
        sections = [section for other in others if (section := _section(other, asking, sheet, sheet.told))]
    return tuple(sections)


def main_attributes(asking: Asking) -> tuple[Attribute, ...]:
    """What is asked for itself, without what is told beside it: the claim's, else the first of each intent."""
    if asking.claim:
        return (asking.claim.attribute,)
    return tuple(ATTRIBUTES[intent][0] for intent in asking.intents if ATTRIBUTES[intent])


def _attributes(asking: Asking) -> Iterator[Attribute]:
    claimed = [asking.claim.attribute] if asking.claim else []
    asked = [attribute for intent in asking.intents for attribute in ATTRIBUTES[intent]]
    yield from dict.fromkeys([*claimed, *_by_turns(asking, asked)])


def _by_turns(asking: Asking, asked: list[Attribute]) -> list[Attribute]:
    """With several intents the main attribute of each comes before what is told beside them."""
    if len(asking.intents) == 1:
        return asked
    firsts = [ATTRIBUTES[intent][0] for intent in asking.intents if ATTRIBUTES[intent]]
    return [*firsts, *(attribute for attribute in asked if attribute not in firsts)]


def _section(attribute: Attribute, asking: Asking, sheet: Sheet, among: Sequence[Statement]) -> Section | None:
    if attribute is Attribute.DOCUMENT:
        among = without_other_lists(asking, sheet, among)
    choices = select_statements(among, attribute, question=asking.text, reading=asking.reading)
    values = merge_equal(choices, language=asking.language, holds=sheet.holds)
    leading, rest = _lead(values, asking.reading)
    if not leading:
        return None
    holding = _join_heard(_without_vague([value for value in leading if value.holds]))
    aside = tuple(
        value for value in leading if not value.holds or (_is_vague(value.statement) and value not in holding)
    )
    shown = holding or aside
    overview = len(asking.intents) == 1 and asking.intents[0] in OVERVIEW
    return Section(
        attribute=attribute,
        values=shown,
        most=OVERVIEW_VALUES if overview else len(shown),
        rest=bool(rest),
        aside=aside if holding else (),
    )


def _queue_sections(asking: Asking, sheet: Sheet) -> Iterator[Section]:
    """Promised and measured waiting; the service's own deadline is no answer to how long the queue is."""
    waiting = [statement for statement in sheet.told if _is_waiting(statement)]
    for attribute in (Attribute.DEADLINE, Attribute.WAITING):
        if section := _section(attribute, asking, sheet, waiting):
            yield section


def _is_waiting(statement: Statement) -> bool:
    if statement.attribute is Attribute.WAITING:
        return True
    return isinstance(statement.value, Deadline) and statement.value.purpose in (Purpose.QUEUE, Purpose.SERVING)


def _lead(values: Iterable[Merged], reading: Reading) -> tuple[list[Merged], list[Merged]]:
    """The values that answer the question as asked, and those under conditions that it does not name."""
    leading: list[Merged] = []
    rest: list[Merged] = []
    for value in values:
        (rest if value.excluded or _is_aside(value.statement, reading) else leading).append(value)
    return (leading, rest) if leading else (rest, [])


def _without_vague(values: Sequence[Merged]) -> tuple[Merged, ...]:
    """«Paid» without an amount adds nothing where a norm names the amount."""
    named = any(isinstance(one.statement.value, Fee) and one.statement.value.amount for one in values if _is_ruled(one))
    return tuple(one for one in values if not (named and _is_vague(one.statement)))


def _join_heard(values: Sequence[Merged]) -> tuple[Merged, ...]:
    """Norms first; what people tell with the number of a norm, in words of their own, confirms it. «Paid» without an
    amount stands behind any amount, whoever tells it."""
    ruled = [one for one in values if _is_ruled(one)]
    told: list[Merged] = []
    for heard in (one for one in values if not _is_ruled(one)):
        place = next((place for place, one in enumerate(ruled) if same_number(one.statement, heard.statement)), None)
        if place is None:
            told.append(heard)
        else:
            ruled[place] = replace(ruled[place], others=(*ruled[place].others, *heard.statements))
    return tuple(sorted((*ruled, *told), key=lambda one: _is_vague(one.statement)))


def _is_ruled(value: Merged) -> bool:
    return any(one.source_kind in RULES for one in value.statements)


def _is_vague(statement: Statement) -> bool:
    return isinstance(statement.value, Fee) and statement.value.kind is FeeKind.PAID_UNSPECIFIED


def _is_aside(statement: Statement, reading: Reading) -> bool:
    purpose = statement.value.purpose if isinstance(statement.value, Deadline) else None
    return purpose in ASIDE and purpose not in reading.purposes
