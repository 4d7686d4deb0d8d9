"""What changed on a card, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.norms import label
from kb.pipeline.card_difference import CardChange
from kb.web.told_value import ToldValue, told_value
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change: what happened, the value before and after."""

    title: str
    kind: str
    before: ToldValue | None
    after: ToldValue | None


def change_views(changes: Sequence[CardChange], words: Words) -> tuple[ChangeView, ...]:
    """The changes in their order."""
    return tuple(
        ChangeView(
            title=label("attribute", one.attribute.value, words.language),
            kind=words(f"difference.change.{one.kind.value}"),
            before=told_value(one.before, words) if one.before else None,
            after=told_value(one.after, words) if one.after else None,
        )
        for one in changes
    )
