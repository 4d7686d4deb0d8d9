"""The bodies that the norms of a service name as its providers."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.compare.bodies.wording import provides
from kb.compare.material import ServiceMaterial
from kb.model import Attribute, Language, Standing, Statement
from kb.resolve.bodies import BodyMatch, resolve_body
from kb.resolve.effective import RuledStanding
from kb.resolve.providers import resolve_providers
from kb.resolve.speakers import is_norm


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A statement that names a provider with the bodies meant, none where the name is not known; `gives` where its
    sentence says that the body gives the service."""

    statement: Statement
    codes: tuple[str, ...]
    gives: bool


def named_providers(material: ServiceMaterial) -> list[Named]:
    """What norms in force say of the provider, in their order."""
    stated = [
        one
        for one in material.statements
        if one.attribute in (Attribute.PROVIDER, Attribute.COMPETENT_BODY)
        and is_norm(one)
        and one.standing is Standing.STATED
        and material.standing(one) is RuledStanding.IN_FORCE
    ]
    return [
        Named(
            statement=one,
            codes=match.codes if isinstance(match, BodyMatch) else (),
            gives=provides(_sentence(material, one)),
        )
        for one, match in resolve_providers(stated)
        if one.attribute is Attribute.PROVIDER
    ]


def bodies_in(words: str, language: Language) -> Sequence[str]:
    """The bodies that printed words name; the only candidate where other words stand beside its name."""
    match = resolve_body(words, language)
    if isinstance(match, BodyMatch):
        return match.codes
    return match.candidates if len(match.candidates) == 1 else ()


def _sentence(material: ServiceMaterial, statement: Statement) -> str:
    """The sentence around the evidence; the quoted words where the text is not known."""
    evidence = statement.evidence
    document = material.text_of(evidence.snapshot)
    if document is None:
        return evidence.quote
    line = document.text.rfind("\n", 0, evidence.start) + 1
    start = max(line, document.text.rfind(". ", line, evidence.start) + 1)
    ends = [end for end in (document.text.find(mark, evidence.end) for mark in (". ", "\n")) if end >= 0]
    return document.text[start : min(ends, default=len(document.text))]
