"""A text beside its changed twin, checked as the product does."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from kb.compare.checking import check_act, check_service
from kb.compare.classing import NORMS
from kb.compare.material import ActMaterial, ServiceMaterial
from kb.extract import extract_document
from kb.model import Act, Document, Finding, Service, SourceKind, Statement
from kb.model.service import RegisterStatus
from tests.mutations.planted_text import PlantedText, signed
from tests.real.act_file import read_act

DAY, SINCE = date(2026, 11, 26), date(2017, 1, 1)
TEXT, TWIN, SIBLING = "text", "twin", "sibling"
SERVICE = "planted"


class Twin(StrEnum):
    """What the changed text stands beside: itself as an act or a card, its other language, texts of other services."""

    ACT = "act"
    CARD = "card"
    LANGUAGE = "language"
    BASE = "base"


class Bench:
    """One text with its unchanged side; `before` is what is told of the text and its unchanged twin."""

    def __init__(self, text: PlantedText, twin: Twin) -> None:
        self._text, self.twin = text, twin
        self._sibling = signed(read_act(text.sibling), SIBLING, "act") if text.sibling else None
        self.before = self.told(text.document)

    def told(self, changed: Document) -> tuple[Finding, ...]:
        """What the product finds between the text and this wording of its twin."""
        if self.twin is Twin.LANGUAGE:
            return self._between_languages(changed)
        one = signed(self._text.document, TEXT, "one")
        other = signed(changed, TWIN, "other" if self.twin is Twin.ACT else None)
        texts = {each.snapshot.digest: each for each in (one, other)}
        own = self._text.extraction.statements
        twins = own if changed is self._text.document else extract_document(other).statements
        statements = [*_of_text(own), *_of_twin(twins, self.twin)]
        material = ServiceMaterial(service=service(SERVICE), day=DAY, statements=statements, text_of=texts.get)
        return (*check_service(material).findings, *self._within(other))

    def _within(self, changed: Document) -> tuple[Finding, ...]:
        """What one text says against itself."""
        act = signed(changed, TWIN, "other")
        return () if changed.layout != "act" else _check([act])

    def _between_languages(self, changed: Document) -> tuple[Finding, ...]:
        return _check([self._sibling, signed(changed, TWIN, "act")]) if self._sibling else ()


def _check(texts: Iterable[Document]) -> tuple[Finding, ...]:
    here = {one.snapshot.digest: one for one in texts}
    act = next(one.act for one in here.values())
    assert isinstance(act, Act)
    material = ActMaterial(act=act, day=DAY, texts=tuple(here.values()), services={"": SERVICE}, text_of=here.get)
    return check_act(material, force=lambda _one, _other: None).findings


def service(key: str, *, kk: str | None = None, ru: str | None = None) -> Service:
    """A service of an id and names."""
    return Service(
        id=key, ids=(key,), name_kk=kk, name_ru=ru, owner=None, codes={}, channels=(), paid=None, forms=(),
        recipients=(), sources=(), register_status=RegisterStatus.UNLISTED,
    )  # fmt: skip


def _of_text(statements: Iterable[Statement]) -> list[Statement]:
    return [_placed(one, TEXT, "one") for one in statements]


def _of_twin(statements: Iterable[Statement], twin: Twin) -> list[Statement]:
    found = []
    for one in statements:
        if twin is Twin.CARD and one.source_kind in NORMS:
            found.append(replace(_placed(one, TWIN, None), source_kind=SourceKind.PORTAL_CARD, valid_from=None))
        else:
            found.append(_placed(one, TWIN, "other" if twin is Twin.ACT else None))
    return found


def _placed(one: Statement, body: str, act: str | None) -> Statement:
    evidence = replace(one.evidence, snapshot=f"sha256:{body}", document=f"{body}.md", act=act)
    return replace(one, service=body, evidence=evidence, valid_from=one.valid_from or SINCE)
