"""What is answered where no service is meant, or more than one."""

from dataclasses import replace

from kb.answer.question import Question
from kb.answer.reply import Reply
from kb.answer.service.choice import MOST_CHOICES
from kb.answer.service.clarification import ask_back, clip_label
from kb.answer.spoken import speak
from kb.answer.subject import Subject
from kb.answer.wording import say
from kb.model import AnswerChoice, AnswerState, Language


def reply_without_card(question: Question, subject: Subject) -> Reply:
    """The reply of a halted question, a question back with its choices, or that no service fits."""
    asking, choice = subject.asking, subject.choice
    if halt := asking.halt:
        choices = tuple(AnswerChoice(label=clip_label(one), q=one) for one in halt.single[:MOST_CHOICES])
        text = say(halt.phrase, asking.language, **dict(halt.parts))
        return replace(_plain(halt.state, text, asking.language), choices=choices)
    if choice.state is AnswerState.CLARIFY:
        asked = ask_back(question.text, choice.rivals, asking.language)
        aloud = speak(asked.aloud, asking.language)
        return Reply(state=AnswerState.CLARIFY, text=asked.text, aloud=aloud, choices=asked.choices)
    return _plain(AnswerState.NO_SERVICE, say("no_service", asking.language), asking.language)


def _plain(state: AnswerState, text: str, language: Language) -> Reply:
    return Reply(state=state, text=text, aloud=speak(text, language))
