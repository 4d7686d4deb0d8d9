"""What repeats: shares, and passages side by side."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kb.compare.overlap.share import Share
from kb.model.overlap import Repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """How much of the texts repeats elsewhere: another act, or another clause of the same text.

    `by_service` has a share by service; `by_act_pair`, by two acts, what of the first stands in the second, without
    what is common to many. `pairs()` gives the passages in the order of the texts, read from the working files: it
    works inside the `with` of `measure_overlap` only.
    """

    overall: Share
    by_service: Mapping[str, Share]
    by_act_pair: Mapping[tuple[str, str], Share]
    pairs: Callable[[], Iterator[Repeat]]
