"""What differs between two wordings of one clause."""

from dataclasses import dataclass

from kb.compare.parity.sign import ParityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingDifference:
    """A difference of two clause texts.

    `kk` and `ru` are places in the plain texts that say it, empty on the side that says nothing of it; `kk_values` and
    `ru_values` what they say: numbers with their unit, ISO dates, or codes of the kind.
    """

    kind: ParityKind
    kk: tuple[tuple[int, int], ...]
    ru: tuple[tuple[int, int], ...]
    kk_values: tuple[str, ...]
    ru_values: tuple[str, ...]
