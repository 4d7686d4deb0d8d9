"""Where the queries and texts lie that are not part of the program."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kb.relevance.judged_query import JudgedQuery, read_queries
from kb.relevance.topics import Collection, read_collection

JUDGED_PARTS = ("tuning", "apart")


@dataclass(frozen=True, kw_only=True)
class Material:
    """`shared` has the questions, the passages and the long report; `judged` the files of judged queries.

    `questions` names a file of questions; None takes that of `shared`. What is not there is None or missing, and
    `absent` says so.
    """

    shared: Path
    judged: Path
    questions: Path | None = None

    @property
    def questions_file(self) -> Path:
        """The file of the questions."""
        return self.questions or self.shared / "eval" / "questions-dev.jsonl"

    def read_questions(self) -> tuple[JudgedQuery, ...] | None:
        """The questions, None where the usual file is not there; raises BadData, also for a named file that is not."""
        if self.questions is None and not self.questions_file.exists():
            return None
        return read_queries(self.questions_file)

    def judged_file(self, part: str) -> Path:
        """The file of `tuning` or `apart`."""
        return self.judged / f"{part}.jsonl"

    def read_judged(self, part: str) -> tuple[JudgedQuery, ...] | None:
        """The judged queries of a part, None where there are none; raises BadData."""
        place = self.judged_file(part)
        return read_queries(place) if place.exists() else None

    @cached_property
    def collection(self) -> Collection | None:
        """The passages and topics, None where they or the report are not there; raises BadData."""
        folder = self.shared / "data" / "kazqad"
        # The report is the longest of the texts, by far.
        texts = sorted((self.shared / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size)
        return read_collection(folder, texts[-1]) if folder.is_dir() and texts else None
