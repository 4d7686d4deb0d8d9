"""Two names of one service that are no two prints of one name."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations

from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.compare.records.names import printed_names
from kb.compare.rule import ServiceRule
from kb.compare.terms.told_once import told_once
from kb.compare.within_act import act_rules
from kb.model import FindingClass, FindingSeverity
from kb.resolve.names import is_same_name, is_same_word, plain_name
from kb.text.words import Word, read_words
from kb.yaml_text import parse_yaml


def check(material: ServiceMaterial) -> tuple[Clash, ...]:
    """Pairs of names in one language, each of which has words of its own beyond order, synonyms and damage."""
    return told_once(_pairs(material))


def _pairs(material: ServiceMaterial) -> Iterator[Clash]:
    """Names that two texts print; two tables of one act are two services."""
    named = list(printed_names(material))
    for (name, evidence, speaker), (other, place, told_by) in combinations(named, 2):
        one_act = evidence.act is not None and evidence.act == place.act
        if evidence.language is place.language and not one_act and _differ(name, other):
            yield Clash(
                kind=FindingClass.NAME,
                a=Point(evidence=evidence, source_kind=speaker),
                b=Point(evidence=place, source_kind=told_by),
                reason="two_names",
            )


def _differ(name: str, other: str) -> bool:
    """Whether each name has words that the other lacks: a shorter name leaves words out and says nothing else."""
    if is_same_name(plain_name(name), plain_name(other)):
        return False
    left, right = _words(name), _words(other)
    ours = [word for word in left if not any(_same(word, one) for one in right)]
    theirs = [word for word in right if not any(_same(word, one) for one in left)]
    return bool(ours and theirs)


def _same(one: Word, other: Word) -> bool:
    return one.shares_stem(other) or is_same_word(one.folded, other.folded) or _meaning(one) == _meaning(other)


def _words(name: str) -> list[Word]:
    return [word for word in read_words(name).items if word.folded_kk not in _empty()]


def _meaning(word: Word) -> str:
    return _alike().get(word.folded_kk, word.folded_kk)


@cache
def _empty() -> frozenset[str]:
    return frozenset(word.folded_kk for line in _table()["empty"] for word in read_words(line).items)


@cache
def _alike() -> dict[str, str]:
    """Every word of a group of like words by its stem, with the first word of the group."""
    found: dict[str, str] = {}
    for line in _table()["alike"]:
        words = [word.folded_kk for word in read_words(line).items]
        found |= dict.fromkeys(words, words[0])
    return found


@cache
def _table() -> dict[str, list[str]]:
    content: dict[str, list[str]] = parse_yaml(
        files("kb.compare").joinpath("data", "names.yaml").read_text(encoding="utf-8")
    )
    return content


RULES = (ServiceRule(kind=FindingClass.NAME, severity=FindingSeverity.LOW, check=check), *act_rules(FindingClass.NAME))
