"""The reply with the survey figures of a service."""

from kb.answer.asking import Asking
from kb.answer.reply import Reply, each_place_once
from kb.answer.spoken import speak
from kb.answer.values.composition import LIMIT, service_name
from kb.answer.values.source_words import describe_report
from kb.answer.values.spoken_sentences import as_sentence
from kb.answer.values.survey_words import describe_survey
from kb.answer.values.value_words import clip_text
from kb.answer.wording import say
from kb.model import AnswerState, Card


def reply_survey(asking: Asking, card: Card) -> Reply | None:
    """As many rows as have room, the whole service first; None where the card has no figures."""
    rows = describe_survey(card.survey, asking.language)
    if not rows:
        return None
    name, title = service_name(card.service, asking.language), say("survey_label", asking.language)
    report = describe_report((row.service for row, _ in rows), as_of=asking.day, language=asking.language)
    note = say("report_only", asking.language, report=report) if report else ""
    for count in range(len(rows), 0, -1):
        items = "; ".join(words for _, words in rows[:count])
        text = " ".join([say("lead", asking.language, service=name, label=title, items=items), note]).strip()
        if len(text) <= LIMIT:
            break
    sentences = (say("spoken_topic", asking.language, label=title, items=rows[0][1]), note)
    return Reply(
        state=AnswerState.ANSWERED,
        text=clip_text(text, LIMIT),
        aloud=" ".join(as_sentence(speak(one, asking.language)) for one in sentences if one),
        citations=each_place_once(row.evidence for row, _ in rows),
    )
