"""How well lists of documents are answered: `python -m tests.real.document_score --base FOLDER --misses`.

Each question is asked twice: as it is, and with its service given, so that the choice of documents is measured apart
from the choice of the service. An item of the answer and one of the expected list pair when they stand in the same line
of the same text, or up to two lines apart with a word in common; where the answer rests on another edition of the text,
when they read alike. Each pairs once, the nearest first; what is left of the expected items pairs with a told one that
names it in the same line as well.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from kb.app import Settings, open_registry
from kb.model import Answer, Attribute, Language, Statement
from kb.pipeline import Registry
from kb.text.words import read_words
from tests.conftest import shared_folder
from tests.real.document_labels import (
    FOLDER,
    LABELS,
    OTHER_SETS,
    ListedItem,
    ListQuestion,
    other_labels,
    read_list_questions,
)

NEAR = 2  # lines: people name the line of an item's first words, evidence may begin at its mark or its condition
ALIKE = 85  # of 100: two editions of an item differ in a word or a reference


@dataclass(frozen=True, slots=True, kw_only=True)
class ListScore:
    """Items told rightly, left out and told too much; questions, and how many got the right service."""

    right: int = 0
    missed: int = 0
    extra: int = 0
    questions: int = 0
    served: int = 0

    @property
    def f1(self) -> float:
        """F1 over items; 1 where nothing was expected and nothing told."""
        both = 2 * self.right + self.missed + self.extra
        return 2 * self.right / both if both else 1.0

    @property
    def precision(self) -> float:
        """Share of the told items that are right."""
        told = self.right + self.extra
        return self.right / told if told else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected items that are told."""
        expected = self.right + self.missed
        return self.right / expected if expected else 1.0

    def __add__(self, other: "ListScore") -> "ListScore":
        return ListScore(
            right=self.right + other.right,
            missed=self.missed + other.missed,
            extra=self.extra + other.extra,
            questions=self.questions + other.questions,
            served=self.served + other.served,
        )

    def __str__(self) -> str:
        figures = f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
        items = self.right + self.missed
        return f"{figures}  of {items} items; right service {self.served} of {self.questions} questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One question with its answer, the items that paired, those that did not, and its score."""

    question: ListQuestion
    answer: Answer
    missed: tuple[ListedItem, ...]
    extra: tuple[Statement, ...]
    score: ListScore


@dataclass(frozen=True, slots=True, kw_only=True)
class ListGround:
    """The base that is asked, the folder with the acts, the ids of the services by the text of their list, and the
    names of services."""

    registry: Registry
    acts: Path
    services: Mapping[str, frozenset[str]]
    names: Mapping[str, str]


def open_ground(registry: Registry, acts: Path) -> ListGround:
    """What questions are scored against."""
    services: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for statement, service in registry.all_statements():
        if statement.attribute is Attribute.DOCUMENT:
            services.setdefault(statement.evidence.document, set()).add(service.id)
            names[service.id] = f"{service.name_kk} {service.name_ru}"
    return ListGround(
        registry=registry,
        acts=acts,
        services={name: frozenset(ids) for name, ids in services.items()},
        names=names,
    )


def score_question(question: ListQuestion, ground: ListGround, *, given: bool) -> Scored:
    """The score of one question; `given`: its service is told with it. Raises ValueError for a list not in the base."""
    known = next((name for name in ground.services if name.endswith(question.document)), None)
    if known is None:
        raise ValueError(f"{question.id}: the base has no documents of {question.document}; build it from the acts")
    services = ground.services[known]
    answer = ground.registry.ask(
        question.text,
        language=question.language,
        service=_meant(question, services, ground) if given else None,
        key=question.id,
    )
    told = [value.statement for value in answer.values if value.statement.attribute is Attribute.DOCUMENT]
    pairs = pair_items(question, told, lines=(ground.acts / question.document).read_text(encoding="utf-8").split("\n"))
    score = ListScore(
        right=len(pairs),
        missed=len(question.items) - len(pairs),
        extra=len(told) - len(set(pairs.values())),
        questions=1,
        served=bool(answer.service and answer.service.id in services),
    )
    return Scored(
        question=question,
        answer=answer,
        missed=tuple(item for place, item in enumerate(question.items) if place not in pairs),
        extra=tuple(one for place, one in enumerate(told) if place not in pairs.values()),
        score=score,
    )


