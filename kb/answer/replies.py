"""What is answered once the service is known: its values, its survey figures, or what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.answer.composition import LIMIT, Section, compose, service_name
from kb.answer.concepts import read_concepts
from kb.answer.dates import show_day
from kb.answer.merging import Merged, merge_equal
from kb.answer.question import Question
from kb.answer.selection import ATTRIBUTES, select_statements
from kb.answer.source_words import describe_report
from kb.answer.survey_words import describe_survey
from kb.answer.value_words import Wish, clip_text
from kb.answer.wording import say
from kb.model import (
    AnswerState,
    AnswerValue,
    Attribute,
    Card,
    Channel,
    Deadline,
    Evidence,
    Intent,
    Language,
    Purpose,
    Statement,
)
from kb.norms import label
from kb.resolve import statements_on
from kb.search.question_reading import Reading

OVERVIEW = (Intent.CARD, Intent.OTHER)
OVERVIEW_VALUES = 2
ASIDE = (Purpose.ACCEPTANCE, Purpose.REFUSAL, Purpose.OTHER)  # terms of other steps, told only when asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The part of an answer that depends on the card."""

    state: AnswerState
    text: str
    aloud: str
    values: tuple[AnswerValue, ...] = ()
    citations: tuple[Evidence, ...] = ()


def reply_from_card(question: Question, reading: Reading, card: Card, language: Language) -> Reply:
    """The reply of a card to a question: values where it has them, otherwise what it lacks."""
    if reading.intent is Intent.STATUS:
        text = say("no_status", language)
        return Reply(state=AnswerState.NOT_STATED, text=text, aloud=text)
    statements = statements_on(card.statements, question.as_of)
    sections = _sections(question, reading, statements, language)
    if reading.intent is Intent.DEADLINE and Purpose.QUEUE in reading.purposes:
        sections = _queue_sections(question, reading, statements, language)
    if reading.intent is Intent.QUALITY and (reply := _reply_survey(question, card, language)):
        return reply
    if not sections:
        return _reply_missing(question, reading, card, language)
    composition = compose(
        sections,
        service=card.service,
        statements=statements,
        wish=Wish(day=question.as_of, language=language, clip=LIMIT),
        remarks=_remarks(question, reading, statements, language),
    )
    values = tuple(item.value for item in composition.items)
    speakers = [value.statement.evidence for value in values]
    others = [other.evidence for section in sections for value in section.values for other in value.others]
    return Reply(
        state=AnswerState.ANSWERED if any(map(_says_something, values)) else AnswerState.NOT_STATED,
        text=composition.text,
        aloud=composition.aloud,
        values=values,
        citations=_unique([*speakers, *others]),
    )


def _sections(
    question: Question, reading: Reading, statements: Sequence[Statement], language: Language
) -> list[Section]:
    sections = []
    for attribute in ATTRIBUTES[reading.intent]:
        choices = select_statements(statements, attribute, question=question.text, reading=reading)
        leading, rest = _lead(merge_equal(choices, language=language), reading)
        if leading:
            most = OVERVIEW_VALUES if reading.intent in OVERVIEW else len(leading)
            sections.append(Section(attribute=attribute, values=tuple(leading), most=most, rest=bool(rest)))
    return sections


def _queue_sections(
    question: Question, reading: Reading, statements: Sequence[Statement], language: Language
) -> list[Section]:
    """Promised and measured waiting; the service's own deadline is no answer to how long the queue is."""
    promised = [
        statement
        for statement in statements
        if isinstance(statement.value, Deadline) and statement.value.purpose in (Purpose.QUEUE, Purpose.SERVING)
    ]
    measured = [statement for statement in statements if statement.attribute is Attribute.WAITING]
    sections = []
    for attribute in (Attribute.DEADLINE, Attribute.WAITING):
        choices = select_statements([*promised, *measured], attribute, question=question.text, reading=reading)
        values = merge_equal(choices, language=language)
        if values:
            sections.append(Section(attribute=attribute, values=values, most=len(values), rest=False))
    return sections


def _lead(values: Sequence[Merged], reading: Reading) -> tuple[list[Merged], list[Merged]]:
    """The values that answer the question as asked, and those under conditions that it does not name."""
    leading: list[Merged] = []
    rest: list[Merged] = []
    for value in values:
        (rest if value.excluded or _is_aside(value.statement, reading) else leading).append(value)
    return (leading, rest) if leading else (rest, [])


def _is_aside(statement: Statement, reading: Reading) -> bool:
    purpose = statement.value.purpose if isinstance(statement.value, Deadline) else None
    return purpose in ASIDE and purpose not in reading.purposes


def _says_something(value: AnswerValue) -> bool:
    return not (isinstance(value.statement.value, Deadline) and value.statement.value.value is None)


def _remarks(
    question: Question, reading: Reading, statements: Sequence[Statement], language: Language
) -> tuple[str, ...]:
    """Says plainly when the asked channel is named nowhere; silence is not a refusal."""
    asked = read_concepts(question.text).channels
    if reading.intent is not Intent.CHANNEL or not asked:
        return ()
    told = {statement.value.code for statement in statements if isinstance(statement.value, Channel)}
    if not told or asked & told:
        return ()
    names = " / ".join(label("channel", code, language) for code in sorted(asked))
    return (say("channel_silent", language, channel=names),)


def _reply_survey(question: Question, card: Card, language: Language) -> Reply | None:
    rows = describe_survey(card.survey, language)
    if not rows:
        return None
    name, title = service_name(card.service, language), say("survey_label", language)
    report = describe_report((row.service for row, _ in rows), as_of=question.as_of, language=language)
    note = say("report_only", language, report=report) if report else ""
    for count in range(len(rows), 0, -1):
        items = "; ".join(words for _, words in rows[:count])
        text = " ".join([say("lead", language, service=name, label=title, items=items), note]).strip()
        if len(text) <= LIMIT:
            break
    aloud = say("aloud", language, label=title, items=rows[0][1], source=note).strip()
    return Reply(
        state=AnswerState.ANSWERED,
        text=clip_text(text, LIMIT),
        aloud=aloud,
        citations=_unique(row.evidence for row, _ in rows),
    )


def _reply_missing(question: Question, reading: Reading, card: Card, language: Language) -> Reply:
    wanted = ATTRIBUTES[reading.intent]
    names = [label("attribute", attribute, language) for attribute in wanted[:1]]
    name = service_name(card.service, language)
    missing = ", ".join(names) if names else label("intent", reading.intent, language)
    if Purpose.QUEUE in reading.purposes and reading.intent is Intent.DEADLINE:
        text = say("not_stated", language, service=name, label=label("purpose", Purpose.QUEUE, language))
        return Reply(state=AnswerState.NOT_STATED, text=text, aloud=text)
    if any(statement.attribute in wanted for statement in card.statements):
        text = say("not_in_force", language, service=name, label=missing, day=show_day(question.as_of, language))
        return Reply(state=AnswerState.NOT_STATED, text=text, aloud=text)
    text = say("not_stated", language, service=name, label=missing)
    gaps = [gap.evidence for gap in card.gaps if gap.attribute in {attribute.value for attribute in wanted}]
    if gaps:
        text = " ".join([text, say("not_stated_gap", language)])
    return Reply(state=AnswerState.NOT_STATED, text=text, aloud=text, citations=_unique(gaps))


def _unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({(item.snapshot, item.document, item.start, item.end): item for item in evidence}.values())
