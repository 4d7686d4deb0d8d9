"""Looking at a service on a date."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from kb.model import Act, Card, Fee, Statement
from kb.model.plain_json import Json, number_to_json
from kb.model.review_shapes import decision_to_json
from kb.model.shapes import card_to_json
from kb.norms import NormsError, fee_in_tenge
from kb.pipeline.value_key import value_key
from kb.resolve import (
    ActHistory,
    Ruling,
    compare_forces,
    precedence_rules,
    report_year,
    rule_statements,
    scope_of,
    statements_on,
)


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


def rule_card(card: Card, day: date, *, acts: Sequence[Act] = ()) -> tuple[Ruling, ...]:
    """A ruling for each statement of the card, in their order. `acts` are those that the statements come from
    (`Acts.of_card`); the force of others decides nothing."""
    return rule_some(card.statements, day, acts=acts)


def rule_some(statements: Sequence[Statement], day: date, *, acts: Sequence[Act]) -> tuple[Ruling, ...]:
    """A ruling for each of some statements of one service: all that are of one attribute."""
    named = {code: act for act in acts for code in (act.id, *act.ids)}
    return rule_statements(statements, day, force=compare_forces(named, day), history=ActHistory(acts))


def unconfirmed_year(ruling: Ruling, rulings: Sequence[Ruling], day: date) -> int | None:
    """The year of the report that alone tells an effective value, where the day is in a later year; else None."""
    year = report_year(ruling.statement.service)
    if not ruling.effective or year is None or year >= day.year:
        return None
    told = ruling.statement
    confirmed = any(
        other.effective
        and report_year(other.statement.service) is None
        and other.statement.attribute is told.attribute
        and value_key(other.statement) == value_key(told)
        and scope_of(other.statement.scope) == scope_of(told.scope)
        for other in rulings
    )
    return None if confirmed else year


def ruling_to_json(ruling: Ruling) -> Json:
    """What a ruling adds to the JSON of its statement; `day_standing` is the standing on the day, `standing` that
    of the text."""
    return {
        "effective": ruling.effective,
        "day_standing": ruling.standing.value,
        "overridden_by": ruling.overridden_by.id if ruling.overridden_by else None,
        "overridden_since": ruling.since.isoformat() if ruling.since else None,
        "rule": ruling.rule,
        "narrowed_by": [one.id for one in ruling.narrowed_by],
        "disputed": ruling.disputed,
    }


def rules_to_json(rulings: Sequence[Ruling]) -> Json:
    """The title and the legal source of every rule that decided, each by language, by the code of the rule."""
    rules = precedence_rules()
    decided = dict.fromkeys(ruling.rule for ruling in rulings if ruling.rule)
    return {
        code: {
            part: {language.value: words for language, words in told.items()}
            for part, told in (("title", rules[code].title), ("source", rules[code].source))
        }
        for code in decided
    }


def dated_card(card: Card, day: date, *, acts: Sequence[Act] = ()) -> Json:
    """The card's JSON with `as_of` and `rules`; every statement with its ruling, `in_force`, `tenge`,
    `unconfirmed_since` and the `decision` of a person, those that hold before the others."""
    shape = card_to_json(card)
    rulings = rule_card(card, day, acts=acts)
    by_id = {ruling.statement.id: ruling for ruling in rulings}
    fees = fees_of(card)
    for group in shape["statements"].values():
        for line in group:
            ruling = by_id[line["id"]]
            line.update(ruling_to_json(ruling))
            line["superseded_by"] = line["overridden_by"]
            line["in_force"] = bool(statements_on([ruling.statement], day))
            line["tenge"] = number_to_json(tenge_of(ruling.statement, day, fees=fees))
            line["unconfirmed_since"] = unconfirmed_year(ruling, rulings, day)
            decision = card.decisions.get(line["id"])
            line["decision"] = decision_to_json(decision) if decision else None
        group.sort(key=lambda line: not line["effective"])
    return {**shape, "as_of": day.isoformat(), "rules": rules_to_json(rulings)}
