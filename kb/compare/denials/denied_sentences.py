"""The sentences of two texts on one attribute of a service that say and deny the same."""

from collections.abc import Iterator, Mapping, Sequence

from kb.compare.clash import Clash, Point
from kb.compare.denials.opposed_sentences import opposed, sentence_words
from kb.compare.material import ServiceMaterial
from kb.compare.stating_texts import text_pairs
from kb.extract.passage import cut_passage
from kb.extract.segment import read_segments
from kb.model import Attribute, Clause, Evidence, FindingClass, SourceKind, Statement

Words = tuple[str, ...]
Place = tuple[Evidence, SourceKind]
Sentences = Mapping[Words, Sequence[Place]]
WHOLE = ("row-", "point-")  # the clauses that tell of one attribute, with all that they hold
REASON = "denied"


def denied_sentences(
    material: ServiceMaterial, attribute: Attribute, kind: FindingClass, *, cards: bool
) -> Iterator[Clash]:
    """Each sentence of a text beside that of another which denies it, in the clauses that state the attribute."""
    known: dict[tuple[object, ...], Sentences] = {}  # a text is held against each of the others

    def read(statements: Sequence[Statement]) -> Sentences:
        key = tuple((one.evidence.snapshot, one.evidence.clause, one.source_kind) for one in statements)
        if key not in known:
            known[key] = _sentences(material, statements)
        return known[key]

    for left, right in text_pairs(material, attribute, cards=cards):
        here, there = read(left), read(right)
        for words, places in here.items():
            # a text may say a thing of one case and deny it of another: what counts is of which there are more
            found = _opposite(words, here, there) if len(places) > len(there.get(words, ())) else None
            if found:
                (one, first), (other, second) = places[-1], there[found][-1]
                a, b = Point(evidence=one, source_kind=first), Point(evidence=other, source_kind=second)
                yield Clash(kind=kind, a=a, b=b, reason=REASON)


def _opposite(words: Words, here: Sentences, there: Sentences) -> Words | None:
    """The sentence of the other text that denies this one and has more places there than here."""
    language = here[words][0][0].language
    more = (other for other, places in there.items() if len(places) > len(here.get(other, ())))
    return next((other for other in more if opposed(words, other, language)), None)


def _sentences(material: ServiceMaterial, statements: Sequence[Statement]) -> Sentences:
    """The sentences of the clauses in which statements stand, by their words, with their places."""
    found: dict[Words, list[Place]] = {}
    seen: set[tuple[str, str]] = set()
    for one in statements:
        document = material.text_of(one.evidence.snapshot)
        clause = _whole(document.clauses, one.evidence.clause) if document else None
        if document is None or clause is None or (document.snapshot.digest, clause.id) in seen:
            continue
        seen.add((document.snapshot.digest, clause.id))
        passage = cut_passage(
            document, clause.start, clause.end, service="", source_kind=one.source_kind, clause=clause.id
        )
        for segment in read_segments(passage):
            words = sentence_words(passage.plain[segment.start : segment.end])
            found.setdefault(words, []).append((passage.cite(segment.start, segment.end), one.source_kind))
    return found


def _whole(clauses: Sequence[Clause], name: str | None) -> Clause | None:
    """The row or point that a clause is a part of, else the clause itself."""
    by_id = {one.id: one for one in clauses}
    clause = by_id.get(name or "")
    while clause and clause.parent and not clause.id.rsplit("/", 1)[-1].startswith(WHOLE):
        parent = by_id.get(clause.parent)
        if parent is None or not any(part.startswith(WHOLE) for part in parent.id.split("/")):
            break
        clause = parent
    return clause
