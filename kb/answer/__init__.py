"""See docs/rooms.md."""

from kb.answer.answering import answer_question
from kb.answer.errors import AnswerError
from kb.answer.question import Found, Question

__all__ = ["AnswerError", "Found", "Question", "answer_question"]
