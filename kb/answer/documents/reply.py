"""The reply to a question for documents."""

from collections.abc import Sequence

from kb.answer.asking import Asking
from kb.answer.documents.listing import list_documents
from kb.answer.reply import Reply, each_place_once
from kb.answer.sheet import Sheet
from kb.answer.spoken import speak
from kb.answer.values.spoken_sentences import as_two_sentences
from kb.model import AnswerState, AnswerValue, Attribute, Statement


def without_other_lists(asking: Asking, sheet: Sheet, among: Sequence[Statement]) -> Sequence[Statement]:
    """The statements without the documents that the question's own checklist does not list; all of them where no rule
    lists any."""
    effective = [ruling.statement for ruling in sheet.rulings if ruling.effective]
    told = list_documents(asking, effective, sheet.card)
    if told is None:
        return among
    listed = {statement.id for statement in told.statements}
    return [one for one in among if one.attribute is not Attribute.DOCUMENT or one.id in listed]


def reply_documents(asking: Asking, sheet: Sheet) -> Reply | None:
    """The checklist of documents, from what the rules say on the day; None where they list none.

    Values and citations are those of the listed items, in reading order.
    """
    effective = [ruling.statement for ruling in sheet.rulings if ruling.effective]
    told = list_documents(asking, effective, sheet.card)
    if told is None:
        return None
    return Reply(
        state=AnswerState.ANSWERED,
        text=told.text,
        aloud=as_two_sentences(speak(told.aloud, asking.language)),
        values=tuple(AnswerValue(statement=statement) for statement in told.statements),
        citations=each_place_once(statement.evidence for statement in told.statements),
    )
