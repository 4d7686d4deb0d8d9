"""What the Kazakh and the Russian text of one act say of the same service: `python -m tests.real.language_parity`."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from kb.extract import extract_document
from kb.model import Attribute, Channel, Deadline, Document, Fee, Statement
from tests.conftest import shared_folder
from tests.real.act_file import read_act

PAIRS = Path(__file__).with_name("parity.yaml")
FIELDS = (
    Attribute.DEADLINE,
    Attribute.FEE,
    Attribute.CHANNEL,
    Attribute.DOCUMENT,
    Attribute.REFUSAL_GROUND,
)
LANGUAGE = re.compile(r"(?<![^/])(kaz|rus)(?=[./])")
# By field: the values with how often they are set; items of lists only count.
Values = dict[Attribute, Counter[tuple[object, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parity:
    """Of one field: how many values both texts set, and how many only one of them."""

    equal: int = 0
    kk_only: int = 0
    ru_only: int = 0

    @property
    def share(self) -> float:
        """Part of all set values, of both texts, that the other one sets too; 1 where none is set."""
        every = 2 * self.equal + self.kk_only + self.ru_only
        return 2 * self.equal / every if every else 1.0

    def without(self, told: "Parity") -> "Parity":
        """What is left of the differences; a told one that is not there any more is a ValueError: its entry is old."""
        if told.kk_only > self.kk_only or told.ru_only > self.ru_only:
            raise ValueError(f"tests/real/parity.yaml tells of differences {told} that are not there: {self}")
        return replace(self, kk_only=self.kk_only - told.kk_only, ru_only=self.ru_only - told.ru_only)

    def __add__(self, other: "Parity") -> "Parity":
        return Parity(
            equal=self.equal + other.equal,
            kk_only=self.kk_only + other.kk_only,
            ru_only=self.ru_only + other.ru_only,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActParity:
    """Both texts of an edition: parity by field, over the `services` that both have; `unpaired` are services more in
    one of them."""

    act: str
    services: int
    unpaired: int
    fields: dict[Attribute, Parity]


def text_pairs(acts: Path) -> list[tuple[Path, Path]]:
    """The Kazakh and the Russian file of each edition below the folder `acts`."""
    files: dict[str, dict[str, Path]] = {}
    for path in sorted(acts.rglob("*.md")):
        name = str(path.relative_to(acts))
        language = LANGUAGE.search(name)
        if language:
            files.setdefault(LANGUAGE.sub("*", name, count=1), {})[language[0]] = path
    named = [(pair["kaz"], pair["rus"]) for pair in files.values() if len(pair) == 2]
    listed: list[dict[str, str]] = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))["pairs"]
    told = [(acts / f"{pair['act']}{pair['kk']}", acts / f"{pair['act']}{pair['ru']}") for pair in listed]
    return [*named, *told]


def told_differences() -> dict[tuple[str, Attribute], Parity]:
    """By the Kazakh file and the field, how many values the texts themselves set otherwise."""
    listed = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))["differences"]
    return {
        (one["act"], Attribute(one["field"])): Parity(kk_only=one.get("kk", 0), ru_only=one.get("ru", 0))
        for one in listed
    }


def compare_texts(acts: Path) -> Iterator[ActParity]:
    """The parity of each pair of which at least one text has a service, without the differences of the texts."""
    told = told_differences()
    for kk, ru in text_pairs(acts):
        ours, theirs = values_by_service(read_act(kk)), values_by_service(read_act(ru))
        if ours or theirs:
            act = str(kk.relative_to(acts))
            yield ActParity(
                act=act,
                services=min(len(ours), len(theirs)),
                unpaired=abs(len(ours) - len(theirs)),
                fields={
                    name: parity.without(told.get((act, name), Parity()))
                    for name, parity in compare_values(ours, theirs).items()
                },
            )


def values_by_service(document: Document) -> list[Values]:
    """What each service of the document is told, in the order of the services."""
    found = extract_document(document)
    told: dict[str, Values] = {mention.key: {name: Counter() for name in FIELDS} for mention in found.mentions}
    for statement in found.statements:
        if statement.attribute in FIELDS and statement.service in told:
            told[statement.service][statement.attribute][_key(statement)] += 1
    for values in told.values():  # a channel counts once
        values[Attribute.CHANNEL] = Counter(set(values[Attribute.CHANNEL]))
    return list(told.values())


def compare_values(kk: list[Values], ru: list[Values]) -> dict[Attribute, Parity]:
    """By field, over services that stand at the same place in both texts."""
    total = dict.fromkeys(FIELDS, Parity())
    for ours, theirs in zip(kk, ru, strict=False):
        for name in FIELDS:
            total[name] += Parity(
                equal=(ours[name] & theirs[name]).total(),
                kk_only=(ours[name] - theirs[name]).total(),
                ru_only=(theirs[name] - ours[name]).total(),
            )
    return total


def add_up(found: Iterable[ActParity]) -> dict[Attribute, Parity]:
    """The sum over all acts, field by field."""
    total = dict.fromkeys(FIELDS, Parity())
    for one in found:
        for name in FIELDS:
            total[name] += one.fields[name]
    return total


def _key(statement: Statement) -> tuple[object, ...]:
    match statement.value:
        case Deadline(value=value, unit=unit, purpose=purpose):
            return value, unit, purpose
        case Fee(kind=kind, amount=amount):
            return kind, amount
        case Channel(code=code, offered=offered):
            return code, offered
        case _:
            return ()


def main() -> None:
    """Prints each pair's counts of values that only one of the texts sets, and the sums."""
    found = list(compare_texts(shared_folder() / "data" / "acts"))
    for one in found:
        apart = {
            name.value: (parity.equal, parity.kk_only, parity.ru_only)
            for name, parity in one.fields.items()
            if parity.kk_only or parity.ru_only
        }
        print(one.act, f"unpaired {one.unpaired}" if one.unpaired else "", apart or "equal")  # noqa: T201
    for name, parity in add_up(found).items():
        print(f"{name.value:15} {parity.equal} equal, {parity.kk_only} + {parity.ru_only}, {parity.share:.4f}")  # noqa: T201


if __name__ == "__main__":
    main()
