"""One source in the list of sources, with its freshness, its alarms and its bodies."""

from dataclasses import dataclass

from kb.model import Issue, Language
from kb.norms import label
from kb.pipeline import SourceState
from kb.web.words import Words

SHOWN_ALARMS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRow:
    """What needs a look, and what is to be done about it; `message` is the English line of the program."""

    title: str
    advice: str
    address: str
    href: str | None
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRow:
    """A state body as printed and its documents."""

    name: str
    documents: str
    newest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source in words."""

    id: str
    publisher: str
    kind: str
    documents: str
    statements: str
    newest: str | None
    sample: bool
    state: str
    troubled: bool
    last_run: str | None
    next_due: str | None
    stale: bool
    alarms: tuple[AlarmRow, ...]
    more_alarms: int
    bodies: tuple[BodyRow, ...]


def source_row(state: SourceState, words: Words) -> SourceRow:
    """The row of a source; `newest` is None where nothing was taken."""
    source, fresh = state.source, state.freshness
    alarms = fresh.run.alarms if fresh.run else ()
    return SourceRow(
        id=source.id,
        publisher=source.publisher_ru if words.language is Language.RU else source.publisher_kk,
        kind=label("source_kind", source.kind.value, words.language),
        documents=words.number(state.documents),
        statements=words.number(state.statements),
        newest=words.day(state.newest.date()) if state.newest else None,
        sample=state.samples > 0,
        state=words(f"sources.run.{fresh.state if state.collected else 'local'}"),
        troubled=fresh.stale or bool(alarms) or fresh.state == "broken",
        last_run=words.day((fresh.run.finished_at or fresh.run.started_at).date()) if fresh.run else None,
        next_due=words.day(fresh.next_due) if fresh.next_due else None,
        stale=fresh.stale,
        alarms=tuple(_alarm(one, words) for one in alarms[:SHOWN_ALARMS]),
        more_alarms=max(0, len(alarms) - SHOWN_ALARMS),
        bodies=tuple(
            BodyRow(name=one.name, documents=words.number(one.documents), newest=words.day(one.newest.date()))
            for one in state.bodies
        ),
    )


def _alarm(issue: Issue, words: Words) -> AlarmRow:
    key = issue.code if f"alarms.{issue.code}" in words else "other"
    return AlarmRow(
        title=words(f"alarms.{key}.title"),
        advice=words(f"alarms.{key}.advice"),
        address=issue.document,
        href=issue.document if issue.document.startswith(("https://", "http://")) else None,
        message=issue.message,
    )
