"""Means and shares that a file prints beside its counts: they must be those of the row, and not of another one."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from kb.model.monitoring import Answers
from kb.monitoring.cells import CellFault, Cells
from kb.monitoring.measures import mean, satisfaction
from kb.monitoring.rounding import decimals, half_up

MOST_KEPT = 20_000  # rows of counts that are remembered; files with more have no printed figures beside them
PRINTED = ("mean", "satisfaction")


class PrintedFault(CellFault):
    """Figures that the counts of their row do not give, as printed, by column."""

    def __init__(self, words: str, figures: Mapping[str, Decimal]) -> None:
        super().__init__(words)
        self.figures = figures


def check_printed(cells: Cells, counts: Sequence[int]) -> None:
    """Raises PrintedFault for a mean or satisfaction that the counts of marks 1 to 5 do not give."""
    figures = {column: cells.decimal(column) for column in PRINTED if cells.text(column)}
    if not figures:
        return
    answers = Answers.marks(counts)
    for column, printed in figures.items():
        if not answers.rated:
            raise cells.fault(column, "cannot be: nobody gave a mark")
        right = _figure(answers, column, decimals(printed))
        if right != printed:
            told = cells.fault(column, f"cannot be: the counts of the row give {right}")
            raise PrintedFault(str(told), figures)


class SlippedLabels:
    """The counts of the rows of one file, to tell whose figures stand in a row that they do not fit."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, Answers]] = []

    def remember(self, cells: Cells) -> None:
        """Keeps the counts of a row whose file prints means or shares."""
        if any(cells.text(column) for column in PRINTED) and len(self._rows) < MOST_KEPT:
            self._rows.append((cells.number, Answers.marks(cells.count(f"n{mark}") for mark in range(1, 6))))

    def explain(self, fault: PrintedFault) -> str:
        """The fault in words, with the one row whose counts give all its figures where there is one."""
        fitting = [number for number, answers in self._rows if answers.rated and _fit(answers, fault.figures)]
        if len(fitting) == 1:
            return f"{fault}; those of row {fitting[0]} do: the labels may have slipped"
        return f"{fault}; are labels or rows shifted?"


def _fit(answers: Answers, figures: Mapping[str, Decimal]) -> bool:
    return all(_figure(answers, column, decimals(printed)) == printed for column, printed in figures.items())


def _figure(answers: Answers, column: str, digits: int) -> Decimal:
    exact: Fraction = mean(answers) if column == "mean" else 100 * satisfaction(answers)
    return half_up(exact, digits)
