"""Services whose names and texts are made of real sentences, and the words that a base of them knows."""

import random
from collections import Counter
from collections.abc import Sequence

from bench.real_text import Sentence
from indexes.vocabulary import read_vocabulary
from kb.model import Attribute, Evidence, Language, Service, SourceKind, Statement, Text
from kb.search import BodyText, IndexDocument, count_words, question_words, service_document, word_documents

SERVICES = 1300  # as many as the country has
NAME_WORDS = 9
QUOTES = 12  # statements of a service
TOLD = 20  # further sentences of the texts that describe it


def made_services(sentences: Sequence[Sentence], *, seed: int) -> list[IndexDocument]:
    """The documents of the services."""
    dice = random.Random(seed)  # noqa: S311  the same choice on every run
    by_language = {
        language: [one for one in sentences if one.language is language] for language in (Language.KK, Language.RU)
    }
    return [_service(number, by_language, dice) for number in range(SERVICES)]


def made_words(sentences: Sequence[Sentence]) -> list[IndexDocument]:
    """The documents of the words: of all sentences, the vocabulary and questions."""
    counts: Counter[str] = Counter()
    count_words((one.text for one in sentences), counts)
    count_words((phrase for term in read_vocabulary() for phrase in (*term.official, *term.said)), counts)
    count_words(question_words(), counts)
    return list(word_documents(counts))


def _service(number: int, by_language: dict[Language, list[Sentence]], dice: random.Random) -> IndexDocument:
    both = [*by_language[Language.KK], *by_language[Language.RU]]
    key = f"s{number}"
    service = Service(
        id=key,
        ids=(key,),
        name_kk=" ".join(dice.choice(by_language[Language.KK]).text.split()[:NAME_WORDS]),
        name_ru=" ".join(dice.choice(by_language[Language.RU]).text.split()[:NAME_WORDS]),
        owner=None,
        codes={},
        channels=(),
        paid=None,
        forms=(),
        recipients=(),
        sources=(),
    )
    told = [BodyText(one.text, one.language) for one in dice.choices(both, k=TOLD)]
    return service_document(service, [_statement(key, one) for one in dice.choices(both, k=QUOTES)], told=told)


def _statement(service: str, sentence: Sentence) -> Statement:
    evidence = Evidence(
        document="made.md",
        snapshot=f"sha256:{0:064x}",
        act=None,
        edition=None,
        language=sentence.language,
        clause=None,
        start=0,
        end=len(sentence.text),
        line=1,
        quote=sentence.text,
    )
    return Statement(
        service=service,
        attribute=Attribute.RESULT,
        value=Text(text=sentence.text),
        source_kind=SourceKind.ACT,
        evidence=evidence,
    )
