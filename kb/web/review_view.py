"""Items of the review queue as their pages show them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.model import Card, Decision, ReviewItem, ReviewState, Statement
from kb.model.review import WAITING
from kb.norms import label
from kb.norms.bodies import body
from kb.pipeline import Registry, Reviewed, UnknownName
from kb.web.result_view import service_names
from kb.web.source_link import SourceLink, source_link
from kb.web.source_view import CONTEXT, Line, window
from kb.web.value_words import Shown, quoted_from, value_words
from kb.web.words import Words

LINES_BESIDE = 6  # of the text before and behind the quoted words


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """A decision in words; `value` is the person's, `read` what was read when it was taken."""

    verdict: str
    reason: str
    author: str
    day: str
    value: Shown | None
    read: Shown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDecision:
    """A decision on a value of a card; `stands` where the value does, `review` is the item for those who decide."""

    title: str
    link: SourceLink
    decision: DecisionView
    stands: bool
    review: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWindow:
    """The words an item is about with what stands around them."""

    link: SourceLink
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """An item in a list or on its page."""

    id: str
    title: str
    read: tuple[Shown, ...]
    conditions: tuple[Shown, ...]
    services: tuple[tuple[str, Shown], ...]
    reasons: tuple[str, ...]
    state: str
    waits: bool
    reopened: bool
    links: tuple[SourceLink, ...]


def review_view(reviewed: Reviewed, registry: Registry, words: Words) -> ReviewView:
    """The item in the words of the page's language."""
    item = reviewed.item
    statement = item.statement
    table, code = ("attribute", item.attribute.value) if item.attribute else ("review_kind", item.kind.value)
    return ReviewView(
        id=item.id,
        title=label(table, code, words.language),
        read=(value_words(statement, words),) if statement else tuple(Shown(text=name) for name in item.names),
        conditions=_conditions(statement, words) if statement else (),
        services=tuple(_services(item, registry, words)),
        reasons=tuple(label("doubt_reason", reason.value, words.language) for reason in item.reasons),
        state=label("review_state", reviewed.state.value, words.language),
        waits=reviewed.state in WAITING,
        reopened=reviewed.state is ReviewState.REOPENED,
        links=tuple(source_link(one, words) for one in item.evidence),
    )


def decision_view(decision: Decision, words: Words) -> DecisionView:
    """A decision in the words of the page's language."""
    statement = decision.item.statement
    edited = replace(statement, value=decision.value) if statement and decision.value else None
    return DecisionView(
        verdict=words(f"review.decided.{decision.item.kind.value}.{decision.verdict.value}"),
        reason=decision.reason,
        author=decision.author,
        day=words.day(decision.decided_at.date()),
        value=value_words(edited, words) if edited else None,
        read=value_words(statement, words) if statement else None,
    )


def card_decisions(card: Card, words: Words, *, staff: bool) -> tuple[CardDecision, ...]:
    """What people decided on the values of a card; what they rejected is shown to those who decide, with the reason."""
    told = [(one, card.decisions[one.id], True) for one in card.statements if one.id in card.decisions]
    told += [(one, decision, False) for one, decision in card.rejected if staff]
    return tuple(
        CardDecision(
            title=label("attribute", statement.attribute.value, words.language),
            link=source_link(statement.evidence, words),
            decision=decision_view(decision, words),
            stands=stands,
            review=decision.item.id if staff else None,
        )
        for statement, decision, stands in told
    )


def source_windows(item: ReviewItem, registry: Registry, words: Words) -> tuple[SourceWindow, ...]:
    """The texts around the words that the item is about; one that the base has lost is left out."""
    windows = []
    for evidence in item.evidence:
        try:
            text = registry.text(evidence.snapshot)
        except UnknownName:
            continue
        mark = (evidence.start, evidence.end)
        lines = window(text, first=max(evidence.start - CONTEXT, 0), mark=mark).lines
        last = evidence.line + evidence.quote.count("\n")
        near = tuple(one for one in lines if evidence.line - LINES_BESIDE <= one.number <= last + LINES_BESIDE)
        windows.append(SourceWindow(link=source_link(evidence, words), lines=near))
    return tuple(windows)


def candidate_names(item: ReviewItem, words: Words) -> tuple[str, ...]:
    """The bodies that the words may mean, by name."""
    return tuple(body(code).names[-1].in_language(words.language) for code in item.candidates)


def _conditions(statement: Statement, words: Words) -> tuple[Shown, ...]:
    scope = statement.scope
    parts = (scope.case, scope.channel, scope.recipient, scope.region)
    return tuple(quoted_from(statement.evidence, one.text, words) for one in parts if one)


def _services(item: ReviewItem, registry: Registry, words: Words) -> Iterator[tuple[str, Shown]]:
    for name in item.services:
        try:
            service = registry.service(name)
        except UnknownName:
            continue
        yield service.id, service_names(service, words.language)[0]
