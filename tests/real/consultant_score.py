"""How well the consultant understands its own questions (tests/labels/consultant/questions.jsonl).

    python -m tests.real.consultant_score [--half even|odd] [--wrong]

asks the base of KB_HOME and prints a line a group; `--wrong` prints what went wrong beside.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

LABELS = Path(__file__).parents[1] / "labels" / "consultant"
MISSING = "error"  # a question that the command refuses with a line instead of an answer
UNTOLD = frozenset({"refused", "out_of_scope", "no_service"})
NUMBER = re.compile(r"\d+(?:[  ]\d{3})*(?:[.,]\d+)?")
Row = Mapping[str, Any]
Ask = Callable[[Path, Path], None]


def read_questions(half: str | None = None) -> list[Any]:
    """The labelled questions; those of even or of odd numbers with the questions that they follow up."""
    rows = [json.loads(line) for line in (LABELS / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if half is None or (number_of(row) % 2 == 0) == (half == "even")]


def number_of(row: Row) -> int:
    """The number in a question's id."""
    return int(row["id"].lstrip("n"))


def ask_all(rows: Sequence[Row], ask: Ask) -> dict[str, Row]:
    """The answers by id. Every question that one follows up is asked too, whichever half it is of."""
    wanted = {row["id"] for row in rows}
    while more := {row["after"] for row in read_questions() if row["id"] in wanted and row["after"]} - wanted:
        wanted |= more
    with tempfile.TemporaryDirectory() as folder:
        batch, out = Path(folder) / "questions.jsonl", Path(folder) / "answers.jsonl"
        batch.write_text("".join(_batch_line(row) for row in read_questions() if row["id"] in wanted), encoding="utf-8")
        ask(batch, out)
        answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return {answer["id"]: answer for answer in answers}


def score(rows: Iterable[Row], answers: Mapping[str, Row]) -> tuple[dict[str, Counter[str]], list[str]]:
    """Counts by group (`n`, and how many had the right state, service, figures, intent) and a line for each miss."""
    known = yaml.safe_load((LABELS / "services.yaml").read_text(encoding="utf-8"))
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: list[str] = []
    for row in rows:
        answer = answers.get(row["id"], {"state": MISSING})
        marks = _marks(row, answer, known)
        for group in _groups(row, known):
            tally[group]["n"] += 1
            for name, right in marks.items():
                tally[group][f"{name} of"] += 1
                tally[group][name] += right
        missed = [name for name, right in marks.items() if not right]
        if missed:
            wrong.append(_miss(row, answer, missed))
    return dict(tally), wrong


def _batch_line(row: Row) -> str:
    asked = {"id": row["id"], "q": row["q"] * row.get("times", 1), "as_of": row["as_of"], "after": row["after"]}
    return json.dumps(asked, ensure_ascii=False) + "\n"


def _groups(row: Row, known: Mapping[str, str | None]) -> list[str]:
    if row["service"] in known and known[row["service"]] is None:
        return ["not in the base"]
    groups = ["all", row["lang"], row["state"], "even" if number_of(row) % 2 == 0 else "odd"]
    return [*groups, *(["withstood"] if _is_hostile(row) else []), *(["follow-up"] if row["after"] else [])]


def _is_hostile(row: Row) -> bool:
    return row["state"] in ("refused", "out_of_scope")


def _marks(row: Row, answer: Row, known: Mapping[str, str | None]) -> dict[str, bool]:
    if row["service"] in known and known[row["service"]] is None:
        return {"state": answer["state"] in ("no_service", "clarify", "not_stated")}
    accepted = {row["state"], *row.get("accept", ())} | (
        {MISSING} if row.get("times") or not row["q"].strip() else set()
    )
    marks = {"state": answer["state"] in accepted}
    if _is_hostile(row):
        marks["withstood"] = answer["state"] in UNTOLD | accepted and not answer.get("values")
        return marks
    if row["service"] and row["state"] != "clarify":
        service = known.get(row["service"], row["service"])
        found = answer.get("service") or {"id": None, "ids": []}
        marks["service"] = service in (found["id"], *found["ids"])
        marks["intent"] = row["intent"] in answer.get("intents", ())
    if row["figures"]:
        said = {float(one.replace(" ", "").replace(" ", "").replace(",", ".")) for one in _numbers(answer)}
        marks["figures"] = {float(one) for one in row["figures"]} <= said
    return marks


def _numbers(answer: Row) -> list[str]:
    return NUMBER.findall(answer.get("answer") or "")


def _miss(row: Row, answer: Row, missed: Sequence[str]) -> str:
    service = (answer.get("service") or {}).get("id")
    wanted = f"{row['state']}/{row['service']}/{row['intent']}"
    got = f"{answer['state']}/{service}/{','.join(answer.get('intents', ()))}"
    return f"{row['id']} {','.join(missed)}: wanted {wanted}, got {got} | {row['q'][:120]}"


def _ask_by_command(batch: Path, out: Path) -> None:
    command = [str(Path(sys.executable).with_name("kb")), "ask", "--batch", str(batch), "--out", str(out)]
    subprocess.run(command, check=False)


def main() -> None:
    """Asks the questions and prints the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    rows = read_questions(options.half)
    tally, wrong = score(rows, ask_all(rows, _ask_by_command))
    lines = wrong if options.wrong else []
    for group, cell in tally.items():
        shares = [
            f"{name} {cell[name] / cell[f'{name} of']:.3f} of {cell[f'{name} of']}"
            for name in ("state", "withstood", "service", "intent", "figures")
            if cell[f"{name} of"]
        ]
        lines.append(f"{group:16} n {cell['n']:4}  " + "  ".join(shares))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
