"""Names of providers and issuers in real documents mean the bodies that people read in them."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import yaml

import scrapers
from kb.extract import extract_document
from kb.model import Document, Language, Snapshot, Statement
from kb.read import Head
from kb.resolve.bodies import BodyMatch, resolve_body
from kb.resolve.providers import BODY_ATTRIBUTES, resolve_providers
from tests.real.act_file import read_act

HERE = Path(__file__).parent
LABELS = yaml.safe_load((HERE / "bodies.yaml").read_text(encoding="utf-8"))
FLOORS = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))["bodies"]
ISSUER = re.compile(r"^Приказ\s+(.*?)\s+от\s+\d")


@dataclass
class Score:
    """Names read at labelled lines: `wrong` ones say a body that the label does not have."""

    names: int = 0
    resolved: int = 0
    wrong: tuple[str, ...] = ()
    found: int = 0
    labelled: int = 0

    def add(self, labels: dict[int, list[str]], statements: list[Statement]) -> None:
        """Compares the names at the labelled lines; others are names that a later reading finds."""
        said: dict[int, set[str]] = {}
        for statement, match in resolve_providers(statements):
            line = statement.evidence.line
            if line not in labels:
                continue
            self.names += 1
            if isinstance(match, BodyMatch):
                self.resolved += 1
                said.setdefault(line, set()).update(match.codes)
        for line, codes in labels.items():
            here = said.get(line, set())
            self.wrong += tuple(f"line {line}: {code}" for code in sorted(here - set(codes)))
            self.found += len(here & set(codes))
            self.labelled += len(codes)


def by_service(document: Document) -> Iterator[list[Statement]]:
    """The statements of bodies, service by service."""
    found: dict[str, list[Statement]] = {}
    for statement in extract_document(document).statements:
        if statement.attribute in BODY_ATTRIBUTES:
            found.setdefault(statement.service, []).append(statement)
    yield from found.values()


def read_report(path: Path) -> Document:
    body = path.read_bytes()
    sources = scrapers.discover()
    head = Head.of(body, media_type="text/plain", document=path.name)
    name = next(
        name for name, source in sorted(sources.items(), key=lambda item: item[1].TRIAL) if source.recognise(head)
    )
    snapshot = Snapshot(
        digest="sha256:" + hashlib.sha256(body).hexdigest(), document=path.name, source=name, media_type="text/plain",
        taken_at=datetime(2026, 1, 1, tzinfo=UTC), size=len(body),
    )  # fmt: skip
    return sources[name].read(snapshot, body, lambda _: {})


def test_no_provider_of_the_report_is_wrong(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("001_*.txt")
    score = Score()
    at_lines: dict[int, list[str]] = LABELS["report"]
    services = list(by_service(read_report(path)))
    score.add(at_lines, [statement for own in services for statement in own])
    assert not score.wrong, score
    assert score.resolved >= FLOORS["report"]["resolved"], score
    assert score.found / score.labelled >= FLOORS["report"]["found"], score
    assert len(services) >= FLOORS["report"]["services"]


def test_no_provider_of_the_acts_is_wrong(shared: Path) -> None:
    score = Score()
    for name, labels in LABELS["acts"].items():
        document = read_act(shared / "data" / "acts" / name)
        score.add(labels, [statement for own in by_service(document) for statement in own])
    assert not score.wrong, score
    assert score.resolved >= FLOORS["acts"]["resolved"], score
    assert score.found / score.labelled >= FLOORS["acts"]["found"], score


def test_issuers_are_those_of_the_law_database(shared: Path) -> None:
    right = 0
    for path in sorted((shared / "data" / "acts").rglob("meta*.yaml")):
        meta = yaml.safe_load(path.read_text(encoding="utf-8"))
        issuer = ISSUER.match(meta["requisite"])
        if not issuer:
            continue
        match = resolve_body(issuer[1], Language.RU, date.fromisoformat(str(meta["approved_on"])))
        if isinstance(match, BodyMatch):
            assert list(match.codes) == [LABELS["issuers"][code] for code in meta["approved_by"]], path
            right += 1
    assert right >= FLOORS["issuers"]


def test_the_ruler_counts_a_wrong_body(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("001_*.txt")
    line, codes = next((line, codes) for line, codes in LABELS["report"].items() if codes)
    score = Score()
    score.add({line: ["no-such-body"]}, [item for own in by_service(read_report(path)) for item in own])
    assert score.wrong == tuple(f"line {line}: {code}" for code in codes)
