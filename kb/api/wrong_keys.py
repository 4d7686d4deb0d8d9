"""Wrong keys, counted by the address that they come from, so that nobody goes on guessing."""

import time
from collections.abc import Callable

from kb.pipeline.address_rate import ADDRESSES, WITHIN_S, AddressRate

MOST = 10


class WrongKeys(AddressRate):
    """The wrong keys of the last minute. Safe to use from several threads."""

    def __init__(
        self,
        *,
        most: int = MOST,
        within_s: float = WITHIN_S,
        addresses: int = ADDRESSES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(most=most, within_s=within_s, addresses=addresses, clock=clock)
