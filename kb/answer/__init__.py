"""See docs/rooms.md."""

from kb.answer.answering import answer_question
from kb.answer.errors import AnswerError
from kb.answer.question import Asked, Found, Question

__all__ = ["AnswerError", "Asked", "Found", "Question", "answer_question"]
