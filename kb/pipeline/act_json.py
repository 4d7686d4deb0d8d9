"""JSON of the texts of an act."""

from kb.model.plain_json import Json
from kb.pipeline.act_editions import ActEdition
from kb.pipeline.act_targets import ResolvedLink
from kb.pipeline.acts import PartDifference, PartPairs


def edition_to_json(edition: ActEdition) -> Json:
    """An edition with the documents that it is read from."""
    return {
        "date": edition.date.isoformat() if edition.date else None,
        "language": edition.language.value,
        "documents": [one.snapshot.document for one in edition.documents],
    }


def difference_to_json(part: PartDifference) -> Json:
    """The changes of a part; `changes` is null where only one edition has it."""
    found = part.difference
    return {
        "before": part.before.snapshot.digest if part.before else None,
        "after": part.after.snapshot.digest if part.after else None,
        "only_before": list(part.only_before),
        "only_after": list(part.only_after),
        "same": found.same if found else None,
        "changes": [
            {
                "kind": one.kind.value,
                "before": one.before,
                "after": one.after,
                "words": [{"kind": stretch.kind.value, "words": stretch.words} for stretch in one.words],
            }
            for one in found.changes
        ]
        if found
        else None,
    }


def pairs_to_json(part: PartPairs) -> Json:
    """The clauses of a part in both languages, by id."""
    return {
        "kk": part.kk.snapshot.digest,
        "ru": part.ru.snapshot.digest,
        "pairs": [{"kk": one.kk, "ru": one.ru, "confidence": one.confidence} for one in part.pairs],
    }


def link_to_json(found: ResolvedLink) -> Json:
    """A reference with its place, what it names and where it leads."""
    link = found.link
    named = link.act
    return {
        "snapshot": found.document.snapshot.digest,
        "start": link.start,
        "end": link.end,
        "clause": link.clause,
        "path": [{"kind": kind, "number": number} for kind, number in link.path],
        "named": {
            "type": named.type.value,
            "number": named.number,
            "date": named.date.isoformat() if named.date else None,
            "title": named.title,
        }
        if named
        else None,
        "act": found.act,
        "target": found.clause,
        "dangling": found.clause is None if link.path else found.act is None,
    }
