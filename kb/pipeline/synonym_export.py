"""Synonyms as entries of the vocabulary, to be reviewed and committed."""

from collections.abc import Iterable

import yaml

from kb.model.curation import Synonym

_WIDEST = 10_000  # an entry stands in one line, as in the vocabulary


def synonyms_to_yaml(synonyms: Iterable[Synonym]) -> str:
    """One entry a term in the format of `indexes/vocabulary`, in the order of the terms; empty for none."""
    terms: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, dict[str, None]]] = {}
    for one in synonyms:
        new = terms.setdefault((one.kk, one.ru), {"said": {}, "short": {}})
        new["said"].update(dict.fromkeys(one.said))
        new["short"].update(dict.fromkeys(one.short))
    lines = []
    for (kk, ru), new in sorted(terms.items()):
        entry = {"kk": list(kk), "ru": list(ru)} | {part: list(words) for part, words in new.items() if words}
        told = yaml.safe_dump(
            entry, allow_unicode=True, default_flow_style=True, sort_keys=False, width=_WIDEST
        ).strip()
        lines.append(f"- {told}\n")
    return "".join(lines)
