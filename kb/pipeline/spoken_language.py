"""Which texts are shown to a reader of one language."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from kb.model import Language, Statement, Text
from kb.pipeline.value_key import value_key

Told = TypeVar("Told")


def text_language(language: Language) -> Language:
    """The language of the texts that a reader is shown: no act is in English, whose readers get the Kazakh ones."""
    return Language.KK if language is Language.EN else language


def in_language(
    told: Sequence[Told], language: Language, statements: Callable[[Told], Sequence[Statement]]
) -> tuple[Told, ...]:
    """What is left without the repetitions in another language: of a speaker who speaks the reader's too, words are
    left out, and a number or code where an equal one stays, so that a difference between two texts never disappears.

    `statements` gives those behind one of `told`.
    """
    wanted = text_language(language)
    kept = [one for one in told if any(each.evidence.language is wanted for each in statements(one))]
    spoken = {(each.attribute, each.source_kind) for one in kept for each in statements(one)}
    values = {(each.attribute, value_key(each)) for one in kept for each in statements(one)}

    def repeats(one: Told) -> bool:
        mine = statements(one)
        return all(
            (each.attribute, each.source_kind) in spoken
            and (_free(each) or (each.attribute, value_key(each)) in values)
            for each in mine
        )

    return tuple(one for one in told if one in kept or not repeats(one))


def _free(statement: Statement) -> bool:
    return isinstance(statement.value, Text) and statement.value.code is None
