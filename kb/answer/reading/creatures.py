"""Animals, robots and planets in a question: a service for people is not meant for them."""

from kb.answer.cue_groups import cue_groups
from kb.text.words import Words, read_words

_TABLE = "creatures"


def creature_places(words: Words) -> frozenset[int]:
    """Places of the words that name a creature or a thing that is given no papers."""
    return cue_groups(_TABLE).places(words).get("beings", frozenset())


def speaks_of_living(name: str) -> bool:
    """Whether the name of a service is about animals, fields or hunting, which may hold any creature."""
    return "living" in cue_groups(_TABLE).found(read_words(name))
