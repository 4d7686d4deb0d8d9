"""People counted as served by a channel that the standard does not offer."""

from collections.abc import Iterator
from decimal import Decimal

from kb.compare.channels.told_channels import ONLINE, ToldChannels
from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, ChannelCode, FindingClass, Remark, RemarkKind, SurveyChannel, SurveyPlace, Text
from kb.resolve.speakers import is_norm
from kb.text import fold_plain

SERVED = "served"
ENOUGH = Decimal(30)  # people; of fewer, all may have come by one way
# A column of a survey's table takes in every channel of its kind: a portal is a portal, an office any desk of a body.
COLUMNS = {
    SurveyChannel.PROVIDER_OFFICE: (ChannelCode.PROVIDER_OFFICE, ChannelCode.OTHER, ChannelCode.POST),
    SurveyChannel.STATE_CORPORATION: (ChannelCode.STATE_CORPORATION,),
    SurveyChannel.EGOV_PORTAL: ONLINE,
}


def beyond_list(material: ServiceMaterial, told: ToldChannels) -> Iterator[Clash]:
    """The columns that count people where no text tells of such a channel, of the result neither, those of the
    section itself and those of the tables over all services."""
    listed = told.listed
    if not listed:
        return
    offered = {one.code for one in told.offered} | _of_result(material)  # what is told apart is another clash
    yield from _unused(material, told)
    yield from _own_tables(material, Point.of(listed[0].statement), offered)
    for remark in material.remarks:
        codes = _column(remark)
        if codes and not offered & set(codes):
            yield Clash(
                kind=FindingClass.CHANNEL,
                a=Point.of(listed[0].statement),
                b=Point(evidence=remark.evidence, source_kind=remark.source_kind),
                reason=f"served_{remark.channel}",
                words={"people": remark.value} if remark.value is not None else {},
            )


def _unused(material: ServiceMaterial, told: ToldChannels) -> Iterator[Clash]:
    """A channel of the list that served nobody, where the text says that the service is given in another way, tells of
    no third, and the table has everyone there."""
    counts = {one.channel: one for one in material.remarks if one.channel and _is_count(one)}
    served = [channel for channel, one in counts.items() if one.value]
    if len(served) != 1 or (counts[served[0]].value or 0) < ENOUGH:
        return
    heard = {one.code for one in told.heard}
    if not any(_says_given(one.statement.evidence.quote) for one in told.heard):
        return
    unused = [one for one in told.listed if any(one.code in COLUMNS.get(each, ()) for each in counts.keys() - served)]
    if heard and unused and heard <= set(COLUMNS.get(served[0], ())):
        row = counts[served[0]]
        yield Clash(
            kind=FindingClass.CHANNEL,
            a=Point.of(unused[0].statement),
            b=Point(evidence=row.evidence, source_kind=row.source_kind),
            reason="unused",
            words={"people": row.value or Decimal(0)},
        )


def _says_given(quote: str) -> bool:
    return wording("told_channel", "given_so").search(fold_plain(quote)) is not None


def _is_count(remark: Remark) -> bool:
    return remark.kind is RemarkKind.FIGURE and remark.subject == SERVED


def _own_tables(material: ServiceMaterial, listed: Point, offered: set[ChannelCode]) -> Iterator[Clash]:
    """The columns of a section's table by place that show marks of people at a channel nobody offers."""
    seen: set[SurveyChannel] = set()
    for row in material.survey:
        codes = COLUMNS.get(row.channel, ())
        marked = row.source is SurveyPlace.SECTION and (row.satisfaction_pct is not None or row.mean is not None)
        if marked and codes and row.channel not in seen and not offered & set(codes):
            seen.add(row.channel)
            yield Clash(
                kind=FindingClass.CHANNEL,
                a=listed,
                b=Point(evidence=row.evidence, source_kind=row.source_kind),
                reason=f"marked_{row.channel}",
            )


def _column(remark: Remark) -> tuple[ChannelCode, ...]:
    if remark.kind is not RemarkKind.FIGURE or remark.subject != SERVED or not remark.value or not remark.channel:
        return ()
    return COLUMNS.get(remark.channel, ())


def _of_result(material: ServiceMaterial) -> set[ChannelCode]:
    """The channels that the words of the result name: who hands it over serves people, too."""
    told = [one.value.text for one in material.of(Attribute.RESULT) if isinstance(one.value, Text) and is_norm(one)]
    plain = fold_plain(" ".join(told))
    return {ChannelCode(code) for code, pattern in coded_wording("scope", "channels") if pattern.search(plain)}
