"""A service as an index document."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.model import Attribute, Evidence, Language, Service, Statement
from kb.model.service_shapes import service_to_json
from kb.model.shapes import evidence_to_json
from kb.search.analysed import analysed_fields, usable
from kb.search.document import IndexDocument
from kb.search.marked_text import marks_to_json
from kb.search.service_facets import service_facets
from kb.search.suggestion import order_key, prefix_tokens
from kb.text import analyse

# What tells one service from another, and what most standards say in the same words: the long lists of documents and
# refusal grounds of one standard must not outweigh the name of another.
TELLING = frozenset({Attribute.PROVIDER, Attribute.RESULT, Attribute.RECIPIENT, Attribute.DEADLINE, Attribute.FEE})
USUAL = frozenset(Attribute) - TELLING - {Attribute.REQUISITES, Attribute.LEGAL_ACT}
LONGEST_QUOTE = 400  # characters of a quote that is kept for showing
MOST_QUOTES = 24  # quotes kept a service; every one is indexed, these can be shown


@dataclass(frozen=True, slots=True)
class BodyText:
    """Words that help to find a service, with their place where they have one."""

    text: str
    language: Language
    evidence: Evidence | None = None


def service_document(
    service: Service,
    statements: Sequence[Statement] = (),
    *,
    context: Iterable[BodyText] = (),
    told: Iterable[BodyText] = (),
    cites: Iterable[str] = (),
    status: str = "unknown",
) -> IndexDocument:
    """The document of one service: its names, the words of its statements and of `context`, its ids and sources.

    `context` has further words from where it is described (labels of channels, names of providers, aliases), `told` the
    whole texts that describe it; `cites` are codes and numbers of the acts that set or mention it.
    """
    names = [(name, language) for name, language in _names(service) if name]
    body = _distinct([*_statement_texts(statements, TELLING), *context])
    usual = _distinct(_statement_texts(statements, USUAL))
    whole = _distinct([*told, *usual])
    owner = [BodyText(service.owner, Language.KK)] if service.owner else []
    shown = [part for part in [*body, *usual] if part.evidence and len(part.text) <= LONGEST_QUOTE]
    cited = lookup_ids(cites)
    payload = {
        "service": service_to_json(service),
        "cites": cited,
        "names": marks_to_json(" ".join(name for name, _ in names))["words"],
        "texts": [_stored_text(part) for part in shown[:MOST_QUOTES]],
    }
    return IndexDocument(
        id=service.id,
        tokens={
            **analysed_fields("name", names),
            **analysed_fields("body", [(part.text, part.language) for part in [*owner, *body]]),
            **analysed_fields("told", [(part.text, part.language) for part in whole]),
            "prefix": " ".join(prefix_tokens([name for name, _ in names])),
        },
        keywords={
            "ids": service_ids(service),
            "cites": cited,
            "order": (order_key(names[0][0] if names else service.id, service.id),),
            "source": service.sources,
            "sample": ("yes" if service.sample else "no",),
            **service_facets(service, statements, status=status),
        },
        stored=json.dumps(payload, ensure_ascii=False),
    )


def service_ids(service: Service) -> tuple[str, ...]:
    """Every id and code of a service as it is looked up."""
    return lookup_ids([service.id, *service.ids, *service.codes.values()])


def lookup_ids(ids: Iterable[str]) -> tuple[str, ...]:
    """Ids and codes as they are looked up: lower case, each once."""
    return tuple(dict.fromkeys(key.strip().casefold() for key in ids if key.strip()))


def _names(service: Service) -> tuple[tuple[str | None, Language], ...]:
    return (service.name_kk, Language.KK), (service.name_ru, Language.RU)


def _statement_texts(statements: Sequence[Statement], attributes: frozenset[Attribute]) -> list[BodyText]:
    return [
        BodyText(statement.evidence.quote, statement.evidence.language, statement.evidence)
        for statement in statements
        if statement.attribute in attributes
    ]


def _distinct(texts: Iterable[BodyText]) -> list[BodyText]:
    return list({(part.text, part.language): part for part in reversed(list(texts))}.values())[::-1]


def _stored_text(part: BodyText) -> dict[str, object]:
    terms = analyse(part.text, part.language)
    return {
        "stems": " ".join(dict.fromkeys(usable([*terms.kk, *terms.ru]))),
        "marks": marks_to_json(part.text),
        "evidence": evidence_to_json(part.evidence) if part.evidence else None,
    }
