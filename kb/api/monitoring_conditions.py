"""Query parameters of the tables of public monitoring."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path, Query

from kb.api.parameters import wrong_value
from kb.model.monitoring import QuestionKind
from kb.monitoring import Group, Measure, question_kinds
from kb.pipeline import Registry
from kb.pipeline.monitoring import Chosen

MOST_TOLD = 40  # keys in a message
MOST_LEAST = 1_000_000

WaveId = Annotated[str, Path(max_length=60, description="The id of a wave")]
By = Annotated[Group, Query(description="What the rows are of")]
OrderedBy = Annotated[Measure, Query(description="The measure that the order is by")]
Question = Annotated[str, Query(max_length=60, description="A question answered in marks of 1 to 5")]
BestTwo = Annotated[bool, Query(description="Count fours as satisfied too")]
Least = Annotated[int, Query(ge=0, le=MOST_LEAST, description="Leave out what fewer people gave a mark")]
Key = Annotated[str | None, Query(max_length=300)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of a wave is asked for."""

    wave: str
    chosen: Chosen


def chosen_of(registry: Registry) -> Callable[..., Wanted]:
    """A dependency that reads the filters; a body, region, channel or service that the wave does not have is a wrong
    parameter."""

    def read(wave: WaveId, body: Key = None, region: Key = None, channel: Key = None, service: Key = None) -> Wanted:
        for group, key in ((Group.BODY, body), (Group.REGION, region), (Group.CHANNEL, channel)):
            if key is not None:
                _require(group, key, registry.monitoring.keys(wave, group))
        if service is not None and not registry.monitoring.has_service(wave, service):
            _require(Group.SERVICE, service, registry.monitoring.keys(wave, Group.SERVICE))
        return Wanted(wave=wave, chosen=Chosen(service=service, body=body, region=region, channel=channel))

    return read


def marks_question(question: Question = "satisfaction") -> str:
    """A dependency: the code of a question that is answered in marks; another one is a wrong parameter."""
    if question_kinds().get(question) is not QuestionKind.MARK:
        known = ", ".join(code for code, kind in question_kinds().items() if kind is QuestionKind.MARK)
        raise wrong_value("question", f"no question answered in marks; there are {known}")
    return question


MarksQuestion = Annotated[str, Depends(marks_question)]


def _require(group: Group, key: str, known: tuple[str, ...]) -> None:
    if key not in known:
        told = ", ".join(known[:MOST_TOLD]) + (" …" if len(known) > MOST_TOLD else "")
        raise wrong_value(group.value, f"the wave has no such {group.value}; there are {told or 'none'}")
