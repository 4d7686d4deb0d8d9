"""A quoted clause in words, written and spoken."""

from dataclasses import replace

from kb.answer.clauses.best_clause import LONGEST, Fit
from kb.answer.reading.claims import read_terms
from kb.answer.spoken import speak
from kb.answer.values.spoken_sentences import as_sentence
from kb.answer.values.value_words import Wish, clip_text, quote
from kb.answer.wording import say
from kb.model import Bound
from kb.norms import show_deadline

BESIDE = 120  # characters of the quote next to it
ALOUD = 220  # characters of a quote that a caller can follow
TERMS = 3  # times of a quote that are told again


def describe_quote(fit: Fit, wish: Wish) -> str:
    """That the answer is a quote of the nearest clause, in which language, and the quote."""
    words = quote(_clean(fit.evidence.quote).rstrip(".;,"), Wish(day=wish.day, language=wish.language, clip=LONGEST))
    text = say(fit.phrase, wish.language, quote=words)
    if fit.second:
        beside = quote(_clean(fit.second.quote).rstrip(".;,"), Wish(day=wish.day, language=wish.language, clip=BESIDE))
        text = f"{text} {say('quoted_beside', wish.language, quote=beside)}"
    if fit.evidence.language is wish.language:
        return text
    if terms := _terms(fit, wish):
        text = f"{text} {say('quoted_terms', wish.language, terms=terms)}"
    return f"{text} {say(f'foreign_quote_{fit.evidence.language.value}', wish.language)}"


def speak_quote(fit: Fit, wish: Wish) -> str:
    """The same in one or two sentences to be read aloud."""
    words = speak(clip_text(_clean(fit.evidence.quote), ALOUD).rstrip("…"), fit.evidence.language)
    return as_sentence(f"{speak(say(fit.phrase, wish.language, quote=''), wish.language)}: {words}")


def _terms(fit: Fit, wish: Wish) -> str:
    """The first times that a quote names, in the language of the reader, who may not read that of the quote."""
    plain = (replace(one, bound=Bound.EXACT) for one in read_terms(fit.evidence.quote))
    told = dict.fromkeys(filter(None, (show_deadline(one, wish.language) for one in plain)))
    return "; ".join(list(told)[:TERMS])


def _clean(text: str) -> str:
    """Without the marks of emphasis that report texts carry."""
    return " ".join(text.replace("*", "").split())
