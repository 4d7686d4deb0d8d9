"""Every name of the tables, whole and damaged: it means its own body or nobody's, never another one."""

import random
from collections.abc import Callable, Iterator

import pytest

from kb.model import Language
from kb.norms.bodies import ancestors, bodies
from kb.resolve.bodies import BodyMatch, resolve_body
from kb.text import fold_kazakh

SEED = 20
LOOK_ALIKES = str.maketrans("аеорсхіАЕОРСХІ", "aeopcxiAEOPCXI")
MISREAD = str.maketrans("әөңғқұі", "өәнгкүi")
MOST_OTHERS = 0.03  # of names without a word, measured 0.02

Damage = Callable[[str, random.Random], str]


def names() -> Iterator[tuple[str, Language, str]]:
    for body in bodies().values():
        for language in (Language.KK, Language.RU):
            for name in body.names:
                yield body.code, language, name.in_language(language)
            for alias in (*body.aliases.get(language, ()), *body.territorial.get(language, ())):
                yield body.code, language, alias


def outcome(code: str, language: Language, text: str) -> str:
    match = resolve_body(text, language)
    if not isinstance(match, BodyMatch):
        return "doubt"
    if match.codes == (code,) or set(match.codes) <= ancestors(code):
        return "right"
    whole = match.kind_of_match in ("name", "alias", "abbreviation")
    return "another" if whole else f"wrong: {text} means {match.codes}, not {code}"


def look_alikes(text: str, _: random.Random) -> str:
    return text.translate(LOOK_ALIKES)


def without_kazakh_letters(text: str, _: random.Random) -> str:
    return fold_kazakh(text)


def shouted(text: str, _: random.Random) -> str:
    return text.upper()


def letter_lost(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text))
    return text[:at] + text[at + 1 :]


def letter_wrong(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text))
    return text[:at] + chance.choice("аеиноты") + text[at + 1 :]


def word_lost(text: str, chance: random.Random) -> str:
    words = text.split()
    del words[chance.randrange(len(words))]
    return " ".join(words)


def word_added(text: str, chance: random.Random) -> str:
    words = text.split()
    words.insert(chance.randrange(len(words) + 1), chance.choice(["құм", "ойын", "песок", "игр"]))
    return " ".join(words)


def misread(text: str, _: random.Random) -> str:
    return text.translate(MISREAD)


# Shares of damaged names that are still read; all others are doubts. Floors a little below what is measured.
LEAST_FOUND: dict[Damage, float] = {
    letter_lost: 0.5, letter_wrong: 0.5, misread: 0.75, word_added: 0.05, word_lost: 0.25,
}  # fmt: skip


def test_every_name_means_its_body() -> None:
    outcomes = [outcome(*name) for name in names()]
    assert len(outcomes) > 350
    assert set(outcomes) == {"right"}


@pytest.mark.parametrize("damage", [look_alikes, without_kazakh_letters, shouted])
def test_another_spelling_means_the_same_body(damage: Damage) -> None:
    chance = random.Random(SEED)  # noqa: S311
    spelt = [outcome(code, language, damage(name, chance)) for code, language, name in names()]
    assert set(spelt) == {"right"}


@pytest.mark.parametrize("damage", [letter_lost, letter_wrong, misread, word_added, word_lost])
def test_damage_never_makes_another_body(damage: Damage) -> None:
    chance = random.Random(SEED)  # noqa: S311
    damaged = [outcome(code, language, damage(name, chance)) for code, language, name in names()]
    assert [one for one in damaged if one.startswith("wrong")] == []
    # without a word some names are whole names of other bodies
    assert damaged.count("another") <= (MOST_OTHERS if damage is word_lost else 0) * len(damaged)
    assert damaged.count("right") >= LEAST_FOUND[damage] * len(damaged)
