"""Stretches of letters of which a text must have one before a list of patterns can meet it: cheap to look for."""

import re
from collections.abc import Iterable

SHORTEST = 3  # letters; shorter stretches stand in every text and spare nothing
# Bounds keep it linear on whatever it is fed; no class of letters in the data comes near them.
PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\]){0,200}\]|\{[^}]{0,20}\}|.", re.DOTALL)
OPTIONAL = ("?", "*", "{")
BREAKS = "^$.+)"


def read_stems(patterns: Iterable[str]) -> frozenset[str]:
    """The longest stretch of each alternative of each pattern outside its groups; empty where one has none."""
    found = set()
    for pattern in patterns:
        for runs in _alternatives(pattern):
            longest = max(runs, key=len)
            if len(longest) < SHORTEST:
                return frozenset()
            found.add(longest)
    return frozenset(found)


def _alternatives(pattern: str) -> Iterable[list[str]]:
    """The plain letters of each alternative in stretches; what stands in a group or may be left out breaks them."""
    depth, alternatives = 0, [[""]]
    for piece in PIECE.findall(pattern):
        runs = alternatives[-1]
        if piece == "(":
            depth += 1
            runs.append("")
        elif piece == ")":
            depth -= 1
        elif depth:
            continue
        elif piece == "|":
            alternatives.append([""])
        elif piece[0] in OPTIONAL:
            runs[-1] = runs[-1][:-1]
            runs.append("")
        elif len(piece) > 1 or piece in BREAKS:
            runs.append("")
        else:
            runs[-1] += piece
    return alternatives
