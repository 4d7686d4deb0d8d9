"""Printed numbers that cannot be taken for a value: below nothing, or said twice and differently."""

import re

from kb.text import Number, find_numbers

BRACKET = re.compile(r"[ \n]{0,2}\([ ]?([^()\n]{1,60}?)[ ]?\)")
# A sign in front of the digits is a minus only where a dash cannot stand: behind a colon, a bracket or another dash.
MINUS = re.compile(r"(?:(?:^|[:(])[ ]{0,2}|-[ ]{1,2})(?P<dash>-)$|\b(?P<word>минус)[ ]{1,2}$")
REACH = 12


def bracket_differs(plain: str, number: Number) -> bool:
    """Whether the brackets behind a number hold another number and nothing else («10 (он бес)»)."""
    bracket = BRACKET.match(plain, number.end)
    if bracket is None:
        return False
    inside = find_numbers(bracket[1])
    return len(inside) == 1 and inside[0].end - inside[0].start == len(bracket[1]) and inside[0].value != number.value


def minus_before(plain: str, start: int) -> int | None:
    """Where the minus before the number at `start` begins; None where there is none."""
    before = max(0, start - REACH)
    minus = MINUS.search(plain[before:start])
    return before + minus.start(minus.lastgroup or 0) if minus else None
