"""Marks of 1 to 5 that people give here and now, to a service or to the consultant's answer on it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kb.model.language import Language


class LiveSubject(StrEnum):
    """What was marked: how the SERVICE was given, or the ANSWER of the consultant."""

    SERVICE = "service"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveMark:
    """A mark as it is given: `service` is any id of the service, `channel` where it was received (a code), None where
    that is not told; `words` are what the person adds."""

    subject: LiveSubject
    service: str
    mark: int
    language: Language
    channel: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveComment:
    """What somebody wrote beside a mark, personal data masked."""

    id: str
    made_at: datetime
    mark: LiveMark


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveCount:
    """How many gave a mark in a year; `since` and `until` are the first and the last day of one."""

    year: int
    subject: LiveSubject
    service: str
    channel: str | None
    mark: int
    count: int
    since: date
    until: date
