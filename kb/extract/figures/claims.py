"""What running text claims about figures: who is higher, who all and the most are, that nothing happened."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from kb.extract.figures.parts import Paragraph
from kb.extract.figures.words import Term, cues, find_channels, find_figures, find_terms, tells_events, to_number
from kb.extract.wording import load_wording, wording
from kb.model import Remark, RemarkKind, SourceKind, SurveyChannel

FILE = "figures_claims"
OVERALL = "overall"
STAFF = "staff"
QUOTED = re.compile(r"«[^«»]{0,200}»")
NEAR = 70  # characters between a channel and the words that hold another against it
REACH = 90  # characters behind them in which the direction stands


def read_claims(paragraph: Paragraph) -> Iterator[Remark]:
    """The claims of a paragraph, each with the words that make it."""
    for number, part in enumerate(paragraph.parts):
        if not may_claim(part.plain):
            continue
        claim = _Claims(paragraph, number)
        yield from claim.averages()
        yield from claim.differences()
        if not _has("other_ranking", part.plain):
            yield from claim.channels()
            yield from claim.in_all()
            yield from claim.components()
            yield from claim.slightly()
            yield from claim.extremes()
            yield from claim.quantities()
            yield from claim.weak()
        yield from claim.nothing()
        yield from claim.not_asked()
        yield from claim.ages()


def may_claim(plain: str) -> bool:
    """Whether a folded text has a word of a claim."""
    words = f" {plain}"
    return any(cue in words for cue in cues(FILE, "cues"))


class _Claims:
    """The claims of one part."""

    def __init__(self, paragraph: Paragraph, number: int) -> None:
        self._paragraph = paragraph
        self._number = number
        self._part = paragraph.parts[number]
        self._plain = self._part.plain

    @cached_property
    def _components(self) -> Sequence[Term]:
        return find_terms(self._plain, "components")

    @cached_property
    def _thread(self) -> str | None:
        """The component that the parts before named last."""
        before = reversed(self._paragraph.parts[: self._number])
        named = (find_terms(part.plain, "components") for part in before)
        return next((terms[-1].code for terms in named if terms), None)

    def channels(self) -> Iterator[Remark]:
        """One place of service is held against another."""
        word = wording(FILE, "compared").search(self._plain)
        if word is None and not (self._components and _has("leads", self._plain)):
            return
        named = find_channels(self._plain)
        subjects = sorted({one.code for one in self._components})
        if not subjects and _has("rated", self._plain):
            subjects = [OVERALL]
        if word is None:
            if len({one.code for one in named}) == 1:
                yield from (self._channel_claim(subject, "higher", named[0].code, None) for subject in subjects)
            return
        before = [one for one in named if one.end <= word.start()]
        behind = [one for one in named if one.start >= word.end()]
        if not before or word.start() - before[-1].end > NEAR:
            return
        if len(before) > 1 and wording("figures", "joined").search(self._plain[before[-2].end : before[-1].start]):
            return
        other = before[-1].code
        claimed = next((one.code for one in (*behind, *before) if one.code != other), None)
        way = _direction(self._plain[word.end() : word.end() + REACH])
        if way and not _has("than_others", self._plain):
            yield from (self._channel_claim(subject, way, claimed, other) for subject in subjects)

    def in_all(self) -> Iterator[Remark]:
        """One place of service is said to be better in all respects."""
        if not _has("in_all", self._plain) or _direction(self._plain) != "higher":
            return
        codes = {one.code for one in find_channels(self._plain)}
        if len(codes) == 1:
            yield self._remark("in_all_higher", OVERALL, channel=codes.pop())

    def components(self) -> Iterator[Remark]:
        """One component is held against another."""
        word = wording(FILE, "compared").search(self._plain)
        if word is None or find_channels(self._plain) or _has("than_others", self._plain):
            return
        others = {one.code for one in self._components if one.end <= word.start()}
        claimed = next((one for one in self._components if one.start >= word.end()), None)
        way = _direction(self._plain[word.end() : word.end() + REACH])
        if claimed and way:
            yield from (
                self._remark(way, claimed.code, other=other) for other in sorted(others) if other != claimed.code
            )

    def slightly(self) -> Iterator[Remark]:
        """One component is said to be slightly above or below the one told before it."""
        word = wording(FILE, "slightly").search(self._plain)
        if word is None or find_channels(self._plain):
            return
        before = [one for one in self._components if one.end <= word.start()]
        behind = [one for one in self._components if one.start >= word.end()]
        claimed = before[-1] if before else behind[0] if behind else None
        other = before[-2].code if len(before) > 1 else self._thread
        way = _direction(word["way"])
        if claimed and way and other and other != claimed.code:
            yield self._remark(way, claimed.code, other=other)

    def extremes(self) -> Iterator[Remark]:
        """One component is said to be the best or the worst."""
        if not any(_has(key, self._plain) for key in ("highest", "lowest", "than_others")):
            return
        staff = set(load_wording("figures")[STAFF])
        for relation in ("highest", "lowest"):
            word = wording(FILE, relation).search(self._plain) or wording(FILE, "than_others").search(self._plain)
            if word is None:
                continue
            by_others = not wording(FILE, relation).search(self._plain)
            way = _direction(self._plain[word.end() : word.end() + REACH]) if by_others else relation
            if way not in (relation, "higher" if relation == "highest" else "lower"):
                continue
            behind = [one for one in self._components if one.start >= word.end()]
            before = [one for one in self._components if one.end <= word.start()]
            all_staff = staff <= {one.code for one in before}
            subject = behind[0] if behind and (all_staff or not before) else before[-1] if before else None
            if subject and subject.code not in ("trust", "fee"):
                among = STAFF if all_staff or _has("than_other_staff", self._plain) else None
                yield self._remark(relation, subject.code, group=among)

    def quantities(self) -> Iterator[Remark]:
        """All, most, more or less than a half of those asked."""
        told = [one for one in ("everyone", "more_than_half", "less_than_half") if _has(one, self._plain)]
        most = _has("most", self._plain) and _has("dissatisfied", self._plain)
        codes = {one.code for one in self._components} if told or most else set()
        subject = codes.pop() if len(codes) == 1 else None
        if subject:
            yield from (self._remark(relation, subject) for relation in told)
        if most:
            named = find_channels(self._plain)
            yield self._remark("most_dissatisfied", subject or OVERALL, channel=named[0].code if named else None)
        yield from self._many()

    def _many(self) -> Iterator[Remark]:
        """Many are satisfied; what they say may stand in quotes."""
        part = self._part
        plain = self._paragraph.passage.plain[part.start : part.end]
        word = wording(FILE, "many").search(plain)
        behind = plain[word.end() : word.end() + REACH] if word else ""
        satisfied = wording(FILE, "satisfied").search(behind)
        if satisfied is None or _has("dissatisfied", behind):
            return
        codes = {one.code for one in find_terms(behind, "components") if one.start < satisfied.start()}
        yield from (self._remark("many_satisfied", code) for code in sorted(codes))

    def weak(self) -> Iterator[Remark]:
        """One component is said to be the weak one, or one of the weak ones."""
        word = wording(FILE, "weak").search(self._plain)
        if word is None or not self._components:
            return
        before = [one for one in self._components if one.end <= word.start()]
        behind = [one for one in self._components if one.start >= word.end()]
        subject = before[-1] if before else behind[0]
        relation = "among_weakest" if _has("one_of_weak", word.group()) else "weakest"
        yield self._remark(relation, subject.code)

    def not_asked(self) -> Iterator[Remark]:
        """Nobody was asked about the staff."""
        if _has("staff_not_asked", self._plain):
            yield self._remark("not_asked", STAFF)

    def nothing(self) -> Iterator[Remark]:
        """Something is said not to have happened."""
        if not tells_events(self._plain):
            return
        plain = QUOTED.sub(" ", self._plain)
        events = [one for one in find_terms(plain, "events") if "_" not in one.code]
        if not events or _has("not_respondents", plain) or find_figures(plain):
            return
        if _has("none", plain[events[0].start :]):
            yield from (self._remark("none", code) for code in sorted({one.code for one in events}))

    def ages(self) -> Iterator[Remark]:
        """Satisfaction is said to rise or fall with age, or to be the highest at one age."""
        for relation in ("older_rises", "older_falls"):
            if _has(relation, self._plain):
                yield self._remark(relation, OVERALL)
        for relation in ("age_best", "age_worst"):
            found = wording(FILE, relation).search(self._plain)
            if found:
                yield self._remark(relation, OVERALL, group=found["ages"].replace(" ", ""))

    def averages(self) -> Iterator[Remark]:
        """A component is held against the average of all services."""
        found = wording(FILE, "average").search(self._plain)
        if found is None or find_terms(self._plain, "events"):
            return
        before = [one for one in self._components if one.end <= found.start()]
        subject = before[-1].code if before else self._thread
        if subject:
            relation = "above_average" if _direction(found["way"]) == "higher" else "below_average"
            difference = to_number(found["difference"]) if found["difference"] else None
            yield self._remark(relation, subject, value=difference)

    def differences(self) -> Iterator[Remark]:
        """How far two places of service are apart in what was told last."""
        found = wording(FILE, "difference").search(self._plain)
        if found is None:
            return
        subject = self._components[0].code if self._components else self._thread
        if subject:
            yield self._remark("difference", subject, value=to_number(found["value"]))

    def _channel_claim(self, subject: str, way: str, claimed: str | None, other: str | None) -> Remark:
        return self._remark(way, subject, channel=claimed, other=other, group="channel")

    def _remark(
        self,
        relation: str,
        subject: str,
        *,
        channel: str | None = None,
        other: str | None = None,
        group: str | None = None,
        value: Decimal | None = None,
    ) -> Remark:
        part = self._part
        return Remark(
            service=self._paragraph.passage.service,
            kind=RemarkKind.CLAIM,
            source_kind=SourceKind.SURVEY,
            evidence=self._paragraph.cite(part.start, part.end),
            subject=subject,
            value=value,
            channel=SurveyChannel(channel) if channel else None,
            group=group,
            relation=relation,
            other=other,
        )


def _has(key: str, text: str) -> bool:
    return bool(wording(FILE, key).search(text))


def _direction(text: str) -> str | None:
    """`higher` or `lower` by the first word that tells it."""
    found = [(match.start(), way) for way in ("higher", "lower") if (match := wording(FILE, way).search(text))]
    return min(found)[1] if found else None
