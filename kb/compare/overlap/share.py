"""How much of some text repeats elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Characters of own words, each counted once: all, those that `repeat` elsewhere, and which of these are `common`:
    they stand in what many texts share, and in nothing else that repeats."""

    characters: int
    repeated: int
    common: int = 0

    @property
    def part(self) -> float:
        """What repeats as a part of all, 0 to 1."""
        return self.repeated / self.characters if self.characters else 0.0
