"""An answer as an operator takes it in at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.model import Answer, AnswerState, Card, YesNo
from kb.pipeline import Registry
from kb.pipeline.dating import rule_card
from kb.web.console_call import MOST_AMONG, Call
from kb.web.finding_view import FindingRow, finding_row
from kb.web.my_services import known_services
from kb.web.result_view import AnswerView, ServiceView, answer_view, service_names, service_view, supported_statements
from kb.web.source_link import source_link
from kb.web.trust_badge import TrustBadge, trust_badges
from kb.web.value_row import ValueRow
from kb.web.value_words import Shown
from kb.web.words import Words

_SOURCES = 4  # badges beside one answer
_FINDINGS = 3
_CHOICES = 5  # as many as have a key


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Something to go on with: a way to say what was meant, or another service; `now` tells the one that is shown."""

    shown: Shown
    href: str
    now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleAnswer:
    """The answer with all that stands around it.

    `todo` says what to do in a state that is no plain answer. `told` is None where no values are told. `yes_no` has
    its code and its word. `choices` are at most five, one a key; `services` begin with the one that the answer is
    about. `message` is plain text for a messenger.
    """

    id: str
    state: str
    text: str
    aloud: str
    language: str
    as_of: str
    quoted: bool
    yes_no: tuple[str, str] | None
    service: ServiceView | None
    told: AnswerView | None
    trust: tuple[TrustBadge, ...]
    findings: tuple[FindingRow, ...]
    todo: str | None
    choices: tuple[Way, ...]
    services: tuple[Way, ...]
    message: str


def console_answer(registry: Registry, answer: Answer, call: Call, words: Words, *, base_address: str) -> ConsoleAnswer:
    """The answer to the question that a call asks now; `base_address` begins the addresses of a message."""
    card = registry.card(answer.service.id) if answer.service else None
    acts = registry.acts.of_card(card) if card else ()
    rulings = rule_card(card, answer.as_of, acts=acts) if card and answer.values else None
    stated = card.statements if card and answer.values else ()
    told = supported_statements(answer, stated)
    held = {ruling.statement.id for ruling in rulings or () if ruling.effective}
    trust = trust_badges(
        sorted(told, key=lambda one: one.id not in held),
        words,
        acts=acts,
        bodies={name: registry.snapshot(name) for name in {one.evidence.snapshot for one in told}},
        day=answer.as_of,
        most=_SOURCES,
    )
    findings = _findings(registry, answer, words)
    return ConsoleAnswer(
        id=answer.id,
        state=answer.state.value,
        text=answer.answer,
        aloud=answer.read_aloud or answer.answer,
        language=answer.lang.value,
        as_of=words("answer.as_of", day=words.day(answer.as_of)),
        quoted=answer.quoted,
        yes_no=_yes_no(answer.yes_no, words),
        service=service_view(answer.service, words) if answer.service else None,
        told=_in_order(answer_view(answer, words, stated=stated, rulings=rulings), answer, words),
        trust=trust,
        findings=findings,
        todo=_todo(answer.state, findings, words),
        choices=tuple(
            Way(shown=Shown(text=one.label), href=call.picking(one.service or "", q=one.q))
            for one in answer.choices[:_CHOICES]
        ),
        services=_services(registry, answer, call, words),
        message=_message(answer, card, trust, words, base_address),
    )


def _in_order(view: AnswerView | None, answer: Answer, words: Words) -> AnswerView | None:
    """The rows in the order in which the answer tells them, what holds before what does not."""
    if view is None:
        return None
    told = [source_link(one.statement.evidence, words).href for one in answer.values]
    places = {href: place for place, href in reversed([*enumerate(told)])}

    def place(row: ValueRow) -> tuple[bool, int]:
        return not row.in_force, min((places.get(link.href, len(told)) for link in row.links), default=len(told))

    return replace(view, rows=tuple(sorted(view.rows, key=place)))


def _yes_no(said: YesNo | None, words: Words) -> tuple[str, str] | None:
    return (said.value, words(f"console.yes_no.{said.value}")) if said else None


def _findings(registry: Registry, answer: Answer, words: Words) -> tuple[FindingRow, ...]:
    rows = []
    for name in answer.findings[:_FINDINGS]:
        judged, service = registry.findings.item(name)
        rows.append(finding_row(judged, service, words))
    return tuple(rows)


def _todo(state: AnswerState, findings: Sequence[FindingRow], words: Words) -> str | None:
    """Where a rule decides every contradiction one value can be named, with a warning."""
    decided = (
        state is AnswerState.CONFLICT and findings and all(any(v.prevails for v in row.values) for row in findings)
    )
    key = f"console.todo.{'decided' if decided else state.value}"
    return words(key) if key in words else None


def _services(registry: Registry, answer: Answer, call: Call, words: Words) -> tuple[Way, ...]:
    """The service of the answer among the others that may be meant; what was picked stays in the row it came from."""
    others = [answer.service, *answer.alternatives] if answer.service else [*answer.alternatives]
    known = known_services(registry, call.among) if call.service else ()
    row = [one for one in known or others if one][:MOST_AMONG]
    if answer.service and all(one.id != answer.service.id for one in row):
        row = [answer.service, *row][:MOST_AMONG]
    among = [one.id for one in row]
    return tuple(
        Way(
            shown=service_names(one, words.language)[0],
            href=call.picking(one.id, among=among),
            now=answer.service is not None and one.id == answer.service.id,
        )
        for one in row
    )


def _message(answer: Answer, card: Card | None, trust: Sequence[TrustBadge], words: Words, base_address: str) -> str:
    """Answer, sources and address; None of it needs a page to be read."""
    lines = [answer.answer.strip()]
    lines += [words("console.message_source", source=badge.plain) for badge in trust]
    if card:
        lines.append(words("console.message_link", address=f"{base_address}/services/{card.service.id}"))
    return "\n".join(line for line in lines if line)
