"""A passage → its statements: every segment goes to the extractor of its topic."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from kb.extract.appeal import extract_appeal
from kb.extract.channels import extract_channels, without_needless_only
from kb.extract.competent_body import extract_competent_body
from kb.extract.deadlines import extract_deadlines
from kb.extract.documents import extract_documents
from kb.extract.eligibility import extract_eligibility
from kb.extract.esignature import extract_esignature
from kb.extract.fees import extract_fees
from kb.extract.notification import extract_notification
from kb.extract.other_requirement import extract_other_requirement
from kb.extract.passage import Passage
from kb.extract.references import extract_references
from kb.extract.refusal_grounds import extract_refusal_grounds
from kb.extract.schedule import extract_schedule
from kb.extract.segment import Segment, read_segments
from kb.extract.words import extract_coded, extract_provider, extract_served, extract_words
from kb.model import Attribute, Fee, FeeKind, Statement, Text

FULL_FEES = (FeeKind.MRP, FeeKind.MRP_PERCENT, FeeKind.TENGE)
LISTS = {"document": extract_documents, "refusal_ground": extract_refusal_grounds}


def extract_passages(passages: Iterable[Passage], *, guess: bool = False) -> list[Statement]:
    """The statements of consecutive passages of one service; a passage without a label goes on with the topic
    of the one before it. With `guess`, sentences whose topic nobody names are read for terms and fees."""
    statements: list[Statement] = []
    topic = None
    for passage in passages:
        segments = read_segments(passage, inherit=topic)
        for name, group in groupby(segments, key=lambda segment: segment.topic):
            statements.extend(_extract_topic(passage, name, list(group), guess))
        topic = segments[-1].topic if segments else topic
    return _link_shares(_without_needless_paid(_once(statements)))


def _extract_topic(passage: Passage, topic: str | None, segments: list[Segment], guess: bool) -> list[Statement]:
    if topic in LISTS:
        signed = [one for segment in segments for one in extract_esignature(passage, segment)]
        return [*LISTS[topic](passage, segments), *signed]
    if topic is None and guess:
        return [
            statement
            for segment in segments
            for statement in (*extract_deadlines(passage, segment), *extract_fees(passage, segment))
        ]
    found = [statement for segment in segments for statement in _extract_segment(passage, topic, segment)]
    return without_needless_only(found) if topic == "channel" else found


def _extract_segment(passage: Passage, topic: str | None, segment: Segment) -> list[Statement]:
    extract = EXTRACTORS.get(topic or "")
    return extract(passage, segment) if extract else []


def _extract_terms(passage: Passage, segment: Segment) -> list[Statement]:
    return [*extract_deadlines(passage, segment), *extract_references(passage, segment.start, segment.end)]


def _extract_payment(passage: Passage, segment: Segment) -> list[Statement]:
    return [
        *extract_fees(passage, segment),
        *extract_served(passage, segment),
        *extract_references(passage, segment.start, segment.end),
    ]


def _extract_recipients(passage: Passage, segment: Segment) -> list[Statement]:
    return [
        *extract_coded(passage, segment, Attribute.RECIPIENT, "recipients"),
        *extract_eligibility(passage, segment),
    ]


def _extract_other_requirement(passage: Passage, segment: Segment) -> list[Statement]:
    return [*extract_other_requirement(passage, segment), *extract_eligibility(passage, segment)]


EXTRACTORS: dict[str, Callable[[Passage, Segment], list[Statement]]] = {
    "deadline": _extract_terms,
    "queue": _extract_terms,
    "serving": _extract_terms,
    "fee": _extract_payment,
    "channel": extract_channels,
    "provider": extract_provider,
    "form": lambda passage, segment: extract_coded(passage, segment, Attribute.FORM, "forms"),
    "result_form": lambda passage, segment: extract_coded(passage, segment, Attribute.RESULT_FORM, "forms"),
    "recipient": _extract_recipients,
    "legal_act": lambda passage, segment: extract_references(passage, segment.start, segment.end),
    "result": lambda passage, segment: extract_words(passage, segment, Attribute.RESULT),
    "schedule": extract_schedule,
    "appeal": extract_appeal,
    "other_requirement": _extract_other_requirement,
    "ignored": lambda passage, segment: list(extract_eligibility(passage, segment)),
    "notification": lambda passage, segment: list(extract_notification(passage, segment)),
    "competent_body": lambda passage, segment: list(extract_competent_body(passage, segment)),
}


def _once(statements: list[Statement]) -> list[Statement]:
    """Lists say with each item that it must be signed; the first place tells it."""
    told: set[str | None] = set()
    kept = []
    for statement in statements:
        if statement.attribute is Attribute.ESIGNATURE and isinstance(statement.value, Text):
            if statement.value.code in told:
                continue
            told.add(statement.value.code)
        kept.append(statement)
    return kept


def _without_needless_paid(statements: list[Statement]) -> list[Statement]:
    """«Paid» says nothing where the same source states the sum."""
    sums = any(
        isinstance(statement.value, Fee) and statement.value.kind not in (FeeKind.FREE, FeeKind.PAID_UNSPECIFIED)
        for statement in statements
    )
    if not sums:
        return statements
    return [
        statement
        for statement in statements
        if not (isinstance(statement.value, Fee) and statement.value.kind is FeeKind.PAID_UNSPECIFIED)
    ]


def _link_shares(statements: list[Statement]) -> list[Statement]:
    """A share of a fee points at that fee where the source states one full fee only; otherwise it stays open."""
    full = [
        item.id
        for item in statements
        if isinstance(item.value, Fee) and item.value.kind in FULL_FEES and item.value.amount and not item.value.cap_mrp
    ]
    if len(full) != 1:
        return statements
    return [
        replace(item, value=replace(item.value, of=full[0]))
        if isinstance(item.value, Fee) and item.value.kind is FeeKind.PERCENT_OF_FEE
        else item
        for item in statements
    ]
