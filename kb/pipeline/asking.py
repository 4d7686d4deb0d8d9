"""A question to the consultant: candidates from the search, values from the cards."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from kb.answer import Found, Question, answer_question
from kb.answer.calculators.text_rules import TextRules
from kb.model import Answer, Language
from kb.pipeline.acts import acts_of_card
from kb.pipeline.dating import rule_card
from kb.pipeline.read_lately import Reading
from kb.search import Curated, IndexedWords, SearchBackend, SearchRequest, find_services, understand
from kb.search.concept import Understood
from kb.store import FindingFilter, Reader

CANDIDATES = 10


def ask_consultant(
    question: Question,
    base: Reader,
    backend: SearchBackend,
    *,
    curated: Curated,
    reading: Reading,
) -> Answer:
    """The answer to a question from one state of the base; a question without an id gets one that is the same for the
    same words on the same day.

    `reading` gives cards, texts and paragraphs of that state.
    Raises BadQuery for a text that no search takes, AnswerError for an empty one.
    """
    if question.text.strip():
        SearchRequest(text=question.text, as_of=question.as_of)
    question = replace(question, id=question.id or question_id(question.text, question.as_of))

    words_known = IndexedWords(backend)

    @cache
    def understood(words: str) -> Understood:
        return understand(words, words_known, terms=curated.terms)

    def find(words: str, in_language: Language) -> Sequence[Found]:
        request = SearchRequest(text=words, language=in_language, as_of=question.as_of, limit=CANDIDATES)
        hits = find_services(backend, request, curated=curated, understood=understood(words))
        return [Found(service=hit.service, score=hit.score) for hit in hits]

    def put_right(words: str) -> str:
        return understood(words).meant

    return answer_question(
        question,
        find=find,
        card=reading.card,
        rule=lambda card, day: rule_card(card, day, acts=acts_of_card(base, card)),
        findings=lambda service: tuple(base.findings(FindingFilter(services=(service,), past=False))),
        passages=reading.passages,
        texts=TextRules(reading.document),
        put_right=put_right,
        known=words_known.known,
    )


def question_id(text: str, day: date) -> str:
    """An id that the same words have on the same day."""
    return hashlib.sha256(f"{day.isoformat()} {' '.join(text.split())}".encode()).hexdigest()[:16]
