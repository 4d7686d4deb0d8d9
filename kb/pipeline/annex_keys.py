"""Annexes of several rules of one act that share a key are told apart in the base."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from kb.model import Mention
from kb.resolve.names import plain_name
from kb.resolve.shared_keys import AnnexText, Place, annex_key, count_figures, is_shared, own_keys
from kb.store import Writer


@dataclass(frozen=True, slots=True)
class _Kept:
    """A text of an annex, and the key that its mention has in the base."""

    text: AnnexText
    key: str


def tell_annexes_apart(base: Writer) -> None:
    """Gives every service of an act its own key where texts of several share one; a key that is shared no more is the
    text's own again. What the base held before does not matter, only what its texts say."""
    annexes: dict[str, list[_Kept]] = defaultdict(list)
    for mention in base.mentions():
        if "/" in mention.key:
            annexes[annex_key(mention.key)].append(_kept(mention))
    for key, texts in annexes.items():
        keys = _own_keys(base, key, texts)
        for one in texts:
            if one.key != keys[one.text.place]:
                document, snapshot = one.text.place
                base.rename_mention(one.key, keys[one.text.place], document=document, snapshot=snapshot)


def _kept(mention: Mention) -> _Kept:
    evidence, name = mention.evidence, mention.name_kk or mention.name_ru
    text = AnnexText(
        place=(evidence.document, evidence.snapshot),
        language=evidence.language,
        edition=evidence.edition,
        name=plain_name(name) or None if name else None,
    )
    return _Kept(text, mention.key)


def _own_keys(base: Writer, key: str, texts: Sequence[_Kept]) -> dict[Place, str]:
    if not is_shared([one.text for one in texts]):
        return {one.text.place: key for one in texts}
    stated = defaultdict(list)
    for one in chain.from_iterable(base.read_statements(mention=name) for name in _names(texts)):
        stated[one.evidence.document, one.evidence.snapshot].append(one)
    return own_keys(key, [replace(one.text, figures=count_figures(stated[one.text.place])) for one in texts])


def _names(texts: Iterable[_Kept]) -> list[str]:
    return list(dict.fromkeys(one.key for one in texts))
