"""Search results and the answer as their page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.model import Answer, AnswerState, Language, Service, Statement
from kb.pipeline.value_key import value_key
from kb.resolve import Ruling, case_of
from kb.search import ClauseHit, SearchResult, ServiceHit, Snippet, without_markup
from kb.text import identify_language
from kb.web.source_link import SourceLink, source_link
from kb.web.value_row import ValueRow, value_rows
from kb.web.value_words import Shown, quoted
from kb.web.words import Words

# With a smaller share of the best score a service is less likely meant: of 269 judged queries two were.
UNLIKELY = 0.2
BEST_BET = "best_bet"
NAMED = frozenset((BEST_BET, "id", "act"))
ANSWERING = (AnswerState.ANSWERED, AnswerState.CONFLICT, AnswerState.NOT_STATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of letters of a snippet, highlighted or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SnippetView:
    """Quoted words with their highlights and the way to the source."""

    pieces: tuple[Piece, ...]
    link: SourceLink


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceView:
    """A found service; `picked` by people for these words, `unlikely` far behind the best one."""

    id: str
    name: Shown
    second_name: Shown | None
    owner: Shown | None
    sample: bool
    snippets: tuple[SnippetView, ...]
    picked: bool = False
    unlikely: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseView:
    """A found clause."""

    label: str
    sample: bool
    snippet: SnippetView


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """The answer box."""

    state: str
    text: str
    read_aloud: str | None
    language: Language
    service: ServiceView | None
    rows: tuple[ValueRow, ...]
    citations: tuple[SourceLink, ...]
    as_of: str


def service_names(service: Service, language: Language) -> tuple[Shown, Shown | None]:
    """The name in the page's language first (English pages: Kazakh), the other one beside it."""
    names = {Language.KK: service.name_kk, Language.RU: service.name_ru}
    order = (Language.RU, Language.KK) if language is Language.RU else (Language.KK, Language.RU)
    shown = [Shown(text=text, language=own if own is not language else None) for own in order if (text := names[own])]
    if not shown:
        return Shown(text=service.id), None
    return shown[0], shown[1] if len(shown) > 1 else None


def service_view(service: Service, words: Words, *, snippets: Sequence[Snippet] = ()) -> ServiceView:
    """A service as it stands in a list."""
    name, second = service_names(service, words.language)
    return ServiceView(
        id=service.id,
        name=name,
        second_name=second,
        owner=_owner(service, words),
        sample=service.sample,
        snippets=tuple(snippet_view(snippet, words) for snippet in snippets),
    )


def _owner(service: Service, words: Words) -> Shown | None:
    if not service.owner:
        return None
    return quoted(service.owner, words, language=identify_language(service.owner))


def service_views(hits: Sequence[ServiceHit], words: Words) -> tuple[ServiceView, ...]:
    """Found services in their order."""
    # What people picked or what was named exactly stands above all scores and tells nothing of the others.
    best = max((hit.score for hit in hits if NAMED.isdisjoint(hit.why)), default=0.0)
    return tuple(
        replace(
            service_view(hit.service, words, snippets=hit.snippets),
            picked=BEST_BET in hit.why,
            unlikely=hit.score < UNLIKELY * best,
        )
        for hit in hits
    )


def clause_views(hits: Sequence[ClauseHit], words: Words) -> tuple[ClauseView, ...]:
    """Found clauses in their order."""
    return tuple(
        ClauseView(label=_heading(hit), sample=hit.sample, snippet=snippet_view(hit.snippet, words)) for hit in hits
    )


def _heading(hit: ClauseHit) -> str:
    """The clause's heading; empty where the quoted words begin with it anyway."""
    if hit.snippet.text.lstrip().startswith(hit.label):
        return ""
    return without_markup(hit.label, document=hit.snippet.evidence.document).text


def snippet_view(snippet: Snippet, words: Words) -> SnippetView:
    """The snippet without markup, cut at its highlights."""
    shown = without_markup(snippet.text, snippet.highlights, document=snippet.evidence.document)
    pieces: list[Piece] = []
    place = 0
    for start, end in shown.highlights:
        pieces.append(Piece(text=shown.text[place:start], marked=False))
        pieces.append(Piece(text=shown.text[start:end], marked=True))
        place = end
    pieces.append(Piece(text=shown.text[place:], marked=False))
    return SnippetView(pieces=tuple(piece for piece in pieces if piece.text), link=source_link(snippet.evidence, words))


def answer_view(
    answer: Answer, words: Words, *, stated: Sequence[Statement] = (), rulings: Sequence[Ruling] | None = None
) -> AnswerView | None:
    """The answer box; None for states in which the list of services says more.

    `stated` are the statements of the answer's service: those that say what the answer says, where it
    cites them, stand as further sources of its values. `rulings` are those of all of them on the day of the answer.
    """
    if answer.state not in ANSWERING:
        return None
    told = supported_statements(answer, stated)
    known = {one.id for one in told}
    ruled = None if rulings is None else [one for one in rulings if one.statement.id in known]
    rows = value_rows(told, words, day=answer.as_of, rulings=ruled)
    shown = {link.href for row in rows for link in row.links}
    citations = (source_link(evidence, words) for evidence in answer.citations)
    return AnswerView(
        state=answer.state.value,
        text=answer.answer,
        read_aloud=answer.read_aloud if answer.read_aloud.strip() != answer.answer.strip() else None,
        language=answer.lang,
        service=service_view(answer.service, words) if answer.service else None,
        rows=rows,
        citations=tuple(link for link in citations if link.href not in shown),
        as_of=words("answer.as_of", day=words.day(answer.as_of)),
    )


def supported_statements(answer: Answer, stated: Sequence[Statement]) -> list[Statement]:
    """The statements of an answer's values, then those of `stated` that say the same where the answer cites them."""
    told = [value.statement for value in answer.values]
    said = {(one.attribute, value_key(one), case_of(one)) for one in told}
    cited = {(one.snapshot, one.start, one.end) for one in answer.citations}
    held = {one.id for one in told}
    return told + [
        one
        for one in stated
        if one.id not in held
        and (one.evidence.snapshot, one.evidence.start, one.evidence.end) in cited
        and (one.attribute, value_key(one), case_of(one)) in said
    ]


def shows_samples(result: SearchResult) -> bool:
    """Whether anything found was written for this project."""
    return any(hit.service.sample for hit in result.services) or any(hit.sample for hit in result.clauses)
