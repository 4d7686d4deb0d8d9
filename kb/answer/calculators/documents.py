"""The list of documents of one person's case, from the list of a standard."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Postfix, Prefix

from kb.answer.calculators.checklist import Checklist, ChecklistItem, ChecklistQuestion, Need, Reason, Wanted
from kb.answer.documents.cases import CaseChoice, case_of, case_words, choose_case, is_one_of, recipient_of_heading
from kb.answer.documents.channels import channels_of, meets, met_channels, offered_channels
from kb.answer.documents.condition_fit import Told, fit, read_told, weigh_words
from kb.answer.documents.conditions import read_conditions
from kb.answer.documents.wording import is_named, pattern, plain
from kb.model import ChannelCode, Language, RequiredDocument, Statement

ENOUGH = 0.5  # a word that at most one other condition shares; chosen on the even questions of tests/labels/consultant
ALIKE = 60  # letters that the names of two forms share which differ in the kind of activity only
ALSO = 0.85  # of the best fit: as good an answer among items of which one is enough
# What a word that was not told takes from an item of which one is enough; both chosen on the same questions.
UNSAID = 0.1
HAS = 0.2  # what the asker's word for such a document adds; chosen on the even questions of both readers
# An individual entrepreneur is a natural person, and texts that know two kinds of recipients count him among these.
ABOVE = {"sole_trader": "individual"}
_OWN_CONDITION = re.compile(r"\([^()]{0,600}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """What is known of a list when its items are judged."""

    channels: frozenset[ChannelCode]
    case: CaseChoice
    bound: frozenset[ChannelCode]  # the channels that the chosen case is restricted to
    counts: Counter[str]
    best: float

    headed: frozenset[str]  # the recipients that headings are for
    told_case: tuple[Told, ...]  # what the case that was told says of itself

    def for_both(self, statement: Statement) -> bool:
        """Whether the list has an item for another recipient beside it; a heading for one kind only asks for more."""
        return recipient_of_heading(statement) is None or len(self.headed) != 1

    def apart(self, statement: Statement) -> bool:
        """Whether an item without a case stands in a branch of its own: below a channel, while the case that was told
        is below none."""
        return self.case.told and not self.bound and bool(channels_of(statement))

    def besides(self, statement: Statement) -> bool:
        """Whether an item of the only case, which was not told, stands beside the lists of channels."""
        alone = len(self.case.cases) == 1 and not self.case.told
        return alone and bool(self.channels) and not channels_of(statement)


def document_checklist(statements: Sequence[Statement], wanted: Wanted) -> Checklist:
    """The checklist of one text's documents, in reading order, for what is known of the asker."""
    asked = [one for one in statements if not _by_state(one)]
    wanted = replace(wanted, recipient=_as_listed(wanted.recipient, asked))
    offered = offered_channels(asked)
    channels = met_channels(offered, wanted.channels)
    if not channels and any(not channels_of(one) for one in asked):
        channels = wanted.channels  # none of the lists is for it: what is asked everywhere remains
    case = choose_case([one for one in asked if meets(one, channels)] if channels else asked, wanted.told)
    here = [one for one in asked if case_of(one) in (None, case.chosen)]
    open_channels = offered_channels(here)
    if not channels and open_channels:
        channels = open_channels[0]
    near = [one for one in here if meets(one, channels)]
    counts = weigh_words(dict.fromkeys(case_words(told) for one in near for told in read_conditions(one).special))
    best = max(
        (_fit_of_one(one, wanted.said, counts) for one in here if is_one_of(one) and meets(one, channels)),
        default=0.0,
    )
    bound = frozenset(code for one in asked if case_of(one) == case.chosen for code in channels_of(one))
    recipients = [recipient_of_heading(one) for one in near]
    headed = frozenset(code for code in recipients if code) if None in recipients else frozenset()
    of = _List(
        channels=channels,
        case=case,
        bound=bound,
        counts=counts,
        best=best,
        headed=headed,
        told_case=(read_told(case.chosen),) if case.told and case.chosen else (),
    )
    items = _without_variants([_judge(statement, wanted, of) for statement in statements], wanted)
    return Checklist(
        items=tuple(items),
        questions=_questions(items, wanted, groups=open_channels, case=case),
        channels=channels,
        others=frozenset(code for group in open_channels for code in group) - channels,
        case=case,
    )


def _as_listed(recipient: str | None, listed: Sequence[Statement]) -> str | None:
    """The recipient as the list speaks of him: one of a kind that it does not name is of the kind above."""
    named = {_recipient(one) for one in listed}
    above = ABOVE.get(recipient or "")
    return above if above in named and recipient not in named else recipient


def _judge(statement: Statement, wanted: Wanted, of: _List) -> ChecklistItem:
    if excluded := _excluded(statement, wanted, of):
        reason, condition = excluded
        return ChecklistItem(statement=statement, need=Need.NO, reason=reason, condition=condition)
    if is_one_of(statement):
        fits = of.best > 0
        return ChecklistItem(
            statement=statement,
            need=Need.YES if fits else Need.IF,
            reason=None if fits else Reason.ONE_OF,
            condition="; ".join(read_conditions(statement).special) or None,
        )
    if conditional := _conditional(statement, wanted, of):
        reason, condition = conditional
        return ChecklistItem(statement=statement, need=Need.IF, reason=reason, condition=condition)
    return ChecklistItem(statement=statement, need=Need.YES)


