"""The reply with values of the card: what holds first, then what must be known about it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from kb.answer.asking import Asking
from kb.answer.clauses.best_clause import Fit
from kb.answer.clauses.quote_words import describe_quote, speak_quote
from kb.answer.concepts import read_concepts
from kb.answer.cue_groups import cue_groups
from kb.answer.days.due_terms import find_due_terms
from kb.answer.days.due_words import describe_due_terms
from kb.answer.reply import Reply, each_place_once
from kb.answer.sheet import Sheet
from kb.answer.values.asides import aside_notes, aside_values, ruled_items
from kb.answer.values.composition import LIMIT, Remarks, Section, compose
from kb.answer.values.conflict_words import cite_conflict, describe_conflict
from kb.answer.values.conflicts import Conflict, find_conflict
from kb.answer.values.copies import describe_copies, read_copies
from kb.answer.values.judgement import Judgement, judge_claim
from kb.answer.values.value_words import Wish
from kb.answer.wording import say
from kb.model import (
    AnswerState,
    Attribute,
    Channel,
    Deadline,
    Evidence,
    Fee,
    FeeKind,
    Finding,
    Intent,
    Language,
    Statement,
)
from kb.norms import label


def reply_with_values(
    asking: Asking, sheet: Sheet, sections: Sequence[Section], *, findings: Sequence[Finding], quote: Fit | None
) -> Reply:
    """The reply of the sections; `quote` stands before the values where the question asks for more than they say."""
    wish = Wish(day=asking.day, language=asking.language, clip=LIMIT)
    judgement = judge_claim(asking.claim, sections, day=asking.day) if asking.claim and not quote else None
    if judgement:
        sections = [_behind_first(section, judgement) for section in sections]
    conflict = find_conflict(asking, sections, sheet, findings)
    if quote:
        sections = sections[:1]
    days = describe_due_terms(find_due_terms(asking, sections, sheet), asking.filing, asking.language)
    copies = describe_copies(
        read_copies(asking.text), sections, day=asking.day, language=asking.language, among=sheet.told
    )
    composition = compose(
        sections,
        service=sheet.card.service,
        statements=sheet.told,
        wish=wish,
        remarks=Remarks(
            opening=describe_quote(quote, wish) if quote and not quote.weak else "",
            word=say(f"word_{judgement.word.value}", asking.language) if judgement else "",
            warnings=tuple(_warnings(conflict, quote, (days.text, "" if conflict else days.counting, copies), wish)),
            notes=_unnamed_channel(asking, sheet.told),
            # A conflict is what a caller must know first: the rules of counting stand where it leaves them room.
            extras=(*filter(None, [days.counting if conflict else ""]), *aside_notes(sections, sheet, wish)),
            alarm=_alarm(conflict, (days.text, copies), asking.language),
        ),
    )
    return Reply(
        state=_state(asking, [item.value.statement for item in composition.items], conflict, quote),
        text=composition.text,
        aloud=speak_quote(quote, wish) if quote and not quote.weak else composition.aloud,
        values=(*ruled_items(composition.items, sheet, wish), *aside_values(sections, sheet, wish)),
        citations=each_place_once((*_citations(asking, sections, conflict, quote), *days.cited)),
        yes_no=judgement.word if judgement else None,
        findings=tuple(finding.id for finding in conflict.findings) if conflict else (),
        due=days.due,
        quoted=quote is not None,
    )


def _warnings(conflict: Conflict | None, quote: Fit | None, computed: Sequence[str], wish: Wish) -> Iterator[str]:
    yield from filter(None, computed)
    if conflict:
        yield describe_conflict(conflict, wish.language)
    if quote and quote.weak:
        yield describe_quote(quote, wish)


def _alarm(conflict: Conflict | None, computed: Sequence[str], language: Language) -> str:
    told = (*computed, say("conflict_aloud", language) if conflict else "")
    return " ".join(filter(None, told))


def _behind_first(section: Section, judgement: Judgement) -> Section:
    """The values that say the word stand first, in their order."""
    behind = [value for value in section.values if value in judgement.behind]
    return replace(section, values=(*behind, *(value for value in section.values if value not in behind)))


def _state(asking: Asking, shown: Sequence[Statement], conflict: Conflict | None, quote: Fit | None) -> AnswerState:
    if conflict:
        return AnswerState.CONFLICT
    if quote or any(_says_something(statement, asking) for statement in shown):
        return AnswerState.ANSWERED
    return AnswerState.NOT_STATED


def _says_something(statement: Statement, asking: Asking) -> bool:
    """Terms may lack their number; «paid» without an amount answers whether it is paid, not how much it is."""
    match statement.value:
        case Deadline(value=None):
            return False
        case Fee(kind=FeeKind.PAID_UNSPECIFIED):
            return asking.claim is not None or "free" in cue_groups("claims").found(asking.reading.words)
    return True


def _citations(
    asking: Asking, sections: Sequence[Section], conflict: Conflict | None, quote: Fit | None
) -> Iterator[Evidence]:
    """Quote and conflict first, then the speakers, with several intents in turns, so that the first ones have each;
    then who says the same, and what is told aside."""
    if quote and not quote.weak:
        yield quote.evidence
        if quote.second:
            yield quote.second
    if conflict:
        yield from cite_conflict(conflict)
    if quote and quote.weak:
        yield sections[0].values[0].statement.evidence
        yield quote.evidence
    speakers = [[value.statement.evidence for value in section.values] for section in sections]
    several = len(asking.intents) > 1
    ordered = chain.from_iterable(zip_longest(*speakers) if several else speakers)
    yield from (evidence for evidence in ordered if evidence is not None)
    yield from (other.evidence for section in sections for value in section.values for other in value.others)
    yield from (value.statement.evidence for section in sections for value in section.aside)


def _unnamed_channel(asking: Asking, told: Sequence[Statement]) -> tuple[str, ...]:
    """Says plainly when the asked channel is named nowhere; silence is not a refusal."""
    asked = read_concepts(asking.text).channels
    if Intent.CHANNEL not in asking.intents or not asked:
        return ()
    named = {one.value.code for one in told if one.attribute is Attribute.CHANNEL and isinstance(one.value, Channel)}
    if not named or asked & named:
        return ()
    names = " / ".join(label("channel", code, asking.language) for code in sorted(asked))
    return (say("channel_silent", asking.language, channel=names),)
