"""The bodies that the statements of a service name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kb.model import Attribute, Statement, Text
from kb.norms.bodies import ancestors, body
from kb.resolve.bodies import BodyMatch, Doubt, resolve_body

BODY_ATTRIBUTES = (Attribute.PROVIDER, Attribute.COMPETENT_BODY)
LOCAL = "local-body"


def resolve_providers(statements: Sequence[Statement]) -> tuple[tuple[Statement, BodyMatch | Doubt], ...]:
    """What the names of providers and competent bodies of one service mean, in their order.

    «The Ministry» alone is the one ministry that the other statements name. A Doubt carries the evidence.
    """
    named = [
        (item, item.value.text)
        for item in statements
        if item.attribute in BODY_ATTRIBUTES and isinstance(item.value, Text)
    ]
    alone = [_resolve(item, text, None) for item, text in named]
    ministries = {code for match in alone if isinstance(match, BodyMatch) for code in _ministries(match)}
    within = ministries.pop() if len(ministries) == 1 else None
    return tuple(
        (item, match if isinstance(match, BodyMatch) or within is None else _resolve(item, text, within))
        for (item, text), match in zip(named, alone, strict=True)
    )


def find_body_doubts(statements: Iterable[Statement]) -> tuple[Doubt, ...]:
    """The names of providers and competent bodies that people have to look at, with their evidence."""
    ordered = sorted(statements, key=lambda item: item.service)  # stable: the order within a service stays
    found: list[Doubt] = []
    for _, own in groupby(ordered, key=lambda item: item.service):
        found += [result for _, result in resolve_providers(list(own)) if isinstance(result, Doubt)]
    return tuple(found)


def owner_code(codes: Sequence[str]) -> str | None:
    """The one body of these; local bodies of several levels are local bodies, other joint providers none."""
    if len(codes) == 1:
        return codes[0]
    return LOCAL if codes and all(LOCAL in body(code).parents for code in codes) else None


def _resolve(statement: Statement, text: str, within: str | None) -> BodyMatch | Doubt:
    evidence = statement.evidence
    match = resolve_body(text, evidence.language, evidence.edition, within)
    if isinstance(match, Doubt):
        return replace(match, evidence=evidence, statement=statement.id)
    return match


def _ministries(match: BodyMatch) -> Iterator[str]:
    for code in match.codes:
        if body(code).kind == "ministry":
            yield code
    for one in (match, *match.others):
        if one.parent:
            yield from (code for code in (one.parent, *ancestors(one.parent)) if body(code).kind == "ministry")
