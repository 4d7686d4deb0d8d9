"""The day that a question without a date is asked on."""

from datetime import date, datetime, timedelta, timezone

# One time for the whole country since 1 March 2024: UTC+5.
KAZAKHSTAN = timezone(timedelta(hours=5))


def today_in_kazakhstan() -> date:
    """The current day in Kazakhstan."""
    return datetime.now(KAZAKHSTAN).date()
