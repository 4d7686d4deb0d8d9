"""The five buttons with which a service or an answer is marked."""

from dataclasses import dataclass
from datetime import date

from fastapi import Request

from kb.model import Answer
from kb.model.access import Visitor
from kb.model.live import LiveSubject
from kb.norms import codes, label
from kb.pipeline.feedback import LONGEST_WORDS
from kb.web.staff_access import FORM_TOKEN
from kb.web.words import Words

RATED = "rated"  # what the address of a page says after a mark
KEPT, AGAIN = "kept", "again"
BEST_FIRST = range(5, 0, -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveForm:
    """`fields` are sent along; `marks` are the buttons, the best first; `channels` where the service was received, none
    below an answer; `told` stands in place of the buttons once one was pressed."""

    subject: str
    fields: tuple[tuple[str, str], ...]
    marks: tuple[tuple[int, str], ...]
    channels: tuple[tuple[str, str], ...]
    longest: int
    told: str | None


def service_form(request: Request, visitor: Visitor, service: str, words: Words) -> LiveForm:
    """The buttons for a service on its page."""
    channels = tuple((code, label("channel", code, words.language)) for code in codes("channel"))
    return _form(request, visitor, words, subject=LiveSubject.SERVICE, fields={"service": service}, channels=channels)


def answer_form(
    request: Request, visitor: Visitor, answer: Answer, words: Words, *, as_of: date | None, search: str | None
) -> LiveForm | None:
    """The buttons for the consultant's answer; None where the answer is about no service."""
    if answer.service is None:
        return None
    fields = {
        "service": answer.service.id,
        "question": answer.q,
        "as_of": as_of.isoformat() if as_of else "",
        "search": search or "",
    }
    return _form(request, visitor, words, subject=LiveSubject.ANSWER, fields=fields)


def _form(
    request: Request,
    visitor: Visitor,
    words: Words,
    *,
    subject: LiveSubject,
    fields: dict[str, str],
    channels: tuple[tuple[str, str], ...] = (),
) -> LiveForm:
    sent = {FORM_TOKEN: visitor.form_token, "subject": subject.value, "language": words.language.value, **fields}
    told = request.query_params.get(RATED)
    return LiveForm(
        subject=subject.value,
        fields=tuple((name, value) for name, value in sent.items() if value),
        marks=tuple((mark, words(f"live.mark.m{mark}")) for mark in BEST_FIRST),
        channels=channels,
        longest=LONGEST_WORDS,
        told=words(f"live.{told}") if told in (KEPT, AGAIN) else None,
    )
