"""Tests of operators' advice: what they told people who asked as citizens do."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kb.model.monitoring import Answers, QuestionKind
from kb.monitoring.template import question_kinds

# What stands in the base for each outcome; the words of a file are in data/template.yaml.
OUTCOMES: Mapping[str, Decimal] = {"right": Decimal(2), "incomplete": Decimal(1), "wrong": Decimal(0)}
RIGHT = (OUTCOMES["right"],)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Tests by outcome; `silent` are calls that nobody answered or that ended without an answer."""

    right: int
    incomplete: int
    wrong: int
    silent: int

    @classmethod
    def of(cls, answers: Answers) -> "Advice":
        """The outcomes of the answers to questions of the kind ADVICE."""
        counts = {name: answers.of_values((value,)) for name, value in OUTCOMES.items()}
        return cls(**counts, silent=answers.silent)


def advice_questions() -> tuple[str, ...]:
    """The themes of advice, in the order of the data file."""
    return tuple(code for code, kind in question_kinds().items() if kind is QuestionKind.ADVICE)
