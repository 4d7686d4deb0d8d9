"""Two texts that state words of one attribute; the services are invented."""

from collections.abc import Sequence
from datetime import date

from kb.compare.checking import check_service
from kb.model import Attribute, Finding, FindingClass, Scope, SourceKind, Text
from tests.unit.compare.compared import document, material, stated

Words = Sequence[tuple[str, str | None]]
"""Printed words with their code."""


def between_texts(
    kind: FindingClass,
    attribute: Attribute,
    one: Words,
    other: Words,
    *,
    second: SourceKind = SourceKind.STANDARD,
    scope: Scope | None = None,
    until: date | None = None,
) -> list[Finding]:
    """The findings of a class between two texts: the first an act, until `until`, the second an act under `scope` or,
    where it is a portal's, a card."""
    statements, texts = [], []
    for number, words in enumerate((one, other), start=1):
        text = document([printed for printed, _ in words], name=f"text-{number}.txt", digest=f"sha256:{number}")
        texts.append(text)
        statements += [
            stated(
                text,
                printed,
                Text(text=printed, code=code),
                attribute=attribute,
                kind=SourceKind.STANDARD if number == 1 else second,
                act=None if number == 2 and second is SourceKind.PORTAL_CARD else f"V{number}",
                service=f"text/{number}",
                scope=scope if number == 2 else None,
                until=until if number == 1 else None,
            )
            for printed, code in words
        ]
    return list(check_service(material(statements, *texts), kinds=[kind]).findings)
