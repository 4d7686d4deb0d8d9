"""What the JSON shapes are made of: objects, numbers and days.

Numbers are numbers in JSON and `Decimal` in code; dates are ISO 8601.
"""

from datetime import date
from decimal import Decimal
from typing import Any

Json = dict[str, Any]


def number_to_json(number: Decimal | None) -> int | float | None:
    """A JSON number: an int where the value is whole."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def day_to_json(day: date | None) -> str | None:
    """ISO 8601."""
    return day.isoformat() if day else None


def day_from_json(text: str | None) -> date | None:
    """The day of an ISO 8601 text."""
    return date.fromisoformat(text) if text else None
