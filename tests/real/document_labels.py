"""Questions for lists of documents, with the lists that people read in acts; see tests/labels/consultant/README.md."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.model import Language

LABELS = Path(__file__).parents[1] / "labels" / "consultant" / "documents.jsonl"
OTHER_SETS = ("others", "third")  # of readers who saw neither the code nor earlier questions
FOLDER = "acts/"  # of the real texts below the shared data; a base names its documents from there on


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedItem:
    """One document of an expected list: its short name, the line that it stands in, its condition if it has one."""

    name: str
    line: int
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuestion:
    """A question with the list expected; `document` is the text that the list was read in, below the acts, `service`
    the name of its service there."""

    id: str
    text: str
    language: Language
    document: str
    items: tuple[ListedItem, ...]
    service: str = ""

    @property
    def number(self) -> int:
        """The number in its id: rules are tuned on the even ones."""
        return int(self.id.rpartition("-")[2])


def read_list_questions(labels: Path = LABELS) -> tuple[ListQuestion, ...]:
    """All questions in the order of their file; one whose list stands in two texts raises ValueError."""
    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    return tuple(_read(row) for row in rows)


def other_labels(name: str) -> Path:
    """The file of one of OTHER_SETS."""
    return LABELS.parent / name / LABELS.name


def _read(row: dict[str, Any]) -> ListQuestion:
    documents = {place["document"] for place in row["source"]} if "source" in row else {row["path"]}
    if len(documents) != 1:
        raise ValueError(f"{row['id']}: a list of one text was expected, got {sorted(documents)}")
    return ListQuestion(
        id=row["id"],
        text=row["question"] if "question" in row else row["q"],
        language=Language(row["lang"]),
        document=documents.pop().removeprefix(FOLDER),
        service=row.get("service_name") or row["service"],
        items=tuple(ListedItem(name=item["name"], line=item["line"], when=item.get("when")) for item in row["items"]),
    )
