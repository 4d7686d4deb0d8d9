"""Tables with a figure in every cell: bodies by aspects (the heat map), bodies by channels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kb.monitoring import Flag, Measure, RatedRow
from kb.pipeline.monitoring import AspectTable, ChannelTable
from kb.web.monitoring.asked import RatingAsked
from kb.web.monitoring.figures import fixed, measured, shown_measure
from kb.web.monitoring.wave_ground import WaveGround
from kb.web.value_words import Shown
from kb.web.words import Words

SHADES = 5  # steps between the lowest and the highest figure of a table


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A figure with its number of answers; `shade` from 1 (lowest) to 5; `few` where a reader should not rely on it."""

    text: str
    people: str
    shade: int
    few: bool
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """A row; None for a cell without answers. `difference` is in words."""

    name: Shown
    cells: tuple[TableCell | None, ...]
    difference: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """Columns by name, rows, and the lowest and highest figure for each shade."""

    columns: tuple[str, ...]
    lines: tuple[TableLine, ...]
    shades: tuple[tuple[int, str], ...]


def aspect_view(table: AspectTable, ground: WaveGround, asked: RatingAsked, names: Sequence[str]) -> TableView:
    """The heat map; `names` are the aspects in words."""
    asked_of = {code: replace(asked, question=code) for code in table.aspects}
    rows = [(row.key, row.cells, None) for row in table.rows]
    return _view(rows, names, ground, asked, asked_of)


def channel_view(table: ChannelTable, ground: WaveGround, asked: RatingAsked, names: Sequence[str]) -> TableView:
    """Rows by channels, with the difference between the State Corporation and the bodies' offices."""
    asked_of = {code: replace(asked, chosen=replace(asked.chosen, channel=code)) for code in table.channels}
    rows = [(row.key, row.cells, _points(row.difference, ground.words)) for row in table.rows]
    return _view(rows, names, ground, asked, asked_of)


def _view(
    rows: Iterable[tuple[str, Mapping[str, RatedRow], str | None]],
    names: Sequence[str],
    ground: WaveGround,
    asked: RatingAsked,
    columns: Mapping[str, RatingAsked],
) -> TableView:
    """`columns` have for each column how its figures are asked for."""
    rows = list(rows)
    figures = [measured(cell, asked.measure) for _, cells, _ in rows for cell in cells.values()]
    scale = _Scale.of(figures)

    def cell_of(key: str, cells: Mapping[str, RatedRow], column: str) -> TableCell | None:
        row = cells.get(column)
        if row is None:
            return None
        return TableCell(
            text=shown_measure(row, asked.measure, ground.words),
            people=ground.words("monitoring.people", n=ground.words.number(row.rated)),
            shade=scale.shade(measured(row, asked.measure)),
            few=Flag.SMALL_N in row.flags,
            figure=ground.figure(columns[column], key),
        )

    lines = [
        TableLine(
            name=ground.shown(asked.by, key),
            cells=tuple(cell_of(key, cells, column) for column in columns),
            difference=difference,
        )
        for key, cells, difference in rows
    ]
    return TableView(
        columns=tuple(names),
        lines=tuple(sorted(lines, key=lambda line: line.name.text.casefold())),
        shades=scale.told(ground.words, asked.measure) if figures else (),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    low: Decimal
    step: Decimal

    @classmethod
    def of(cls, figures: Sequence[Decimal]) -> "_Scale":
        low, high = min(figures, default=Decimal(0)), max(figures, default=Decimal(0))
        return cls(low, (high - low) / SHADES)

    def shade(self, figure: Decimal) -> int:
        return min(int((figure - self.low) / self.step), SHADES - 1) + 1 if self.step else SHADES

    def told(self, words: Words, measure: Measure) -> tuple[tuple[int, str], ...]:
        if not self.step:
            return ()
        digits = Decimal("0.01") if measure is Measure.MEAN else Decimal("0.1")
        bounds = [(self.low + self.step * place).quantize(digits) for place in range(SHADES + 1)]
        return tuple(
            (place + 1, f"{fixed(bounds[place], words)}–{fixed(bounds[place + 1], words)}") for place in range(SHADES)
        )


def _points(difference: Decimal | None, words: Words) -> str | None:
    """Percentage points with their sign; the minus is that of typesetters, which screen readers speak."""
    if difference is None:
        return None
    return f"{'+' if difference > 0 else '−' if difference < 0 else ''}{fixed(abs(difference), words)}"
