"""A text among those of other services, checked for what was pasted from one to another."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.compare.checking import check_texts
from kb.compare.material import BaseMaterial
from kb.compare.overlap import ClauseOwners, ClauseText, clause_texts, measure_overlap
from kb.model import Document, Finding, Mention
from tests.mutations.planted_text import PlantedText, signed
from tests.mutations.twin import DAY, TWIN, Twin, service


class PastedBench:
    """One text and those of other services in its language; `before` is what is told without a change."""

    twin = Twin.BASE

    def __init__(self, text: PlantedText, others: Sequence[PlantedText]) -> None:
        self._texts = [text, *(one for one in others if one is not text)]
        self.before = self.told(text.document)

    def told(self, changed: Document) -> tuple[Finding, ...]:
        """What the product finds among the texts with this wording of the first."""
        named = [one.extraction.mentions[0] for one in self._texts]
        digests = [TWIN, *(hashlib.sha256(one.name.encode()).hexdigest() for one in self._texts[1:])]
        documents = [changed, *(one.document for one in self._texts[1:])]
        texts = {
            f"sha256:{digest}": signed(document, digest, None if document.layout == "report" else digest)
            for digest, document in zip(digests, documents, strict=True)
        }
        places = {key: _placed(mention, key) for key, mention in zip(texts, named, strict=True)}
        owners = ClauseOwners((key, key, one.evidence.clause or "") for key, one in places.items())

        def read_texts() -> Iterator[ClauseText]:
            for key, document in texts.items():
                yield from clause_texts(document, owners.of(key))

        with measure_overlap(read_texts()) as overlap:
            material = BaseMaterial(
                day=DAY,
                services=[service(key, kk=one.name_kk, ru=one.name_ru) for key, one in places.items()],
                overlap=overlap,
                read_texts=read_texts,
                name_of=lambda key: places[key].evidence,
                text_of=texts.get,
            )
            return check_texts(material, force=lambda _one, _other: None).findings


def _placed(mention: Mention, snapshot: str) -> Mention:
    return replace(mention, evidence=replace(mention.evidence, snapshot=snapshot, document=f"{snapshot}.md"))
