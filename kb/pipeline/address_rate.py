"""How often an address did something of late, so that nobody goes on with it without end."""

import math
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

WITHIN_S = 60.0
ADDRESSES = 10_000  # in memory; beyond them the one that has been quiet the longest is forgotten


class AddressRate:
    """What each address did within the last `within_s` seconds; `most` is how often it may. Safe to use from several
    threads, and no larger than `addresses` times `most` moments."""

    def __init__(
        self,
        *,
        most: int,
        within_s: float = WITHIN_S,
        addresses: int = ADDRESSES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._within_s = within_s
        self._addresses = addresses
        self._clock = clock
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()
        self._guard = threading.Lock()

    def wait_s(self, address: str) -> int:
        """Seconds until the address may do it again; 0 where it may now."""
        with self._guard:
            seen = self._seen.get(network_of(address))
            if seen is None or len(seen) < self._most:
                return 0
            return max(0, math.ceil(seen[0] + self._within_s - self._clock()))

    def note(self, address: str) -> None:
        """Counts that it was done."""
        name = network_of(address)
        with self._guard:
            self._seen.setdefault(name, deque(maxlen=self._most)).append(self._clock())
            self._seen.move_to_end(name)
            if len(self._seen) > self._addresses:
                self._seen.popitem(last=False)


def network_of(address: str) -> str:
    """The address as it is counted: an IPv6 reader has a whole network of addresses, which counts as one."""
    try:
        known = ip_address(address)
    except ValueError:
        return address[:100]
    if isinstance(known, IPv6Address) and known.ipv4_mapped is None:
        return str(ip_network((known, 64), strict=False))
    return str(known.ipv4_mapped or known) if isinstance(known, IPv6Address) else address
