"""Who speaks for a value that several editions tell."""

from dataclasses import replace
from datetime import date

from kb.model import Language
from kb.pipeline.ruled_values import Part, RuledValue
from kb.resolve.effective import RuledStanding, Ruling
from tests.unit.store.made_documents import made_document, made_statements


def ruling(day: date, language: Language, *, holds: bool) -> Ruling:
    one = made_statements(made_document())[0]
    told = replace(one, evidence=replace(one.evidence, edition=day, language=language))
    standing = RuledStanding.IN_FORCE if holds else RuledStanding.EXPIRED
    return Ruling(statement=told, effective=holds, standing=standing)


def test_the_edition_that_holds_speaks_even_in_another_language() -> None:
    old = ruling(date(2020, 1, 1), Language.RU, holds=False)
    new = ruling(date(2026, 1, 1), Language.KK, holds=True)
    value = RuledValue(part=Part.CURRENT, rulings=(new, old), unconfirmed=None, disputed=False)
    assert value.spokesman(Language.RU) is new.statement
    assert value.spokesman(Language.KK) is new.statement


def test_of_those_that_hold_the_asked_language_speaks() -> None:
    both = tuple(ruling(date(2026, 1, 1), language, holds=True) for language in (Language.KK, Language.RU))
    value = RuledValue(part=Part.CURRENT, rulings=both, unconfirmed=None, disputed=False)
    assert value.spokesman(Language.RU).evidence.language is Language.RU
