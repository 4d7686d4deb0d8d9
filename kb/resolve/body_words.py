"""Words of a text and the names of bodies among them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from rapidfuzz.distance import Levenshtein, Prefix

from kb.model import Language
from kb.norms.bodies import bodies
from kb.resolve.names import WORD, is_same_word, plain_name
from kb.text import fold, fold_kazakh, stem
from kb.yaml_text import parse_yaml

MatchKind = Literal["name", "alias", "abbreviation", "damaged", "partial"]
LEAST_STEM = 4  # letters that two forms of one word begin with
START_LETTERS = 3  # of a first word, by which names are looked up
CACHED_WORDS = 50_000
LEAST_FUZZY_STEM = 7  # of a stem: shorter ones of other words differ by a letter too
LEAST_FUZZY = 5  # letters of a word that may be damaged
LONG_ABBREVIATION = 6  # letters from which an abbreviation may have one wrong
MOST_ENDING = {Language.KK: 8, Language.RU: 3}  # letters of the endings of a form
_LAST_LETTERS = {("п", "б"), ("к", "г")}  # what the last letter of a Kazakh word becomes before a vowel
_POSSESSIVE = "ыи"  # the vowel that a form of a Kazakh or Russian word may lack
_BREAK = re.compile(r"[,;:()\n/]|\s[-–—]|[–—]|\.\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text in `language`.

    `folded` is the printed word in one spelling, `plain` has no Kazakh letters, `key` is what the word counts as;
    `breaks` where a sign stands before it, `opens` where that is a bracket.
    """

    folded: str
    plain: str
    key: str
    stem: str
    capital: bool
    breaks: bool
    opens: bool
    language: Language


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name of a body in words; `how` is what kind of name it is."""

    words: tuple[Word, ...]
    code: str
    how: MatchKind
    territorial: bool = False


def read_words(text: str, language: Language) -> tuple[Word, ...]:
    """The words of a text, those of the country dropped."""
    text = re.sub(body_wording()["short_name"][language], " , ", text, flags=re.IGNORECASE)
    words = []
    done = 0
    for found in WORD.finditer(text):
        between = text[done : found.start()]
        done = found.end()
        word = _word(found[0], language)
        words.append(replace(word, breaks=bool(_BREAK.search(between)), opens="(" in between))
    return _without_country(words, language)


def same_form(one: Word, other: Word) -> bool:
    """Whether a word of a text is a form of a word of a name; an abbreviation in a name has no other form."""
    if one.key == other.key:
        return True
    if other.capital:
        return False
    shorter, longer = sorted((one.key, other.key), key=len)
    return one.stem == other.stem or _begin_alike(shorter, longer, one.language)


def _begin_alike(shorter: str, longer: str, language: Language) -> bool:
    """Whether the longer word is the shorter one with more endings."""
    shared = Prefix.similarity(shorter, longer)
    if shared < LEAST_STEM or len(longer) - shared > MOST_ENDING[language]:
        return False
    if shared == len(shorter):
        return True
    last = shorter[-1]
    return shared == len(shorter) - 1 and (last in _POSSESSIVE or (last, longer[shared]) in _LAST_LETTERS)


def same_print(one: Word, other: Word) -> bool:
    """Whether two words are forms or damaged prints of one word."""
    if same_form(one, other):
        return True
    if other.capital or min(len(one.key), len(other.key)) < LEAST_FUZZY:
        return False
    return is_same_word(one.key, other.key) or (
        min(len(one.stem), len(other.stem)) >= LEAST_FUZZY_STEM
        and Levenshtein.distance(one.stem, other.stem, score_cutoff=1) <= 1
    )


def starts_with(words: Sequence[Word], at: int, phrase: Sequence[Word], *, damaged: bool = False) -> bool:
    """Whether the forms of a phrase stand at this place, or damaged prints of them."""
    part = words[at : at + len(phrase)]
    return len(part) == len(phrase) and all(map(same_print if damaged else same_form, part, phrase))


def find_abbreviation(word: Word, language: Language) -> tuple[tuple[str, ...], bool]:
    """The codes that an abbreviation stands for, and whether it is one by a letter only."""
    known = _abbreviations(language)
    if not word.capital:
        return (), False
    for letters in (word.folded, word.plain):  # СІМ and СИМ are two bodies, typed on a Russian keyboard one
        if letters in known:
            return known[letters], False
    if len(word.plain) < LONG_ABBREVIATION:
        return (), False
    near = {
        code
        for short, codes in known.items()
        if len(short) >= LONG_ABBREVIATION and Levenshtein.distance(short, word.plain, score_cutoff=1) <= 1
        for code in codes
    }
    return (tuple(near), True) if len(near) == 1 else ((), False)


@cache
def phrases(language: Language) -> tuple[Phrase, ...]:
    """Every name of every body in a language, the longest first."""
    found = []
    for body in bodies().values():
        if body.kind == "local_body" and body.parents:  # their levels are read apart, from the places named beside
            continue
        names: list[tuple[str, MatchKind]] = [(name.in_language(language), "name") for name in body.names]
        names += [(alias, "alias") for alias in body.aliases.get(language, ())]
        names += [(short, "abbreviation") for short in body.abbreviations.get(language, ()) if not short.isupper()]
        found += [Phrase(read_words(text, language), body.code, how) for text, how in names]
        found += [
            Phrase(read_words(text, language), body.code, "alias", territorial=True)
            for text in body.territorial.get(language, ())
        ]
    return tuple(sorted(dict.fromkeys(found), key=lambda phrase: -len(phrase.words)))


@cache
def phrases_by_start(language: Language) -> dict[str, tuple[Phrase, ...]]:
    """The names by the letters that their first word begins with in any form, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases(language):
        found.setdefault(phrase.words[0].key[:START_LETTERS], []).append(phrase)
    return {start: tuple(named) for start, named in found.items()}


