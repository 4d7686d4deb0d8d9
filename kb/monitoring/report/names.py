"""Labels of rows and columns → what they are of."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from rapidfuzz import fuzz, process

from kb.extract.figures.service_names import ServiceNames
from kb.extract.figures.words import channel_of, find_terms
from kb.extract.wording import compile_wording
from kb.model import Language, Mention, SurveyChannel
from kb.model.monitoring import QuestionKind
from kb.monitoring.template import question_kinds, question_words
from kb.norms.region_history import find_region, region_states
from kb.resolve.bodies import BodyMatch, resolve_body
from kb.text import fold_plain
from kb.yaml_text import parse_yaml

TOTAL = "total"
# Likeness in the tables of 2017: damaged regions have 87 and more («Қарғандау облысы»), and where two real names are
# equally near none is taken; a damaged ministry has 91 («Өнділет» for «Әділет»), two ministries 83 at most; damaged
# aspects that no pattern tells have 94 and more, two undamaged ones 81 at most. tests/real/monitoring.yaml counts what
# is read with these.
SAME_REGION, SAME_BODY, SAME_ASPECT = 85.0, 88.0, 88.0
APART = 4.0
PAIR = 2
LONGEST_LABEL = 600
SHORTEST_SERVICE = 12  # letters; no region or body of a report has a name that reads like a service's


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a row is of: `kind` is service, body, region, channel or total; `code` is None for a name not recognised."""

    kind: str
    code: str | None
    words: str

    @property
    def is_known(self) -> bool:
        """Whether the name was recognised."""
        return self.code is not None


@cache
def report_words() -> dict[str, Any]:
    """The data file `kb/monitoring/data/report.yaml`."""
    content: dict[str, Any] = parse_yaml(
        files("kb.monitoring").joinpath("data", "report.yaml").read_text(encoding="utf-8")
    )
    return content


@cache
def report_pattern(*path: str) -> Any:
    """The compiled patterns at a path of keys of the data file."""
    content = report_words()
    for key in path:
        content = content[key]
    return compile_wording(list(content))


def column_code(words: str, *, shares: bool) -> str | None:
    """The code of a heading: mark_1 … mark_5, share, mean, n, difference, total, service_code, an event, an aspect
    (`overall` for the service as a whole), `channel:<code>`, `group:<code>`; None for words that tell none.

    `shares` tells whether the cells below are shares: then the service as a whole is `share`.
    """
    label = fold_plain(words[:LONGEST_LABEL])
    for code in report_words()["columns"]:
        if report_pattern("columns", code).search(label):
            return str(code)
    for code in report_words()["groups"]:
        if report_pattern("groups", code).search(label):
            return f"group:{code}"
    events = {one.code for one in find_terms(label, "events")}
    if len(events) == 1:
        return events.pop()
    channel = channel_of(label)
    if channel:
        return f"channel:{channel.value}"
    if report_pattern("overall").search(label):
        return "share" if shares else "overall"
    return _aspect(label)


def _aspect(label: str) -> str | None:
    """The one aspect that a label names; None for several, glued together where the heading lost a border."""
    aspects = {one.code for one in find_terms(label, "components")}
    aspects |= {code for code in report_words()["aspects"] if report_pattern("aspects", code).search(label)}
    if len(aspects) > 1:
        return None
    return aspects.pop() if aspects else _damaged_aspect(label)


def glued_aspects(words: str) -> tuple[str, str] | None:
    """The two aspects that a label names one after the other; None where there are fewer or more."""
    label = fold_plain(words[:LONGEST_LABEL])
    places = {one.code: one.start for one in reversed(find_terms(label, "components"))}
    for code in report_words()["aspects"]:
        found = report_pattern("aspects", code).search(label)
        if found:
            places.setdefault(code, found.start())
    told = sorted(places, key=lambda code: places[code])
    return (told[0], told[1]) if len(told) == PAIR else None


def _damaged_aspect(label: str) -> str | None:
    """The aspect whose name the label is but for damage of the scan; None where none or several are near."""
    return _nearest(label, _aspect_names(), SAME_ASPECT)


