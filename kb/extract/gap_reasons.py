"""Why a value that a text should state cannot be taken from it."""

from enum import StrEnum


class GapReason(StrEnum):
    """Codes of `Gap.reason`; their labels stand in the norms table `gap_reason`."""

    NO_NUMBER = "no_number"
    NO_UNIT = "no_unit"
    NO_AMOUNT = "no_amount"
    NEGATIVE = "negative"
    TOO_LARGE = "too_large"
    CONTRADICTORY = "contradictory"
    MIXED_UNITS = "mixed_units"
    BY_REFERENCE = "by_reference"
    FOREIGN_MONEY = "foreign_money"
    SHARE_OF_NOTHING = "share_of_nothing"
    EMPTY = "empty"
    MISSING_ANNEX = "missing_annex"
