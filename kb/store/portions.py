"""Many rows, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

PORTION = 500  # rows in memory at a time

Item = TypeVar("Item")


def in_portions(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Lists of at most `PORTION` items; none is empty."""
    left = iter(items)
    while portion := list(islice(left, PORTION)):
        yield portion
