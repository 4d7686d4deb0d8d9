"""Sentences that one text says and another denies; the services are invented."""

from collections.abc import Sequence

import pytest

from kb.compare.checking import check_service
from kb.compare.denials.opposed_sentences import opposed, sentence_words
from kb.model import Attribute, Finding, FindingClass, Language, RequiredDocument, SourceKind
from kb.text import fold_plain
from tests.unit.compare.compared import document, material, stated

KK, RU = Language.KK, Language.RU


def opposite(one: str, other: str, language: Language) -> bool:
    """Whether the sentences oppose each other, in either order."""
    left, right = (sentence_words(fold_plain(words)) for words in (one, other))
    found = {opposed(left, right, language), opposed(right, left, language)}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("справка лесника не требуется", "справка лесника требуется", RU),
        ("сбор за осмотр лодки не взимается", "сбор за осмотр лодки взимается", RU),
        ("услуга оказывается жителям бесплатно", "услуга оказывается жителям платно", RU),
        ("орманшының анықтамасы талап етілмейді", "орманшының анықтамасы талап етіледі", KK),
        ("қайықты қарау үшін алым алынбайды", "қайықты қарау үшін алым алынады", KK),
        ("қызмет тұрғындарға ақылы негізде көрсетіледі", "қызмет тұрғындарға тегін көрсетіледі", KK),
    ],
)
def test_a_sentence_and_its_denial(one: str, other: str, language: Language) -> None:
    assert opposite(one, other, language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("справка лесника не требуется", "справка лесника не требуется", RU),
        ("справка лесника не требуется", "справка егеря требуется", RU),
        ("справка лесника не требуется", "справка лесника не выдаётся", RU),
        ("осмотр лодки длится не более пяти дней", "осмотр лодки длится более пяти дней", RU),
        ("не требуется", "требуется", RU),
        ("орманшының анықтамасы талап етілмейді", "орманшының анықтамасы талап етілмеген", KK),
        ("қайықты қарау үшін алым алынбайды", "қайықты қарау үшін алым төленеді", KK),
    ],
)
def test_what_is_no_denial(one: str, other: str, language: Language) -> None:
    assert not opposite(one, other, language)


def told(one: Sequence[str], other: Sequence[str], *, card: bool = False) -> list[Finding]:
    """What is found between the lists of documents of an act and of another, or of a portal's card."""
    statements, texts = [], []
    for number, lines in enumerate((one, other)):
        text = document(lines, name=f"{number}.txt", digest=f"sha256:{number}")
        texts.append(text)
        of_card = card and number == 1
        statements += [
            stated(
                text, line, RequiredDocument(text=line), attribute=Attribute.DOCUMENT, service=f"text/{number}",
                act=None if of_card else f"V{number}",
                kind=SourceKind.PORTAL_CARD if of_card else SourceKind.STANDARD,
            )
            for line in lines
        ]  # fmt: skip
    kind = FindingClass.PORTAL_DRIFT if card else FindingClass.DOCUMENTS
    return list(check_service(material(statements, *texts), kinds=[kind]).findings)


LIST = ("план ограды; справка лесника не требуется", "чертёж ворот; справка егеря не требуется")
DENIED = (LIST[0].replace("не требуется", "требуется"), LIST[1])


@pytest.mark.parametrize("card", [False, True])
def test_a_list_that_asks_for_what_another_does_not(card: bool) -> None:
    (found,) = told(LIST, DENIED, card=card)
    assert (found.a.evidence.quote, found.b.evidence.quote) == (LIST[0], DENIED[0])
    assert "отрицает" in found.why[RU]
    assert told(LIST, LIST, card=card) == []


def test_a_sentence_that_a_text_says_twice_and_denies_once() -> None:
    said = ("План ограды. Справка лесника не требуется.", "Чертёж ворот. Справка лесника не требуется.")
    once = (said[0], "Чертёж ворот. Справка лесника требуется.")
    (found,) = told(said, once)
    assert found.b.evidence.quote == "Справка лесника требуется."
    assert told(once, ("План ограды. Справка лесника требуется.", said[1])) == []