def _nearest(label: str, names: Mapping[str, str], least: float) -> str | None:
    """The code of the one name that the label is like; None where none or several are."""
    near = process.extract(label, list(names), scorer=fuzz.ratio, limit=4, score_cutoff=least)
    codes = {names[name] for name, score, _ in near if score > near[0][1] - APART}
    return codes.pop() if len(codes) == 1 else None


@cache
def _aspect_names() -> dict[str, str]:
    return {
        fold_plain(question_words(code, language)): code
        for code, kind in question_kinds().items()
        for language in (Language.KK, Language.RU)
        if kind is QuestionKind.MARK
    }


class Names:
    """The names of one report: its services, and bodies and regions on its day."""

    def __init__(self, mentions: Sequence[Mention], language: Language, day: date) -> None:
        self._services = ServiceNames(mentions)
        self._keys = {one.key for one in mentions}
        self._language, self._day = language, day
        self._takes_numbers = True
        self._told: dict[str, str] = {}

    def knowing(self, subjects: Iterable[Subject]) -> "Names":
        """The same names, and beside them the bodies that the report names elsewhere: a name that one table has damaged
        is told by the whole one of another."""
        other = copy(self)
        other._told = {fold_plain(one.words): one.code for one in subjects if one.kind == "body" and one.code}
        return other

    def without_numbers(self) -> "Names":
        """The same names for a table whose rows are numbered in an order of their own."""
        other = copy(self)
        other._takes_numbers = False
        return other

    def subject(self, words: str, number: int | None = None) -> Subject:
        """What the label of a row names; `number` is that of the row, which may be that of its service."""
        label = fold_plain(words[:LONGEST_LABEL])
        bare = report_pattern("row_number").sub("", label).strip()
        without_people = report_pattern("people").sub("", bare).strip(" ,;*")
        kind, code = self._named(words, without_people, number)
        return Subject(kind=kind, code=code, words=words)

    def _named(self, words: str, label: str, number: int | None) -> tuple[str, str | None]:
        if report_pattern("columns", TOTAL).search(label):
            return TOTAL, TOTAL
        region = self._region(label)
        if region:
            return "region", region
        channel = channel_of(label)
        match = resolve_body(words.strip(" *"), self._language, self._day)
        if isinstance(match, BodyMatch) and len(match.codes) == 1 and match.part is None:
            # A body, and the place where services of others are given.
            return ("channel", channel.value) if channel is SurveyChannel.STATE_CORPORATION else ("body", match.code)
        body = _nearest(label, self._told, SAME_BODY)
        if body:
            return "body", body
        service = (
            self._services.find(label, number=number if self._takes_numbers else None)
            if len(label) >= SHORTEST_SERVICE
            else None
        )
        if service:
            return "service", service
        return ("channel", channel.value) if channel else ("unknown", None)

    def group(self, words: str) -> str | None:
        """The group of bodies that a label names, or the total; None for any other."""
        label = fold_plain(words[:LONGEST_LABEL]).strip(" ,;*")
        if report_pattern("columns", TOTAL).search(label):
            return TOTAL
        return next(
            (str(code) for code in report_words()["groups"] if report_pattern("groups", code).search(label)), None
        )

    def service_numbered(self, number: int) -> str | None:
        """The key of the service of a section's number."""
        found = [key for key in self._keys if key.rpartition("-")[2].lstrip("0") == str(number)]
        return found[0] if len(found) == 1 else None

    def region(self, words: str) -> str | None:
        """The code of the region that a label names, None for any other."""
        return self._region(fold_plain(words[:LONGEST_LABEL]).strip(" ,;*"))

    def _region(self, label: str) -> str | None:
        return find_region_code(label, self._day)


@cache
def find_region_code(label: str, day: date) -> str | None:
    """The code of a region by a folded, perhaps damaged, name on a day; None where no or several names are near."""
    found = find_region(label, day)
    if found:
        return found.code
    return _nearest(label, _region_names(day), SAME_REGION)


@cache
def _region_names(day: date) -> dict[str, str]:
    return {
        fold_plain(name): state.code
        for state in region_states()
        if state.existed(day)
        for name in (state.name_kk, state.name_ru, *state.aliases)
        if len(name) > 5  # shorter forms are abbreviations, in which one letter is another region
    }
