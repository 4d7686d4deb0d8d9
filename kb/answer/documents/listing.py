"""The documents of an answer in words: a numbered list within the limit, with what it is for and what is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.answer.asking import Asking
from kb.answer.calculators.checklist import Checklist, ChecklistItem, Need, Reason
from kb.answer.calculators.documents import document_checklist
from kb.answer.documents.condition_fit import read_told
from kb.answer.documents.item_names import item_name
from kb.answer.documents.texts import choose_text, listed_documents, text_name
from kb.answer.documents.wanted import read_wanted
from kb.answer.values.composition import LIMIT
from kb.answer.values.source_words import describe_source
from kb.answer.values.value_words import clip_text
from kb.answer.wording import say
from kb.model import Card, Language, Statement
from kb.norms import label

# Lengths of names, tried until the list fits: the items of the real acts are told in 70 characters, six of them fit.
LENGTHS = (90, 70, 55, 45, 35, 28)
NAME, CASE, CONDITION = 110, 70, 40  # characters of the service's name, the case and a condition
ALOUD, BREATH = 5, 240  # items that are read aloud, and the letters of all of them: half a minute


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentList:
    """The words of an answer about documents, the statements that they tell in order, and the checklist behind them."""

    text: str
    aloud: str
    statements: tuple[Statement, ...]
    checklist: Checklist


def list_documents(asking: Asking, statements: Sequence[Statement], card: Card) -> DocumentList | None:
    """The list of documents for a question, from what the rules say on its day; None where they list none."""
    chosen = choose_text(
        listed_documents(statements), told=read_told(asking.text), language=asking.language, names=card.names
    )
    if not chosen:
        return None
    name = text_name(chosen, card, asking.language)
    checklist = document_checklist(chosen, read_wanted(asking.text, name=name))
    told = [item for item in checklist.items if item.listed]
    if not told:
        return _nothing_to_bring(checklist, name, asking.language)
    text = _text(told, checklist, name, asking.language)
    return DocumentList(
        text=text,
        aloud=_aloud(told, asking.language),
        statements=tuple(item.statement for item in told),
        checklist=checklist,
    )


def _aloud(told: Sequence[ChecklistItem], language: Language) -> str:
    """How many there are and the first of them in one sentence, how many are left in another."""
    names: list[str] = []
    for item in told[:ALOUD]:
        name = item_name(item.statement, LENGTHS[1]).strip("…")
        if names and sum(map(len, names)) + len(name) > BREATH:
            break
        names.append(name)
    first = say("documents_aloud", language, count=str(len(told)), items="; ".join(names))
    rest = len(told) - len(names)
    return f"{first} {say('documents_aloud_more', language, count=str(rest))}" if rest else first


def _nothing_to_bring(checklist: Checklist, name: str, language: Language) -> DocumentList | None:
    """What is told where the state gets everything by itself; None where it gets nothing."""
    obtained = tuple(item.statement for item in checklist.items if item.reason is Reason.STATE)
    if not obtained:
        return None
    service = clip_text(name, NAME)
    source = say("source_note", language, source=describe_source(obtained[0], language))
    text = say("documents_by_state", language, service=service, count=str(len(obtained)))
    return DocumentList(
        text=f"{text} {source}",
        aloud=say("documents_by_state_aloud", language, count=str(len(obtained))),
        statements=obtained,
        checklist=checklist,
    )


def _text(told: Sequence[ChecklistItem], checklist: Checklist, name: str, language: Language) -> str:
    text = ""
    for length in LENGTHS:
        text = _compose(told, checklist, name, language, length=length, most=len(told))
        if len(text) <= LIMIT:
            return text
    for most in range(len(told) - 1, 0, -1):
        text = _compose(told, checklist, name, language, length=LENGTHS[-1], most=most)
        if len(text) <= LIMIT:
            break
    return clip_text(text, LIMIT)


def _compose(
    told: Sequence[ChecklistItem], checklist: Checklist, name: str, language: Language, *, length: int, most: int
) -> str:
    items = [f"{number}) {_item(item, language, length)}" for number, item in enumerate(told[:most], start=1)]
    if most < len(told):
        items.append(say("documents_more", language, count=str(len(told) - most)))
    lead = say(
        "documents_lead",
        language,
        service=clip_text(name, NAME),
        scope=_scope(checklist, language),
        items="; ".join(items),
    )
    source = say("source_note", language, source=describe_source(told[0].statement, language))
    return " ".join([lead, *_open(checklist, language), source, *_foreign(told, language)])


def _item(item: ChecklistItem, language: Language, length: int) -> str:
    words = item_name(item.statement, length)
    if item.reason is Reason.RECIPIENT and item.condition:
        return say("scoped", language, value=words, scope=label("recipient", item.condition, language))
    if item.need is Need.IF and item.condition:
        return say("documents_if", language, value=words, condition=clip_text(item.condition, min(length, CONDITION)))
    return words


def _scope(checklist: Checklist, language: Language) -> str:
    channels = " / ".join(label("channel", code, language) for code in sorted(checklist.channels))
    case = checklist.case.chosen
    told = [channels] if channels else []
    if case and len(checklist.case.cases) > 1:
        told.append(say("quote", language, text=clip_text(case, CASE)))
    return f" ({', '.join(told)})" if told else ""


def _open(checklist: Checklist, language: Language) -> list[str]:
    notes = []
    special = sum(item.need is Need.IF and not item.listed for item in checklist.items)
    if special:
        notes.append(say("documents_special", language, count=str(special)))
    if any(one.asks is Reason.CHANNEL for one in checklist.questions):
        others = " / ".join(label("channel", code, language) for code in sorted(checklist.others))
        notes.append(say("documents_other_channel", language, channel=others))
    if any(one.asks is Reason.CASE for one in checklist.questions):
        notes.append(say("documents_other_case", language, count=str(len(checklist.case.cases) - 1)))
    if any(one.asks is Reason.ONE_OF for one in checklist.questions):
        notes.append(say("documents_one_of", language))
    return notes


def _foreign(told: Sequence[ChecklistItem], language: Language) -> list[str]:
    other = told[0].statement.evidence.language
    return [] if other is language else [say("documents_foreign", language, tongue=label("language", other, language))]
