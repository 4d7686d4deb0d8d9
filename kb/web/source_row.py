"""One source in the list of sources."""

from dataclasses import dataclass

from kb.model import Language
from kb.norms import label
from kb.pipeline import SourceState
from kb.web.words import Words


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


def source_row(state: SourceState, words: Words) -> SourceRow:
    """The row of a source; `newest` is None where nothing was taken."""
    source = state.source
    return SourceRow(
        id=source.id,
        publisher=source.publisher_ru if words.language is Language.RU else source.publisher_kk,
        kind=label("source_kind", source.kind.value, words.language),
        documents=words.number(state.documents),
        statements=words.number(state.statements),
        newest=words.day(state.newest.date()) if state.newest else None,
        sample=state.samples > 0,
    )
