"""How much a repository may take."""

from dataclasses import dataclass

from kb.collect.body import MAX_BODY

_GIGABYTE = 1024**3


@dataclass(frozen=True, slots=True, kw_only=True)
class GitLimits:
    """Limits of one repository; sizes are bytes, times are seconds.

    The largest known repository packs to less than 1 GB (all of them to about 1.8 GB) and unpacks its index
    beside it; `free_disk` is what must stay free; `silence` is how long less than 1 kB/s may come.
    """

    repository: int = 6 * _GIGABYTE
    blob: int = MAX_BODY
    free_disk: int = _GIGABYTE
    time: float = 3 * 3600.0
    silence: int = 120
    wait_for_other: float = 30.0