def _excluded(statement: Statement, wanted: Wanted, of: _List) -> tuple[Reason, str | None] | None:
    """Why an item is not needed, with the words that say so; None where it may be."""
    case, recipient = case_of(statement), _recipient(statement)
    if _by_state(statement) or _tells_how(statement):
        return Reason.STATE if _by_state(statement) else Reason.HANDING_IN, None
    if not meets(statement, of.channels):
        return Reason.CHANNEL, statement.scope.channel.text if statement.scope.channel else None
    if of.case.chosen and case != of.case.chosen and (case or of.apart(statement)):
        return Reason.CASE, case
    if recipient and wanted.recipient and recipient != wanted.recipient:
        return Reason.RECIPIENT, recipient
    if is_one_of(statement) and _fit_of_one(statement, wanted.said, of.counts) < ALSO * of.best:
        return Reason.ONE_OF, "; ".join(read_conditions(statement).special) or None
    return None


def _conditional(statement: Statement, wanted: Wanted, of: _List) -> tuple[Reason, str | None] | None:
    """On what condition an item is needed, with its words; None where it is in any case."""
    conditions, case, recipient = read_conditions(statement), case_of(statement), _recipient(statement)
    special = "; ".join(conditions.special) or None
    if case and (of.case.chosen is None or of.besides(statement)):
        return Reason.SPECIAL, case
    if conditions.representative and not wanted.representative:
        return Reason.REPRESENTATIVE, special
    met = _by_channel(statement, of.channels) or any(
        _fit_of(statement, told, of.counts) >= ENOUGH for told in (wanted.told, *of.told_case)
    )
    if special and not met:
        return Reason.SPECIAL, special
    if recipient and not wanted.recipient:
        return (Reason.RECIPIENT if of.for_both(statement) else Reason.SPECIAL), recipient
    return (Reason.MILD, "; ".join(conditions.mild)) if conditions.mild else None


def _recipient(statement: Statement) -> str | None:
    return read_conditions(statement).recipient or recipient_of_heading(statement)


def _tells_how(statement: Statement) -> bool:
    return bool(pattern("handing_in").search(plain(statement.evidence.quote)))


def _by_channel(statement: Statement, channels: frozenset[ChannelCode]) -> bool:
    """Whether the condition of an item is the channel itself: «for an application through the portal …»."""
    return statement.scope.channel is None and bool(channels_of(statement) & channels)


def _without_variants(items: Sequence[ChecklistItem], wanted: Wanted) -> list[ChecklistItem]:
    """Of needed items that stand together and read alike (a form for each kind of activity) one is needed: the one that
    fits what was told, failing that the first."""
    kept = list(items)
    start = 0
    while start < len(items):
        end = start + 1
        while end < len(items) and _alike(items[start], items[end]):
            end += 1
        if end - start > 1:
            words = [plain(one.statement.evidence.quote) for one in items[start:end]]
            counts = weigh_words(words)
            fits = [fit(one, wanted.said, counts, whole=True) for one in words]
            chosen = start + fits.index(max(fits))
            for place in range(start, end):
                if place != chosen:
                    kept[place] = replace(items[place], need=Need.IF, reason=Reason.VARIANT)
        start = end
    return kept


def _alike(one: ChecklistItem, other: ChecklistItem) -> bool:
    left, right = one.statement, other.statement
    if not (one.need is Need.YES and other.need is Need.YES and channels_of(left) == channels_of(right)):
        return False
    # A Russian name begins with its head, a Kazakh one ends with it.
    shared = Postfix if left.evidence.language is Language.KK else Prefix
    return int(shared.similarity(plain(left.evidence.quote), plain(right.evidence.quote))) >= ALIKE


def _questions(
    items: Sequence[ChecklistItem], wanted: Wanted, *, groups: Sequence[frozenset[ChannelCode]], case: CaseChoice
) -> tuple[ChecklistQuestion, ...]:
    asked = []
    if len(groups) > 1 and not wanted.channels:
        asked.append(
            ChecklistQuestion(asks=Reason.CHANNEL, options=tuple(sorted({code for one in groups for code in one})))
        )
    if len(case.cases) > 1 and not case.told:
        asked.append(ChecklistQuestion(asks=Reason.CASE, options=case.cases))
    for reason in (Reason.RECIPIENT, Reason.REPRESENTATIVE, Reason.SPECIAL):
        told = [one.condition or "" for one in items if one.need is Need.IF and one.reason is reason]
        if told:
            asked.append(ChecklistQuestion(asks=reason, options=tuple(filter(None, dict.fromkeys(told)))))
    return tuple(asked)


def _by_state(statement: Statement) -> bool:
    return isinstance(statement.value, RequiredDocument) and statement.value.obtained_by_state


def _fit_of(statement: Statement, told: Told, counts: Counter[str], *, unsaid: float = 0.0) -> float:
    conditions = read_conditions(statement).special
    return max((fit(case_words(one), told, counts, unsaid=unsaid) for one in conditions), default=0.0)


def _fit_of_one(statement: Statement, told: Told, counts: Counter[str]) -> float:
    """How well one of several documents fits: its condition, and its name where the asker has it at hand."""
    at_hand = replace(told, parts=tuple(part for part in told.parts if not is_named(part, "lost")))
    name = fit(case_words(_OWN_CONDITION.sub(" ", plain(statement.evidence.quote))), at_hand, counts)
    return _fit_of(statement, told, counts, unsaid=UNSAID) + HAS * name
