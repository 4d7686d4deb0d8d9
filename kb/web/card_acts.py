"""The acts that the values of a card stand in, with the ways to their texts and editions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from kb.model import Act
from kb.web.act_name import act_name, act_title
from kb.web.value_words import Shown
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAct:
    """One act: `href` leads to its text on the day of the card, `changes_href` to what its editions changed."""

    name: str
    title: Shown | None
    href: str
    changes_href: str


def card_acts(acts: Sequence[Act], words: Words, *, as_of: date | None) -> tuple[CardAct, ...]:
    """The acts in the order in which the card cites them, each once however many texts tell of it."""
    day = f"?as_of={as_of.isoformat()}" if as_of else ""
    return tuple(
        CardAct(
            name=act_name(act, words),
            title=act_title(act, words),
            href=f"/acts/{quote(act.id, safe=':')}{day}",
            changes_href=f"/acts/{quote(act.id, safe=':')}/difference",
        )
        for act in {act.id: act for act in acts}.values()
    )
