"""The grid that chose the weights of the service index.

    KB_HOME=BASE python -m tests.relevance.service_weights [clean|plain|typo]

BASE holds the seed documents and the acts. Prints, for each setting, how many of the 140 questions find their service
first, and nDCG@10, searching with the topic words of the question and their words of the lexicon, as answers do.
"""

import dataclasses
import itertools
import json
import math
import os
import subprocess
import sys
from pathlib import Path

from indexes.weights import Weights, read_weights
from kb.answer.expansion import expand
from kb.app import Settings, open_registry
from kb.model import Language
from kb.pipeline import Registry
from kb.search import SearchError, compose
from kb.search.question_reading import read_question

SHARED = Path(os.environ.get("KB_SHARED", "../shared"))
NAMES, BODIES, DETAILS, TRIGRAMS = (2.0, 3.0, 5.0), (0.5, 1.0), (0.0, 0.1, 0.2), (0.05, 0.1, 0.15, 0.25)


def read_questions(kind: str) -> list[tuple[str, str, Language]]:
    """(service, what is searched for, language) of each question, disturbed as `kind` says."""
    path = SHARED / "eval" / "questions-dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    command = [sys.executable, str(SHARED / "eval" / "disturb.py"), kind]
    done = subprocess.run(command, input=path.read_text(encoding="utf-8"), capture_output=True, text=True, check=True)
    texts = dict(line.split("\t", 1) for line in done.stdout.splitlines())
    return [(row["service"], _searched(texts[row["id"]]), Language(row["lang"])) for row in rows]


def measure(registry: Registry, questions: list[tuple[str, str, Language]]) -> tuple[int, float]:
    """Questions whose service comes first, and nDCG@10."""
    first, gain = 0, 0.0
    for service, text, language in questions:
        try:
            found = registry.search(text, language=language, limit=10).services
        except SearchError:
            continue
        place = next((place for place, hit in enumerate(found) if service in hit.service.ids), None)
        if place is not None:
            first += place == 0
            gain += 1 / math.log2(place + 2)
    return first, gain / len(questions)


def main() -> None:
    """Prints the grid, best first."""
    questions = read_questions(sys.argv[1] if len(sys.argv) > 1 else "clean")
    registry = open_registry(Settings())
    base = read_weights()
    rows = []
    for name, body, details, tri in itertools.product(NAMES, BODIES, DETAILS, TRIGRAMS):
        texts = {**base.texts, "services": {"name": name, "body": body, "details": details}}
        weights = dataclasses.replace(base, tri={**base.tri, "services": tri}, texts=texts)
        compose.read_weights = _constant(weights)  # type: ignore[assignment]
        rows.append((*measure(registry, questions), name, body, details, tri))
    for first, gain, name, body, details, tri in sorted(rows, key=lambda row: -row[1]):
        setting = f"name {name}  body {body}  details {details}  tri {tri}"
        sys.stdout.write(f"first {first:3}  nDCG@10 {gain:.3f}  {setting}\n")


def _searched(text: str) -> str:
    topic = read_question(text).topic
    return " ".join((*(word.surface for word in topic.items), *expand(topic))) or text


def _constant(weights: Weights) -> object:
    return lambda: weights


if __name__ == "__main__":
    main()
