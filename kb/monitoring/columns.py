"""The heading of a file → its columns and the form of its answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.monitoring.errors import BadMarks
from kb.monitoring.sheets import SheetRow
from kb.monitoring.sheets.sheet import column_letters
from kb.monitoring.template import column_headings, load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the columns of a file stand, by code; `form` is one of the forms of the template."""

    name: str
    form: str
    places: Mapping[str, int]
    headings: Mapping[str, str]

    def place(self, row: int, column: str) -> str:
        """File, row and column in words."""
        if column not in self.places:
            return f"{self.name}: row {row}"
        return f"{self.name}: row {row}, column {column_letters(self.places[column])} «{self.headings[column]}»"


def read_places(
    row: SheetRow, name: str, *, known: Mapping[str, str], needed: Sequence[str], advice: str
) -> Mapping[str, int]:
    """Where the columns of a heading stand, by the code that `known` has for their words; raises BadMarks with every
    fault of the heading, and `advice` where to read of the template."""
    faults: list[str] = []
    places: dict[str, int] = {}
    filled = [place for place, cell in enumerate(row.cells) if cell]
    for place, cell in enumerate(row.cells[: filled[-1] + 1]):
        at = f"{name}: row {row.number}, column {column_letters(place)}"
        code = known.get(" ".join(cell.lower().split()))
        if not cell:
            faults.append(f"{at} has no heading; was it merged with its neighbour? Give every column its own")
        elif code is None:
            faults.append(f"{at}: «{cell[:40]}» is no column of the template; see {advice}")
        elif code in places:
            faults.append(f"{at}: «{cell}» is there twice (column {column_letters(places[code])})")
        else:
            places[code] = place
    faults += [f"{name}: row {row.number} lacks the column «{code}»" for code in needed if code not in places]
    if faults:
        raise BadMarks(faults)
    return places


def read_columns(row: SheetRow, name: str) -> Columns:
    """The columns that a heading names; raises BadMarks with every fault of it."""
    template = load_table("template")
    places = read_places(
        row, name, known=column_headings(), needed=template["needed"], advice="docs/monitoring.md"
    )  # fmt: skip
    forms = template["forms"]
    fitting = [form for form, parts in forms.items() if set(parts["needs"]) <= set(places)]
    if len(fitting) != 1:
        told = "; ".join(f"{', '.join(parts['needs'])}" for parts in forms.values())
        raise BadMarks([f"{name}: row {row.number} must have the columns of exactly one form of answers: {told}"])
    own = {*forms[fitting[0]]["needs"], *forms[fitting[0]]["takes"]}
    others = {code for parts in forms.values() for code in (*parts["needs"], *parts["takes"])} - own
    strange = sorted(others & set(places))
    if strange:
        raise BadMarks(
            [f"{name}: row {row.number} mixes two forms: {', '.join(strange)} do not go with «{fitting[0]}»"]
        )
    return Columns(
        name=name, form=fitting[0], places=places, headings={code: row.cells[place] for code, place in places.items()}
    )
