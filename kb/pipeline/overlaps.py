"""What repeats in the texts in force: measured by a build in which a text changed, read by everybody."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kb.compare.checking import Checked, check_texts
from kb.compare.material import BaseMaterial
from kb.model import Evidence
from kb.model.overlap import OverlapScope, OverlapShare, Repeat
from kb.pipeline.check_ground import CheckGround
from kb.pipeline.errors import BadCursor, UnknownName
from kb.pipeline.progress import Progress, Step
from kb.pipeline.repeat_passages import RepeatPassages, read_passages
from kb.pipeline.states import Page
from kb.store import Reader, Writer

if TYPE_CHECKING:  # what measures repeats takes a second to load; only a build needs it
    from kb.compare.overlap import ClauseText, Overlap, Share

SUBJECT = "texts:all"
LONGEST_CURSOR = 10  # figures
_KEPT_TEXTS = 8  # in memory at a time: neighbours of a list stand in few


def measure_overlaps(base: Writer, ground: CheckGround, *, progress: Progress) -> None:
    """Measures what repeats in the texts in force and finds text of one service under another, where a text or a
    service changed since it was last done."""
    fingerprint = ground.fingerprint_of_texts()
    if base.checks().get(SUBJECT) == fingerprint:
        return
    from kb.compare.overlap import ClauseOwners, clause_texts, measure_overlap  # noqa: PLC0415

    progress(Step(stage="overlap", done=0, total=1))
    owners = ClauseOwners(base.mention_clauses())

    def read_texts() -> Iterator["ClauseText"]:
        for document in ground.texts_in_force():
            yield from clause_texts(document, owners.of(document.snapshot.digest))

    with measure_overlap(read_texts()) as overlap:
        base.save_overlap(_shares(overlap), overlap.pairs())
        checked = _check(base, ground, overlap, read_texts)
    told = ((one, ground.body_of(one)) for one in checked.findings)
    base.save_check(SUBJECT, fingerprint, told, issues=checked.issues)
    progress(Step(stage="overlap", done=1, total=1))


def _check(
    base: Reader, ground: CheckGround, overlap: "Overlap", read_texts: Callable[[], Iterator["ClauseText"]]
) -> Checked:
    services = base.services()

    def name_of(service: str) -> Evidence | None:
        mentions = list(base.mentions(service=service))
        return mentions[0].evidence if mentions else None

    material = BaseMaterial(
        day=ground.day,
        services=services,
        overlap=overlap,
        read_texts=read_texts,
        name_of=name_of,
        text_of=ground.text_of,
    )
    return check_texts(material, force=ground.force)


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapSummary:
    """How much repeats: of all texts, of each service, of each act in another, the most first."""

    overall: OverlapShare | None
    services: tuple[OverlapShare, ...]
    acts: tuple[OverlapShare, ...]


class Overlaps:
    """What `Registry.overlaps` gives. Raises NothingBuilt while there is no base."""

    def __init__(self, built: Callable[[], AbstractContextManager[Reader]]) -> None:
        self._built = built

    def summary(self) -> OverlapSummary:
        """All shares."""
        with self._built() as base:
            return OverlapSummary(
                overall=next(base.overlap_shares(OverlapScope.ALL), None),
                services=tuple(base.overlap_shares(OverlapScope.SERVICE)),
                acts=tuple(base.overlap_shares(OverlapScope.ACT_PAIR)),
            )

    def share(self, service: str) -> OverlapShare | None:
        """The share of a service, None where it has no text of its own; raises UnknownName."""
        with self._built() as base:
            return next(base.overlap_shares(OverlapScope.SERVICE, first=_known(base, service)), None)

    def repeats(
        self,
        *,
        service: str | None = None,
        acts: tuple[str, str] | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[Repeat]:
        """Pairs of places that say the same, in the order of the texts: all, of a service, or of two acts or documents;
        raises UnknownName, BadCursor."""
        if after is not None and not (after.isascii() and after.isdigit() and len(after) < LONGEST_CURSOR):
            raise BadCursor("this is no cursor of a list of repeats; begin with the first page")
        with self._built() as base:
            name = _known(base, service) if service is not None else None
            found = list(base.repeats(service=name, acts=acts, after=int(after or 0), limit=limit + 1))
        more = len(found) > limit
        return Page(tuple(one for _, one in found[:limit]), str(found[limit - 1][0]) if more else None)

    def passages(self, repeats: Iterable[Repeat]) -> tuple[RepeatPassages, ...]:
        """The words of repeats with what differs in them; raises UnknownName where a later build took a text away."""
        with self._built() as base:
            return tuple(read_passages(repeats, lru_cache(maxsize=_KEPT_TEXTS)(base.document)))


def _known(base: Reader, name: str) -> str:
    service = base.service(name)
    if service is None:
        raise UnknownName(f"no service {name!r} in this base; see kb services")
    return service.id


def _shares(overlap: "Overlap") -> Iterator[OverlapShare]:
    yield _share(OverlapScope.ALL, "", "", overlap.overall)
    for name, share in overlap.by_service.items():
        yield _share(OverlapScope.SERVICE, name, "", share)
    for (first, second), share in overlap.by_act_pair.items():
        yield _share(OverlapScope.ACT_PAIR, first, second, share)


def _share(scope: OverlapScope, first: str, second: str, share: "Share") -> OverlapShare:
    return OverlapShare(
        scope=scope,
        first=first,
        second=second,
        characters=share.characters,
        repeated=share.repeated,
        common=share.common,
    )