@lru_cache(maxsize=CACHED_WORDS)
def is_listed(word: Word, table: str, *, damaged: bool) -> bool:
    """Whether a word is a form, or a damaged print, of one of a table of single words in bodies.yaml.

    Filling words have to have the very stem: what only begins like one may be a word of a name.
    """
    if table == "filler":
        return any(form.key == word.key or form.stem == word.stem for (form, *_) in word_lists(table, word.language))
    if table == "not_heads":  # words that begin like a noun of bodies and go on otherwise
        return any(word.key.startswith(form.key[:-1]) for (form, *_) in word_lists(table, word.language))
    same = same_print if damaged else same_form
    return any(same(word, form) for (form, *_) in word_lists(table, word.language))


@cache
def word_lists(table: str, language: Language) -> tuple[tuple[Word, ...], ...]:
    """The phrases of a table of bodies.yaml in a language, the longest first."""
    entry = body_wording()[table][language]
    return _read([entry] if isinstance(entry, str) else entry, language)


@cache
def part_lists(language: Language) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """The units of bodies: code and phrase, the longest first."""
    found = [
        (code, words) for code, forms in body_wording()["parts"].items() for words in _read(forms[language], language)
    ]
    return tuple(sorted(found, key=lambda item: -len(item[1])))


@cache
def body_wording() -> Any:
    """The parsed data/bodies.yaml."""
    return parse_yaml(files("kb.resolve").joinpath("data", "bodies.yaml").read_text(encoding="utf-8"))


def _read(texts: Iterable[str], language: Language) -> tuple[tuple[Word, ...], ...]:
    """Phrases in words, the longest first."""
    lists = (tuple(_word(item[0], language) for item in WORD.finditer(text)) for text in texts)
    return tuple(sorted(lists, key=len, reverse=True))


@cache
def _abbreviations(language: Language) -> dict[str, tuple[str, ...]]:
    """Codes by abbreviation, as printed and without Kazakh letters."""
    found: dict[str, tuple[str, ...]] = {}
    for body in bodies().values():
        for short in body.abbreviations.get(language, ()):
            if short.isupper() and " " not in short:
                for letters in dict.fromkeys((fold(short).text, plain_name(short))):
                    found[letters] = tuple(dict.fromkeys((*found.get(letters, ()), body.code)))
    return found


@lru_cache(maxsize=CACHED_WORDS)
def _word(printed: str, language: Language) -> Word:
    capital = len(printed) > 1 and printed[:2].isupper()
    alike = body_wording()["look_alikes"]
    if set(printed.upper()) <= set(alike["latin"]):
        printed = printed.upper().translate(str.maketrans(alike["latin"], alike["cyrillic"]))
    plain = plain_name(printed)
    key = plain
    for first, whole in body_wording()["same_words"].get(language, ()):
        if plain.startswith(first):
            key = plain_name(whole)
    return Word(
        folded=fold(printed).text,
        plain=plain,
        key=key,
        stem=fold_kazakh(stem(key, language)),
        capital=capital,
        breaks=False,
        opens=False,
        language=language,
    )


def _without_country(words: list[Word], language: Language) -> tuple[Word, ...]:
    names = [tuple(WORD.findall(plain_name(name))) for name in body_wording()["country"][language]]
    kept: list[Word] = []
    at, breaks = 0, False
    while at < len(words):
        length = next((len(name) for name in names if _is_country(words, at, name)), 0)
        if length:
            breaks |= any(word.breaks for word in words[at : at + length])
            at += length
            continue
        word = words[at]
        kept.append(replace(word, breaks=word.breaks or breaks))
        at, breaks = at + 1, False
    return tuple(kept)


def _is_country(words: list[Word], at: int, name: tuple[str, ...]) -> bool:
    part = words[at : at + len(name)]
    if len(part) < len(name):
        return False
    if len(name) == 1:
        return part[0].plain == name[0] and part[0].capital
    return all(word.plain[: len(one) - 1] == one[:-1] for word, one in zip(part, name, strict=True))
