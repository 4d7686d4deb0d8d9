"""Ids that were met before, in a fixed amount of memory."""

import hashlib

BITS = 1 << 24
_MASK = BITS - 1


class SeenIds:
    """Remembers ids in 2 MB, however many there are.

    It never forgets one. At half a million ids about one in three hundred new ones is taken for known.
    """

    def __init__(self) -> None:
        self._bits = bytearray(BITS // 8)

    def add(self, name: str) -> bool:
        """Notes the id; False when it is surely new."""
        places = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big")
        known = True
        for place in (places & _MASK, places >> 32 & _MASK):
            byte, bit = place >> 3, 1 << (place & 7)
            known = known and bool(self._bits[byte] & bit)
            self._bits[byte] |= bit
        return known
