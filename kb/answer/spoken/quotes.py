"""Words with quotes in another language as they are read aloud."""

import re

from kb.answer.spoken.text import speak
from kb.model import Language

_QUOTED_WORDS = re.compile(r"«([^«»]*)»")
# Marks at the edge of words between two quotes, which would be lost with the edge.
_BEFORE = {"(": ",", ",": ",", ";": ";"}
_BEHIND = {"—": " –", ":": ":"}


def speak_quoting(text: str, *, language: Language, of_quotes: Language) -> str:
    """The text as it is said: what stands in «» by the numbers of the language that it is quoted in."""
    text = text.replace("…", "")
    if language is of_quotes:
        return speak(text, language)
    spoken = ""
    for place, part in enumerate(_QUOTED_WORDS.split(text)):
        words, bare = speak(part, of_quotes if place % 2 else language), part.strip()
        before = _BEFORE.get(bare[:1], "") if spoken else ""
        spoken += f"{before} {words}".rstrip() + _BEHIND.get(bare[-1:], "")
    return spoken.strip(" ,;:–")
