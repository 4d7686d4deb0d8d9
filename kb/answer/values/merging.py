"""Equal values said in several places become one value with several sources."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kb.answer.values.selection import Choice, told_scope
from kb.model import ActReference, Channel, Deadline, Fee, Language, Scope, Statement, Text
from kb.text import fold

ROW = re.compile(r"(?:.+/)?row-[^/]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A value: the statement that speaks for it, and the others that say the same; `holds` where any is effective."""

    statement: Statement
    others: tuple[Statement, ...]
    excluded: bool
    holds: bool = True

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that say the value, the speaker first."""
        return (self.statement, *self.others)


def merge_equal(
    choices: Iterable[Choice], *, language: Language, holds: Callable[[Statement], bool] = lambda _: True
) -> tuple[Merged, ...]:
    """One entry a value, in the order of the first; one that `holds` speaks, in the answer's language where there is
    one."""
    choices = tuple(choices)
    groups: dict[object, list[Choice]] = {}
    for choice in choices:
        groups.setdefault(_key(choice.statement), []).append(choice)
    for key, group in list(groups.items()):
        _join_other_text_of_act(key, group, groups, language)
    return tuple(_merge(group, language, holds) for group in groups.values())


def _merge(group: list[Choice], language: Language, holds: Callable[[Statement], bool]) -> Merged:
    holding = [choice for choice in group if holds(choice.statement)]
    able = holding or group
    speaker = next((choice for choice in able if choice.statement.evidence.language is language), able[0])
    return Merged(
        statement=speaker.statement,
        others=tuple(choice.statement for choice in group if choice is not speaker),
        excluded=all(choice.excluded for choice in group),
        holds=bool(holding),
    )


def _join_other_text_of_act(
    key: object, group: list[Choice], groups: dict[object, list[Choice]], language: Language
) -> None:
    """Kazakh and Russian texts of one place of an act say one thing: the one in the answer's language is kept."""
    first = group[0].statement
    if first.evidence.language is language:
        return
    for other_key, other in groups.items():
        twin = other[0].statement
        if other_key != key and twin.evidence.language is language and _same_rule(first, twin):
            other.extend(group)
            del groups[key]
            return


def _same_rule(statement: Statement, twin: Statement) -> bool:
    if statement.evidence.act is None or statement.evidence.act != twin.evidence.act:
        return False
    if isinstance(statement.value, Text):
        return _one_place(statement.evidence.clause, twin.evidence.clause)
    same = statement.value == twin.value or same_number(statement, twin)
    return same and _codes(statement.scope) == _codes(twin.scope)


def same_number(one: Statement, other: Statement) -> bool:
    """Whether two terms or fees have one number and unit, however they bind and whatever they are told of."""
    match one.value, other.value:
        case Deadline() as left, Deadline() as right:
            return (left.value, left.unit, left.purpose) == (right.value, right.unit, right.purpose)
        case Fee() as left, Fee() as right:
            return (left.kind, left.amount) == (right.kind, right.amount)
    return False


def _one_place(clause: str | None, twin: str | None) -> bool:
    """Whether two clause ids name one place: one clause, or a table row and a part of it."""
    if clause is None or twin is None:
        return False
    if clause == twin:
        return True
    shorter, longer = sorted((clause, twin), key=len)
    return ROW.fullmatch(shorter) is not None and longer.startswith(f"{shorter}/")


def _key(statement: Statement) -> object:
    match statement.value:
        case Channel(code=code, offered=offered):
            if code != "other":
                return (statement.attribute, code, offered)
            return (statement.attribute, code, offered, fold(statement.evidence.quote).text)
        case ActReference(type=kind, number=number, title=title):
            return (statement.attribute, kind, number or fold(title or statement.evidence.quote).text)
        case Text(text=text, code=code):
            return (
                statement.attribute,
                code or fold(text).text,
                _codes(told_scope(statement)),
                _case(told_scope(statement)),
            )
        case value:
            return (statement.attribute, value, _codes(told_scope(statement)), _case(told_scope(statement)))


def _codes(scope: Scope) -> tuple[str | None, ...]:
    return tuple(part.code or part.text if part else None for part in (scope.channel, scope.recipient, scope.region))


def _case(scope: Scope) -> str | None:
    return None if scope.case is None else scope.case.code or fold(scope.case.text).text
