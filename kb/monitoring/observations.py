"""A row of a file → how many people answered what."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kb.model.monitoring import QuestionKind
from kb.monitoring.advice import OUTCOMES
from kb.monitoring.cells import Cells
from kb.monitoring.known import Known
from kb.monitoring.printed_checks import check_printed
from kb.monitoring.rounding import decimals
from kb.monitoring.shares import counts_of_shares, rounding_slack
from kb.monitoring.template import answer_words, question_kinds, total_words

MARKS = range(1, 6)
YES_NO: Mapping[str, Decimal] = {"yes": Decimal(1), "no": Decimal(0)}
WORDED = {QuestionKind.YES_NO: YES_NO, QuestionKind.ADVICE: OUTCOMES}  # answered in words
KINDS = {"yes_no": QuestionKind.YES_NO, "advice": QuestionKind.ADVICE}  # by the form of a file
HIGHEST = {QuestionKind.MARK: 5, QuestionKind.SCORE: 10, QuestionKind.MINUTES: 24 * 60}
RESPONDENT = re.compile(r"[\w-]{1,20}")
PERSONAL = re.compile(r"\d{11,12}")  # a telephone or an individual identification number
WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """`count` people gave `value` (None: no answer) to a question; `respondent` is a code of the wave, in rows only."""

    service: str
    body: str | None
    region: str | None
    channel: str | None
    question: str
    respondent: str | None
    value: Decimal | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Whom a row is about."""

    service: str
    body: str | None
    region: str | None
    channel: str | None
    question: str

    def observe(self, value: Decimal | None, count: int, respondent: str | None = None) -> Observation:
        """`count` answers of these keys."""
        return Observation(
            service=self.service, body=self.body, region=self.region, channel=self.channel, question=self.question,
            respondent=respondent, value=value, count=count,
        )  # fmt: skip


def read_observations(cells: Cells, form: str, known: Known) -> Iterator[Observation]:
    """The observations of a row in a form of the template; raises CellFault for the first fault of the row."""
    keys = _read_keys(cells, known)
    kind = question_kinds()[keys.question]
    wanted = KINDS.get(form, QuestionKind.MARK)
    if form != "rows" and kind is not wanted:
        raise cells.fault("question", f"is answered in {kind.value}, which the columns of this file cannot hold")
    match form:
        case "rows":
            yield _read_answer(cells, keys, kind)
        case "marks":
            yield from _read_marks(cells, keys)
        case "yes_no":
            yield from _read_outcomes(cells, keys, YES_NO)
        case "advice":
            yield from _read_outcomes(cells, keys, OUTCOMES)
        case _:
            yield from _read_shares(cells, keys)


def _read_keys(cells: Cells, known: Known) -> Keys:
    for column in ("service", "body", "region", "channel"):
        if cells.text(column).lower().strip(" :") in total_words():
            raise cells.fault(column, "is a row of totals; leave it out, its people would be counted twice")
    service = cells.code(
        "service", known.service, "service", "use an id of «kb export services» or list it in the wave"
    )
    question = cells.code("question", known.question, "question", "the questions stand in docs/monitoring.md")
    for column, code in (("service", service), ("question", question)):
        if code is None:
            raise cells.fault(column, "is empty; every row needs one")
    return Keys(
        service=service or "",
        body=cells.code(
            "body", known.body, "body on that day", "use its full name or the code of kb/norms/data/bodies"
        ),
        region=cells.code("region", known.region, "region on that day", "use its full name or its ISO 3166-2 code"),
        channel=cells.code("channel", known.channel, "channel", "the channels stand in docs/monitoring.md"),
        question=question or "",
    )


def _read_answer(cells: Cells, keys: Keys, kind: QuestionKind) -> Observation:
    respondent = cells.text("respondent")
    if not RESPONDENT.fullmatch(respondent):
        raise cells.fault("respondent", "must be a code of up to 20 letters, digits and hyphens")
    if PERSONAL.fullmatch(respondent):
        raise cells.fault("respondent", "looks like a number of a person; give each respondent a number of the survey")
    text = cells.text("value")
    word = answer_words().get(text.lower())
    if word == "none":
        return keys.observe(None, 1, respondent)
    if outcomes := WORDED.get(kind):
        if word is None or word not in outcomes:
            raise cells.fault("value", f"is none of {', '.join(outcomes)}")
        return keys.observe(outcomes[word], 1, respondent)
    value = cells.decimal("value")
    if kind is QuestionKind.MARK and value not in MARKS:
        raise cells.fault(
            "value", "is no mark of 1 to 5; if the scale was another one, the marks cannot stand beside these"
        )
    if value > HIGHEST[kind]:
        raise cells.fault("value", f"is above {HIGHEST[kind]}, the highest {kind.value}")
    if decimals(value) > 2:
        raise cells.fault("value", "has more than two decimals")
    return keys.observe(value, 1, respondent)


def _read_marks(cells: Cells, keys: Keys) -> Iterator[Observation]:
    counts = [cells.count(f"n{mark}") for mark in MARKS]
    silent = cells.count("none")
    _check_total(cells, sum(counts) + silent)
    check_printed(cells, counts)
    for mark, count in zip(MARKS, counts, strict=True):
        yield keys.observe(Decimal(mark), count)
    yield keys.observe(None, silent)


def _read_outcomes(cells: Cells, keys: Keys, outcomes: Mapping[str, Decimal]) -> Iterator[Observation]:
    counts = {name: cells.count(name) for name in outcomes}
    silent = cells.count("none")
    _check_total(cells, sum(counts.values()) + silent)
    for name, count in counts.items():
        yield keys.observe(outcomes[name], count)
    yield keys.observe(None, silent)


def _check_total(cells: Cells, total: int) -> None:
    if not total:
        raise cells.row_fault("nobody was asked; leave the row out or give its counts")
    if cells.text("n") and cells.count("n") != total:
        raise cells.fault("n", f"but the counts of the row add up to {total}")


def _read_shares(cells: Cells, keys: Keys) -> Iterator[Observation]:
    shares = [cells.decimal(f"share{mark}") for mark in MARKS]
    rated = cells.count("n")
    total = sum(shares, Decimal(0))
    if abs(total - WHOLE) > rounding_slack(shares):
        told = f"the shares add up to {total}, not to {WHOLE}; is a column lost or a share misread?"
        raise cells.columns_fault([f"share{mark}" for mark in MARKS], told)
    counts = counts_of_shares(shares, rated) if rated else None
    if counts is None:
        raise cells.row_fault(f"the shares do not tell the counts of {rated} people; bring the counts themselves")
    check_printed(cells, counts)
    for mark, count in zip(MARKS, counts, strict=True):
        yield keys.observe(Decimal(mark), count)
