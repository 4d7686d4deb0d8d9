"""A card with what holds of it on the day that is asked about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kb.answer.calculators.text_rules import TextRules
from kb.model import Card, Evidence, Statement
from kb.resolve import RuledStanding, Ruling

# Past values and values of repealed acts are never told: on the day nobody can go by them.
_TOLD = (RuledStanding.IN_FORCE, RuledStanding.OVERRIDDEN, RuledStanding.PRACTICE)
_COMING = (RuledStanding.PLANNED, RuledStanding.NOT_YET)


def no_passages(_statements: Sequence[Statement]) -> Sequence[Evidence]:
    """For a card whose texts are not at hand."""
    return ()


NO_TEXTS = TextRules(lambda _digest: None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A card and a ruling for each of its statements, in their order.

    `passages` gives the paragraphs of the texts that statements stand in, in reading order; `texts` tells what they say
    of how terms are counted.
    """

    card: Card
    rulings: tuple[Ruling, ...]
    passages: Callable[[Sequence[Statement]], Sequence[Evidence]] = no_passages
    texts: TextRules = field(default=NO_TEXTS, repr=False, compare=False)
    of: Mapping[Statement, Ruling] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "of", {ruling.statement: ruling for ruling in self.rulings})

    @property
    def told(self) -> tuple[Statement, ...]:
        """What may be told of the day: what is effective, what is overridden, what is only heard."""
        return tuple(ruling.statement for ruling in self.rulings if ruling.standing in _TOLD)

    @property
    def coming(self) -> tuple[Ruling, ...]:
        """What is planned or will hold later."""
        return tuple(ruling for ruling in self.rulings if ruling.standing in _COMING)

    def holds(self, statement: Statement) -> bool:
        """Whether a statement of the card is effective on the day."""
        ruling = self.of.get(statement)
        return ruling is not None and ruling.effective
