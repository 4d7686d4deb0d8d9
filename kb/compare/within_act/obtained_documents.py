"""A document that a table asks for and that the provider gets by itself from the systems of the state."""

import re
from collections.abc import Iterator

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.within_act.parts import Part, parts_of
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import load, pattern
from kb.model import FindingClass
from kb.norms import find_document_type, find_document_types

FILE = "obtained"


def find_obtained_documents(material: ActMaterial) -> Iterator[Clash]:
    """Once for each of the types that anybody has; not where the item is only shown, or asked for without data."""
    for part in parts_of(material):
        if not any(_is_obtained(told) for told in part.of("document")):
            continue
        asked: dict[str, Told] = {}
        for told in part.of("document"):
            plain = told.text.plain
            if pattern(FILE, "item").match(plain) and not pattern(FILE, "not_asked").search(plain):
                code = find_document_type(
                    pattern(FILE, "item").without(told.text.folding.text, count=1), told.document.language
                )
                if code is not None and code in load(FILE)["types"]:
                    asked.setdefault(code, told)
        yield from _obtained(part, asked)


def _obtained(part: Part, asked: dict[str, Told]) -> Iterator[Clash]:
    seen: set[str] = set()
    for told in part.of("document"):
        found = _is_obtained(told)
        if found is None:
            continue
        for code in _types(told):
            if code in asked and code not in seen and asked[code] is not told:
                seen.add(code)
                yield Clash(
                    kind=FindingClass.WITHIN_RECORD,
                    a=asked[code].point(),
                    b=told.point(*found.span()),
                    reason="asked_and_obtained",
                )


def _is_obtained(told: Told) -> re.Match[str] | None:
    """Where a clause says that the provider gets a document by itself."""
    found = pattern(FILE, "by_provider").search(told.text.plain)
    return None if found is None or pattern(FILE, "only_where").search(told.text.plain) else found


def _types(told: Told) -> list[str]:
    return list(dict.fromkeys(one.code for one in find_document_types(told.text.folding.text, told.document.language)))
