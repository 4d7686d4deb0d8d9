"""Which text's list of documents answers: one edition of one act, in one language."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from kb.answer.documents.condition_fit import Told, fit, weigh_words
from kb.answer.values.selection import RULES
from kb.model import Attribute, Card, Language, Statement
from kb.resolve.names import plain_name
from kb.resolve.shared_keys import are_other_names

LONGEST = 3000  # characters of a text's documents that stand for its name


def listed_documents(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The documents that rules list; what people experienced or were told is no list."""
    return tuple(one for one in statements if one.attribute is Attribute.DOCUMENT and one.source_kind in RULES)


def text_name(chosen: Sequence[Statement], card: Card, language: Language) -> str:
    """The name that the chosen text gives the service, the card's where it is in another language or gives none."""
    own = card.names.get(chosen[0].evidence.document) if chosen else None
    if own and chosen[0].evidence.language is language:
        return own
    service = card.service
    pair = (service.name_ru, service.name_kk) if language is Language.RU else (service.name_kk, service.name_ru)
    return next((one for one in pair if one), service.id)


def choose_text(
    statements: Sequence[Statement], *, told: Told, language: Language, names: Mapping[str, str]
) -> tuple[Statement, ...]:
    """The statements of the one text: the newest one in the language, or in another where there is none.

    `names` are the names of the service by text. Where one key holds the lists of several services (parts of an act
    that do not say which annex they belong to), those whose name fits best what was `told` are chosen among.
    """
    texts: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        texts[statement.evidence.document].append(statement)
    spoken = {name: found for name, found in texts.items() if found[0].evidence.language is language} or texts
    named = _named_best(spoken, told, names)
    newest = sorted(named, key=lambda name: (_edition(spoken[name]), len(spoken[name])), reverse=True)
    return tuple(spoken[newest[0]]) if newest else ()


def _named_best(texts: Mapping[str, Sequence[Statement]], told: Told, names: Mapping[str, str]) -> list[str]:
    known = {name: plain_name(names.get(name) or _quotes(texts[name])) for name in texts}
    if not _differ(list(known.values())):
        return list(texts)
    counts = weigh_words(dict.fromkeys(known.values()))
    fits = {name: fit(known[name], told, counts, whole=True) for name in texts}
    best = max(fits.values())
    return [name for name, how in fits.items() if how == best]


def _quotes(statements: Sequence[Statement]) -> str:
    """What a text without a name says: the words of its documents."""
    return " ".join(one.evidence.quote for one in statements)[:LONGEST]


def _differ(names: Sequence[str]) -> bool:
    return any(are_other_names(one, other) for place, one in enumerate(names) for other in names[:place])


def _edition(statements: Sequence[Statement]) -> date:
    return max((one.valid_from or one.evidence.edition or date.min for one in statements), default=date.min)
