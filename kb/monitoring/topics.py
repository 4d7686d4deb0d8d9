"""What the promise of a service is held against, topic by topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kb.model import Language
from kb.monitoring.template import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic: attributes that promise something (`purposes` of deadlines), questions of waves, subjects of what
    reports tell in figures and of what people met; `others` takes what no topic names."""

    code: str
    promise: Sequence[str]
    purposes: Sequence[str]
    questions: Sequence[str]
    figures: Sequence[str]
    met: Sequence[str]
    others: bool


@cache
def practice_topics() -> tuple[Topic, ...]:
    """The topics in the order of the data file."""
    return tuple(
        Topic(
            code=code,
            promise=tuple(entry["promise"]),
            purposes=tuple(entry.get("purposes", ())),
            questions=tuple(entry["questions"]),
            figures=tuple(entry["figures"]),
            met=tuple(entry["met"]),
            others=bool(entry.get("others")),
        )
        for code, entry in load_table("practice")["topics"].items()
    )


def topic_words(code: str, language: Language) -> str:
    """A topic in words."""
    return str(load_table("practice")["topics"][code][language.value])
