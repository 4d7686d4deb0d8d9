"""Clauses for the tests of overlap; acts, services and sentences are invented."""

from collections.abc import Sequence
from contextlib import ExitStack

from kb.compare.overlap import ClauseText, Overlap, measure_overlap
from kb.model import Language
from kb.model.overlap import Repeat

LAMP = "Смотритель маяка проверяет линзу фонаря каждый вечер и записывает показания в вахтенный журнал."
BUOY = "Владелец бакена красит его весной белой краской и сообщает об этом начальнику ближайшей пристани."
GULL = "Наблюдатель считает чаек над молом в полдень, если ветер не срывает фуражку с его головы."
LAMP_KK = "Шамшырақ күзетшісі фонарь линзасын әр кеш сайын тексереді және көрсеткіштерді журналға жазады."


def clause(
    text: str,
    *,
    work: str = "act-a",
    number: int = 1,
    edition: int = 1,
    language: Language = Language.RU,
    services: tuple[str, ...] = (),
    heading: bool = False,
    start: int = 0,
) -> ClauseText:
    """A clause of an act, whose snapshot is told by act, edition and language."""
    return ClauseText(
        work=work,
        document=f"{work}.txt",
        snapshot=f"sha256:{work}/{edition}/{language.value}",
        clause=f"point-{number}",
        language=language,
        start=start,
        text=text,
        services=services or (f"service of {work}",),
        heading=heading,
    )


def measured(texts: Sequence[ClauseText]) -> tuple[Overlap, list[Repeat]]:
    """The overlap of some clauses, and its pairs."""
    with ExitStack() as open_:
        overlap = open_.enter_context(measure_overlap(texts))
        return overlap, list(overlap.pairs())


def letters(text: str) -> int:
    """The characters of the words of a text, all of which are letters."""
    return sum(character.isalnum() for character in text)
