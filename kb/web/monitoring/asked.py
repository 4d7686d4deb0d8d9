"""What a page of a wave is asked for, and the same as parameters of an address."""

from dataclasses import dataclass, replace
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Path, Request
from starlette.exceptions import HTTPException

from kb.model.monitoring import QuestionKind
from kb.monitoring import Group, Measure, question_kinds
from kb.pipeline import Registry
from kb.pipeline.monitoring import ALL, Chosen

BEST_TWO = "best_two"  # the third choice beside the measures: fours count as satisfied too
MEASURES = (Measure.SATISFACTION.value, BEST_TWO, Measure.MEAN.value)
FILTERS = (Group.SERVICE, Group.BODY, Group.REGION, Group.CHANNEL)
OVERALL = "satisfaction"
LONGEST_KEY = 300
MOST_LEAST = 1_000_000

WaveId = Annotated[str, Path(pattern="^[a-z0-9][a-z0-9-]{1,39}$")]
Choice = TypeVar("Choice", Group, Measure)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingAsked:
    """A rating: of what, by which measure of which question, over which answers, and from how many answers on."""

    by: Group = Group.SERVICE
    measure: Measure = Measure.SATISFACTION
    best_two: bool = False
    question: str = OVERALL
    chosen: Chosen = ALL
    least: int = 0

    @property
    def measure_code(self) -> str:
        """One of `MEASURES`."""
        return BEST_TWO if self.best_two else self.measure.value

    def query(self, **more: str | None) -> str:
        """The parameters of an address that asks for the same; None and what goes without saying are left out."""
        told = {
            "by": self.by.value,
            "measure": self.measure_code,
            "question": self.question if self.question != OVERALL else None,
            **{name.value: getattr(self.chosen, name.value) for name in FILTERS},
            "least": str(self.least) if self.least else None,
            **more,
        }
        return urlencode({name: value for name, value in told.items() if value})

    def narrowed(self, group: Group, key: str, *, by: Group) -> "RatingAsked":
        """The same within one body, region, channel or service, rated `by` something else."""
        return replace(self, by=by, chosen=within(self.chosen, group, key))


def within(chosen: Chosen, group: Group, key: str) -> Chosen:
    """The same answers of one service, body, region or channel alone."""
    match group:
        case Group.SERVICE:
            return replace(chosen, service=key)
        case Group.BODY:
            return replace(chosen, body=key)
        case Group.REGION:
            return replace(chosen, region=key)
        case Group.CHANNEL:
            return replace(chosen, channel=key)


def _asked(request: Request) -> RatingAsked:
    question = request.query_params.get("question", "").strip() or OVERALL
    if question_kinds().get(question) is not QuestionKind.MARK:
        raise HTTPException(422, "no such question in marks")
    return _read(request, question)


def _asked_answers(request: Request) -> RatingAsked:
    question = request.query_params.get("question", "").strip()
    if question and question_kinds().get(question, QuestionKind.MARK) is QuestionKind.MARK:
        raise HTTPException(422, "no such question beside marks")
    return _read(request, question)


def _read(request: Request, question: str) -> RatingAsked:
    """A form sends an empty choice for all; a choice that no form offers is a wrong request."""
    given = {name: value.strip() for name, value in request.query_params.items() if value.strip()}
    if any(len(value) > LONGEST_KEY for value in given.values()):
        raise HTTPException(422, "a choice is too long")
    measure = given.get("measure", Measure.SATISFACTION.value)
    if measure not in MEASURES:
        raise HTTPException(422, "no such measure")
    return RatingAsked(
        by=_one_of(Group, given.get("by", Group.SERVICE.value), "by"),
        measure=Measure.SATISFACTION if measure == BEST_TWO else Measure(measure),
        best_two=measure == BEST_TWO,
        question=question,
        chosen=Chosen(
            service=given.get(Group.SERVICE),
            body=given.get(Group.BODY),
            region=given.get(Group.REGION),
            channel=given.get(Group.CHANNEL),
        ),
        least=_least(given.get("least", "0")),
    )


Asked = Annotated[RatingAsked, Depends(_asked)]
# Of questions that are not answered in marks; without one, `question` is empty.
AskedAnswers = Annotated[RatingAsked, Depends(_asked_answers)]


def require_known(registry: Registry, wave: str, asked: RatingAsked) -> None:
    """Raises HTTPException 422 for a choice that the wave does not have, UnknownWave for a wave that is not there."""
    for group in FILTERS:
        key = getattr(asked.chosen, group.value)
        if key is None or key in registry.monitoring.keys(wave, group):
            continue
        if group is not Group.SERVICE or not registry.monitoring.has_service(wave, key):
            raise HTTPException(422, f"the wave has no such {group.value}")


def _one_of(kind: type[Choice], value: str, name: str) -> Choice:
    try:
        return kind(value)
    except ValueError as error:
        raise HTTPException(422, f"no such choice of {name}") from error


def _least(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 7 or int(text) > MOST_LEAST:
        raise HTTPException(422, "least is not a number of answers")
    return int(text)
