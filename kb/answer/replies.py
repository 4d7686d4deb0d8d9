"""What is answered once the service is known: its values, its survey figures, a quote, or what is missing."""

from collections.abc import Sequence

from kb.answer.asking import Asking
from kb.answer.clauses.best_clause import Fit
from kb.answer.clauses.missing_reply import reply_missing
from kb.answer.clauses.quote_words import describe_quote, speak_quote
from kb.answer.clauses.quoting import find_nearest, find_quote, find_step, step_terms
from kb.answer.clauses.step_clause import lead_with
from kb.answer.documents.reply import reply_documents
from kb.answer.reading.other_terms import other_term
from kb.answer.reply import Reply
from kb.answer.sheet import Sheet
from kb.answer.spoken import speak
from kb.answer.values.composition import LIMIT, service_name
from kb.answer.values.sections import find_sections
from kb.answer.values.spoken_sentences import as_sentence
from kb.answer.values.survey_reply import reply_survey
from kb.answer.values.value_reply import reply_with_values
from kb.answer.values.value_words import Wish, clip_text
from kb.answer.wording import say
from kb.model import AnswerState, Finding, Intent


def reply_from_card(asking: Asking, sheet: Sheet, *, findings: Sequence[Finding]) -> Reply:
    """The reply of a card to a question: values where it has them, else the best clause, else what it lacks.

    `findings` are the contradictions of the service.
    """
    if asking.intents[0] is Intent.STATUS:
        text = say("no_status", asking.language)
        return Reply(state=AnswerState.NOT_STATED, text=text, aloud=as_sentence(speak(text, asking.language)))
    if asking.intents == (Intent.DOCUMENTS,) and (reply := reply_documents(asking, sheet)):
        return reply
    sections = () if other_term(asking.reading.words) else find_sections(asking, sheet)
    quote = find_quote(asking, sheet, sections)
    if quote is None and (step := find_step(asking, sheet, sections)):
        leading = lead_with(sections, step.evidence, step_terms(sheet))
        sections, quote = (leading, None) if leading else (sections, step)
    if asking.intents[0] is Intent.QUALITY:
        sections = ()
        if quote is None and (reply := reply_survey(asking, sheet.card)):
            return reply
    if sections:
        return reply_with_values(asking, sheet, sections, findings=findings, quote=quote)
    if quote:
        return reply_quoting(asking, sheet, quote)
    return reply_missing(asking, sheet, nearest=find_nearest(asking, sheet))


def reply_quoting(asking: Asking, sheet: Sheet, fit: Fit) -> Reply:
    """The best clause, said to be a quote."""
    wish = Wish(day=asking.day, language=asking.language, clip=LIMIT)
    name = service_name(sheet.card.service, asking.language)
    text = say("quoted_of", asking.language, service=name, text=describe_quote(fit, wish))
    return Reply(
        state=AnswerState.ANSWERED,
        text=clip_text(text, LIMIT),
        aloud=speak_quote(fit, wish),
        citations=tuple(filter(None, (fit.evidence, fit.second))),
        quoted=True,
    )
