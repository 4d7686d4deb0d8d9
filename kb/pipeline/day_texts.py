"""The texts of acts that held together: what an act said, in all its languages, from one edition to the next."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kb.model import Edition, Language
from kb.resolve import ActHistory

_Texts = dict[Language, dict[date | None, list[Edition]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTexts:
    """The texts of an act from the day `begun` until another edition began or the act ended; several of one language
    where a source keeps annexes apart.

    `until` is None for the newest ones of an act whose end no source tells, and for those that no source dates beside
    others with a day (`begun` None, `newest` False): whether they hold is not known.
    """

    begun: date | None
    until: date | None
    newest: bool
    texts: tuple[Edition, ...]


def day_texts(editions: Iterable[Edition], history: ActHistory, day: date) -> dict[str, tuple[DayTexts, ...]]:
    """What each act said until the day, by act: the newest first, undated texts last.

    A language without a day of its own stands beside the newest texts of the others.
    """
    found: dict[str, _Texts] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for one in editions:
        if one.date is None or one.date <= day:
            found[history.id_of(one.act)][one.language][one.date].append(one)
    told = {act: _of_act(found[act]) for act in sorted(found)}
    return {act: (_ended(editions[0], act, history, day), *editions[1:]) for act, editions in told.items()}


def _ended(newest: DayTexts, act: str, history: ActHistory, day: date) -> DayTexts:
    """The newest texts with the end of the act where it is over by the day."""
    ends = {history.end_of(act, one.language, newest.begun) for one in newest.texts}
    # An act whose repeal has no known day ends, by the history, where its text begins: of that nothing can be told.
    over = [end for end in ends if end and (newest.begun or date.min) < end <= day]
    return replace(newest, until=min(over)) if over else newest


def _of_act(texts: _Texts) -> tuple[DayTexts, ...]:
    days = sorted({begun for told in texts.values() for begun in told if begun}, reverse=True)
    newest = _on(texts, days[0] if days else date.min, undated=True)
    told = [DayTexts(begun=days[0] if days else None, until=None, newest=True, texts=newest)]
    for begun, until in zip(days[1:], days, strict=False):
        told.append(DayTexts(begun=begun, until=until, newest=False, texts=_on(texts, begun, undated=False)))
    undated = tuple(one for language in sorted(texts) for one in texts[language].get(None, ()))
    if not set(undated) <= set(newest):
        told.append(DayTexts(begun=None, until=None, newest=False, texts=undated))
    return tuple(told)


def _on(texts: _Texts, day: date, *, undated: bool) -> tuple[Edition, ...]:
    """The texts of each language whose edition held on a day."""
    held: list[Edition] = []
    for language in sorted(texts):
        begun = max((one for one in texts[language] if one and one <= day), default=None)
        if begun or undated:
            held += texts[language].get(begun, ())
    return tuple(held)
