"""Which changed values of a service are told to a reader of one language."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from textwrap import shorten

from kb.model import Attribute, Language, Statement, Text
from kb.pipeline.act_editions import bare_words
from kb.pipeline.card_difference import CardChange, CardChangeKind
from kb.pipeline.spoken_language import text_language

LONGEST_VALUE = 160  # characters


def told_changes(
    changes: Sequence[CardChange], language: Language, *, shown: Callable[[Statement], str]
) -> tuple[CardChange, ...]:
    """The changes of a service as the texts in the reader's language tell them, without those whose `shown` words
    differ in nothing but marks, case or place.

    Where these texts leave a changed attribute out, its numbers and codes in another language are told; free words of
    another language only where nothing in the reader's changed.
    """
    own = text_language(language)
    spoken = {one.attribute for one in changes if _in(own, one)}
    kept = [_in(own, one) or one for one in changes if _in(own, one) or _heard(one, spoken)]

    def words_of(told: Sequence[Statement]) -> str | None:
        return bare_words(shown(told[0])) if told else None

    return tuple(_without_moved([one for one in kept if words_of(one.before) != words_of(one.after)], words_of))


def short_value(text: str) -> str:
    """A value on one line, cut behind a word where it is long."""
    return shorten(text, LONGEST_VALUE, placeholder="…")


def _in(language: Language, change: CardChange) -> CardChange | None:
    """What the texts of a language tell of a change, None where they are silent."""
    before, after = (
        tuple(one for one in side if one.evidence.language is language) for side in (change.before, change.after)
    )
    if not before and not after:
        return None
    kind = change.kind if before and after else CardChangeKind.REMOVED if before else CardChangeKind.ADDED
    return replace(change, kind=kind, before=before, after=after)


def _heard(change: CardChange, spoken: set[Attribute]) -> bool:
    """Whether a change that only texts in another language tell is told."""
    free = any(isinstance(one.value, Text) for one in (*change.before, *change.after))
    return not spoken or (change.attribute not in spoken and not free)


def _without_moved(
    changes: Sequence[CardChange], words_of: Callable[[Sequence[Statement]], str | None]
) -> list[CardChange]:
    """Without what goes at one place and comes in the same words at another."""

    def key(change: CardChange) -> tuple[Attribute, str | None]:
        return change.attribute, words_of(change.before or change.after)

    gone, come = (
        Counter(key(one) for one in changes if one.kind is kind)
        for kind in (CardChangeKind.REMOVED, CardChangeKind.ADDED)
    )
    moved = {CardChangeKind.REMOVED: gone & come, CardChangeKind.ADDED: gone & come}
    kept = []
    for one in changes:
        if one.kind in moved and moved[one.kind][key(one)] > 0:
            moved[one.kind][key(one)] -= 1
        else:
            kept.append(one)
    return kept
