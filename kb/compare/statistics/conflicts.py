"""One figure told with two values: twice in the text, in text and table, in two tables."""

from collections.abc import Iterator

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import channel_words, clash, words_of
from kb.compare.statistics.figures import BODY, COMPONENTS, EVENTS, MEAN, OVERALL, SHARE, Figures, is_general, value
from kb.compare.statistics.rounding import agree
from kb.model import Remark, SurveyChannel

SUBJECTS = (OVERALL, *COMPONENTS, "trust", "fee", *EVENTS)


def find_conflicts(figures: Figures) -> Iterator[Clash]:
    """The first place of each other value beside the first value of a figure, once for each pair of places."""
    seen: set[frozenset[int]] = set()
    for subject in SUBJECTS:
        for measure in (SHARE, MEAN):
            for channel in SurveyChannel:
                for one, other in _different(list(figures.of(subject, measure, channel))):
                    places = frozenset((one.evidence.start, other.evidence.start))
                    if places not in seen and not _is_of_one_place(figures, one, other):
                        seen.add(places)
                        yield _told(one, other, channel)


def _different(told: list[Remark]) -> Iterator[tuple[Remark, Remark]]:
    """The first value with each other one: two places of one paragraph where there are such, else the first places."""
    groups: list[list[Remark]] = []
    for one in told:
        group = next((known for known in groups if agree(value(one), value(known[0]))), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    for others in groups[1:]:
        near = ((one, other) for one in groups[0] for other in others if one.evidence.clause == other.evidence.clause)
        yield next(near, (groups[0][0], others[0]))


def _is_of_one_place(figures: Figures, one: Remark, other: Remark) -> bool:
    """Whether a figure without a place of service is that of one place: the sentences before it spoke of that."""
    for text, table in ((one, other), (other, one)):
        if text.table is None and table.table is not None and text.channel is None:
            return any(
                agree(value(text), value(cell))
                for channel in SurveyChannel
                if channel is not SurveyChannel.ALL
                for cell in figures.of(text.subject or "", text.measure or "", channel)
            )
    return False


def _told(one: Remark, other: Remark, channel: SurveyChannel) -> Clash:
    if BODY in (one.row, other.row):
        reason = "body_table"
    elif other.table is None and one.table is None:
        reason = "two_values"
    elif is_general(other) or is_general(one):
        reason = "general_table"
    else:
        reason = "text_table" if one.table is None or other.table is None else "two_tables"
    first, second = sorted((one, other), key=lambda remark: remark.evidence.start)
    return clash(
        first,
        second,
        reason,
        subject=words_of(one.subject),
        measure=words_of(one.measure),
        channel=channel_words(channel),
        value_a=value(first),
        value_b=value(second),
    )
