"""The one or two sentences that are read to a caller."""

from collections.abc import Sequence

from kb.answer.spoken import speak
from kb.answer.values.value_words import Item
from kb.answer.wording import say
from kb.model import Attribute, Language
from kb.norms import label

ALOUD = 3  # values: a listener keeps no more
TOPICS = 2


def speak_sections(
    sections: Sequence[tuple[Attribute, Sequence[Item]]], *, word: str, second: str, language: Language
) -> str:
    """The values of the first sections in one sentence, the word for a yes/no question first, then `second`.

    Without figures, signs and brackets, see `speak`.
    """
    told: list[str] = []
    for attribute, items in sections[:TOPICS]:
        shown = items[: 1 if told else ALOUD]
        words = _each_once(shown)
        name = label("attribute", attribute, language)
        told.append(say("spoken_topic", language, label=name[:1].lower() + name[1:], items="; ".join(words)))
    first = "; ".join(told)
    first = say("spoken_word", language, word=word, text=first) if word else first[:1].upper() + first[1:]
    sentences = (as_sentence(first), as_sentence(speak(second, language)))
    return " ".join(sentence for sentence in sentences if sentence)


def _each_once(items: Sequence[Item]) -> Sequence[str]:
    """The words of the items, with their cases where several values are told apart; a value that one of them says
    without a case, or that only differs in where it stands, is said once."""
    plain = tuple(dict.fromkeys(item.aloud for item in items))
    if len(plain) == 1:
        return plain
    whole = {item.aloud for item in items if item.aloud_apart == item.aloud}
    return tuple(dict.fromkeys(item.aloud if item.aloud in whole else item.aloud_apart for item in items))


def as_sentence(spoken: str) -> str:
    """Spoken words with a full stop at their end and nowhere else: one sentence; empty where there are none."""
    words = spoken.replace("? ", ", ").replace("! ", ", ").replace(". ", ", ").rstrip(" .,:;!?–")
    return f"{words}." if words else ""


def as_two_sentences(spoken: str) -> str:
    """Spoken words of which the first sentence stands by itself and the rest is the second."""
    first, _, rest = spoken.partition(". ")
    return " ".join(sentence for sentence in (as_sentence(first), as_sentence(rest)) if sentence)
