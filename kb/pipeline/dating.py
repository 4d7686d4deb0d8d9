"""Looking at a service on a date."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kb.model import Card, Fee, Statement
from kb.model.shapes import Json, card_to_json, number_to_json
from kb.norms import NormsError, fee_in_tenge
from kb.resolve import statements_on


def tenge_of(statement: Statement, day: date, *, fees: Mapping[str, Fee]) -> Decimal | None:
    """The fee in tenge on the day; None for other values and where the dated table does not reach.

    `fees` are those of the card by statement id, in which the base of a share is found.
    """
    if not isinstance(statement.value, Fee):
        return None
    try:
        return fee_in_tenge(statement.value, day, base=fees.get(statement.value.of or ""))
    except NormsError:
        return None


def fees_of(card: Card) -> dict[str, Fee]:
    """The fees of the card by statement id."""
    return {one.id: one.value for one in card.statements if isinstance(one.value, Fee)}


def dated_card(card: Card, day: date) -> Json:
    """The card's JSON with `as_of`, and `in_force` and `tenge` on every statement."""
    shape = card_to_json(card)
    by_id = {statement.id: statement for statement in card.statements}
    fees = fees_of(card)
    for group in shape["statements"].values():
        for line in group:
            statement = by_id[line["id"]]
            line["in_force"] = bool(statements_on([statement], day))
            line["tenge"] = number_to_json(tenge_of(statement, day, fees=fees))
    return {**shape, "as_of": day.isoformat()}
