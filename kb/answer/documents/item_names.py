"""Documents of a list by short names."""

import html
import re

from kb.answer.documents.wording import pattern, plain
from kb.model import Language, RequiredDocument, Statement

FEWEST = 4  # letters that a name keeps
WORDS_END = " ,;:.-–—«"
ASIDE = re.compile(r"[ ]?\([^()]{0,600}\)|[ ]?\([^()]{0,600}$")
SENTENCE = re.compile(r"\.[ ]")


def item_name(statement: Statement, length: int) -> str:
    """The head words of an item as printed, at most `length` characters: without its condition, the form it refers to
    and what explains it. Kazakh names end with their head, and are cut at their beginning."""
    if not isinstance(statement.value, RequiredDocument):
        return ""
    language = statement.evidence.language
    first = SENTENCE.split(html.unescape(" ".join(statement.value.text.split())), maxsplit=1)[0]
    text = ASIDE.sub("", first).strip(WORDS_END) or first
    folded = plain(text)
    if len(folded) != len(text):  # a sign that folding drops: places would not meet
        return _clip(text, length, language)
    start, end = _head(folded, language)
    return _clip(text[start:end], length, language)


def _head(folded: str, language: Language) -> tuple[int, int]:
    start = 0
    while (cut := pattern("before_head").match(folded[start:])) and len(folded) - start - cut.end() >= FEWEST:
        start += cut.end()
    ends = pattern("head_end", language.value if language is Language.KK else Language.RU.value)
    end = next((found.start() for found in ends.finditer(folded, start + FEWEST)), len(folded))
    return start, end


def _clip(text: str, length: int, language: Language) -> str:
    text = text.strip(WORDS_END)
    if "(" not in text:  # what opened the bracket was cut away
        text = text.replace(")", "").rstrip(WORDS_END)
    if len(text) <= length:
        return text
    if language is Language.KK:
        return "…" + text[1 - length :].partition(" ")[2]
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(WORDS_END) + "…"
