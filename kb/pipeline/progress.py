"""How a long job tells where it is."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`done` of `total` items of a stage are finished and `item` comes next.

    Stages: `collect`; `import`; `read`, `resolve`, `check`, `overlap`, `index`, `swap`;
    `call` (a question of a mystery call).
    """

    stage: str
    done: int
    total: int
    item: str = ""


Progress = Callable[[Step], None]


def silent(_step: Step) -> None:
    """Progress that nobody watches."""