def _meant(question: ListQuestion, services: frozenset[str], ground: ListGround) -> str:
    """Of the services that one text lists documents of the one with the question's name."""
    return max(sorted(services), key=lambda key: fuzz.token_set_ratio(question.service, ground.names[key]))


def pair_items(question: ListQuestion, told: Sequence[Statement], *, lines: Sequence[str]) -> dict[int, int]:
    """Places of expected items with those of told ones; `lines` are of the text that the list was read in."""
    distances = sorted(
        (distance, at, to)
        for at, item in enumerate(question.items)
        for to, statement in enumerate(told)
        if (distance := distance_of(item, statement, question, lines)) is not None
    )
    pairs: dict[int, int] = {}
    for _, at, to in distances:
        if at not in pairs and to not in pairs.values():
            pairs[at] = to
    for distance, at, to in distances:
        if at not in pairs and distance == 0:
            pairs[at] = to
    return pairs


def distance_of(item: ListedItem, statement: Statement, question: ListQuestion, lines: Sequence[str]) -> float | None:
    """From 0, where both are surely the same, upwards; None where they are no pair."""
    evidence = statement.evidence
    if evidence.language is not question.language:
        return None
    common = bool(read_words(item.name).stems & read_words(evidence.quote).stems)
    if evidence.document.endswith(question.document):
        apart = abs(item.line - evidence.line)
        return apart + 0.5 * (not common) if apart == 0 or (apart <= NEAR and common) else None
    printed = lines[item.line - 1]
    return 0.0 if fuzz.partial_ratio(evidence.quote, printed) >= ALIKE and common else None


def score_questions(questions: Iterable[ListQuestion], ground: ListGround, *, given: bool) -> Iterator[Scored]:
    """Each question's score in order."""
    for question in questions:
        yield score_question(question, ground, given=given)


def add_scores(scored: Iterable[Scored]) -> dict[str, ListScore]:
    """Sums over all questions and over those of each language."""
    total = {name: ListScore() for name in ("all", *(language.value for language in (Language.KK, Language.RU)))}
    for one in scored:
        for name in ("all", one.question.language.value):
            total[name] += one.score
    return total


def main() -> None:
    """Prints the figures with and without the service given; on request what was missed and told too much."""
    parser = argparse.ArgumentParser(prog="python -m tests.real.document_score", description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="home of a base that was built from the acts")
    parser.add_argument(
        "--half", choices=("even", "odd", "all"), default="all", help="rules are tuned on the even ones"
    )
    parser.add_argument("--set", choices=OTHER_SETS, help="the questions of another reader")
    parser.add_argument("--misses", action="store_true", help="tell items missed (-) and told too much (+), even ones")
    options = parser.parse_args()
    wanted = {"even": (0,), "odd": (1,), "all": (0, 1)}[options.half]
    labels = other_labels(options.set) if options.set else LABELS
    questions = [one for one in read_list_questions(labels) if one.number % 2 in wanted]
    registry = open_registry(Settings(home=options.base))
    try:
        ground = open_ground(registry, shared_folder() / "data" / FOLDER)
        for given in (True, False):
            scored = list(score_questions(questions, ground, given=given))
            print("service given" if given else "service found")  # noqa: T201
            for name, score in add_scores(scored).items():
                print(f"  {name:4} {score}")  # noqa: T201
            if options.misses:
                shown = [one for one in scored if one.question.number % 2 == 0]
                print("\n".join(line for one in shown for line in tell_misses(one)))  # noqa: T201
    finally:
        registry.close()


def tell_misses(scored: Scored) -> list[str]:
    """Lines that tell what is wrong with one answer; none where nothing is."""
    if not scored.missed and not scored.extra and scored.score.served:
        return []
    served = scored.answer.service.id if scored.answer.service else "no service"
    head = f"{scored.question.id} {scored.answer.intent} {served} «{scored.question.text}»"
    missed = [f"  - {item.line} {item.name}" for item in scored.missed]
    extra = [f"  + {one.evidence.line} {' '.join(one.evidence.quote.split())[:110]}" for one in scored.extra]
    return [head, *missed, *extra]


if __name__ == "__main__":
    main()
