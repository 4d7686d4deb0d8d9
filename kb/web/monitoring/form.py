"""The form above a table: what can be chosen, and what is."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from kb.model.monitoring import QuestionKind
from kb.monitoring import Group, question_kinds, question_words
from kb.web.monitoring.asked import FILTERS, MEASURES, RatingAsked
from kb.web.monitoring.wave_ground import WaveGround, in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class FormChoice:
    """One value of a field."""

    code: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A list to choose from; `all` names the choice of everything, None where one value must be chosen."""

    name: str
    label: str
    all: str | None
    choices: tuple[FormChoice, ...]


def group_field(ground: WaveGround, asked: RatingAsked, groups: Iterable[Group] = tuple(Group)) -> FormField:
    """What the rows are."""
    offered = [(group.value, ground.words(f"monitoring.by.{group.value}")) for group in groups]
    return _field(ground, "by", offered, asked.by.value)


def measure_field(ground: WaveGround, asked: RatingAsked, measures: Iterable[str] = MEASURES) -> FormField:
    """What the rows are rated by."""
    offered = [(code, ground.words(f"monitoring.measure.{code}")) for code in measures]
    return _field(ground, "measure", offered, asked.measure_code)


def question_field(ground: WaveGround, asked: RatingAsked) -> FormField:
    """The questions in marks that the wave asked."""
    kinds, put = question_kinds(), ground.registry.monitoring.questions(ground.wave.id)
    offered = [
        (code, question_words(code, ground.words.language))
        for code, kind in kinds.items()
        if kind is QuestionKind.MARK and code in put
    ]
    return _field(ground, "question", offered, asked.question)


def other_questions(ground: WaveGround) -> tuple[str, ...]:
    """The questions of the wave that are not answered in marks, in the order of their data file."""
    put = ground.registry.monitoring.questions(ground.wave.id)
    return tuple(code for code, kind in question_kinds().items() if kind is not QuestionKind.MARK and code in put)


def answers_field(ground: WaveGround, asked: RatingAsked) -> FormField:
    """The same to choose from."""
    offered = [(code, question_words(code, ground.words.language)) for code in other_questions(ground)]
    return _field(ground, "question", offered, asked.question)


def filter_fields(ground: WaveGround, asked: RatingAsked, groups: Iterable[Group] = FILTERS) -> tuple[FormField, ...]:
    """The bodies, regions, channels and services that the wave has, where it has more than one; what is rated is no
    filter of itself."""
    fields = []
    for group in groups:
        chosen = getattr(asked.chosen, group.value)
        keys = ground.registry.monitoring.keys(ground.wave.id, group)
        if (group is asked.by and chosen is None) or (len(keys) < 2 and chosen is None):
            continue
        offered = in_order(keys, partial(ground.name, group))
        fields.append(_field(ground, group.value, offered, chosen, every=True))
    return tuple(fields)


def _field(
    ground: WaveGround, name: str, offered: Iterable[tuple[str, str]], chosen: str | None, *, every: bool = False
) -> FormField:
    return FormField(
        name=name,
        label=ground.words(f"monitoring.field.{name}"),
        all=ground.words("monitoring.all") if every else None,
        choices=tuple(FormChoice(code=code, text=text, chosen=code == chosen) for code, text in offered),
    )
