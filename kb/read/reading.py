"""What reading a body gives, before it is divided into clauses."""

from dataclasses import dataclass

from kb.model import Block, Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Text that evidence points into, its blocks in reading order, and what did not go well."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    issues: tuple[Issue, ...] = ()
