"""What one record of a service says against itself."""

from collections.abc import Iterator
from itertools import combinations

from kb.compare.clash import Clash, Point
from kb.compare.comparable import Reach, reach
from kb.compare.material import ServiceMaterial
from kb.compare.records.rows import record_of
from kb.compare.records.wrong_rows import wrong_rows
from kb.compare.rule import ServiceRule
from kb.compare.terms.told_once import told_once
from kb.compare.within_act import act_rules
from kb.extract.gap_reasons import GapReason
from kb.model import (
    Attribute,
    Channel,
    ChannelCode,
    Deadline,
    Fee,
    FeeKind,
    FindingClass,
    FindingSeverity,
    Purpose,
    SourceKind,
    Statement,
    Text,
)

PORTALS = (ChannelCode.EGOV_PORTAL, ChannelCode.ELICENSE_PORTAL)
OFFICES = (ChannelCode.PROVIDER_OFFICE, ChannelCode.STATE_CORPORATION)
PAPER = "paper"
ELECTRONIC = {"electronic", "electronic_full"}
WISHED_TERM = "wished_term"


def check(material: ServiceMaterial) -> tuple[Clash, ...]:
    """Free and paid, numbers left out though told elsewhere, a portal alone with paper, words of another row."""
    return told_once(
        (*_free_and_paid(material), *_number_missing(material), *_portal_and_paper(material), *wrong_rows(material))
    )


def _free_and_paid(material: ServiceMaterial) -> Iterator[Clash]:
    """A fee that is free and paid for one case, and one whose number is left out beside «free»."""
    fees = [(one, one.value) for one in material.of(Attribute.FEE) if isinstance(one.value, Fee)]
    for (one, fee), (other, price) in combinations(fees, 2):
        if (fee.kind is FeeKind.FREE) is (price.kind is FeeKind.FREE) or not _in_one_record(one, other):
            continue
        free, paid, payment = (one, other, price) if fee.kind is FeeKind.FREE else (other, one, fee)
        if reach(one, other) is Reach.SAME:
            yield _clash(Point.of(free), Point.of(paid), "free_and_paid")
        elif payment.kind is not FeeKind.PAID_UNSPECIFIED and payment.amount is None:
            yield _clash(Point.of(free), Point.of(paid), "fee_without_number")


def _number_missing(material: ServiceMaterial) -> Iterator[Clash]:
    """A term without its number where another text or a wish tells of one, and a number unlike its words."""
    terms = [(one, one.value) for one in material.of(Attribute.DEADLINE) if isinstance(one.value, Deadline)]
    for statement, term in terms:
        if term.value is not None or term.purpose is not Purpose.SERVICE or record_of(statement) is None:
            continue
        wish = next((one for one in material.remarks if one.subject == WISHED_TERM), None)
        told = next(
            (one for one, other in terms if other.value is not None and reach(statement, one) is Reach.SAME), None
        )
        if told is not None:
            yield _clash(Point.of(statement), Point.of(told), "term_told_elsewhere")
        elif wish is not None:
            yield _clash(
                Point.of(statement), Point(evidence=wish.evidence, source_kind=wish.source_kind), "shorter_term_wished"
            )
    for gap in material.gaps:
        if gap.reason == GapReason.CONTRADICTORY and gap.evidence.act is None:  # acts are read as a whole
            side = Point(evidence=gap.evidence, source_kind=SourceKind.STANDARD)
            yield _clash(side, side, "number_unlike_words")


def _portal_and_paper(material: ServiceMaterial) -> Iterator[Clash]:
    """A record whose only channel is a portal and that gives the result, or else the service, on paper; one whose form
    is electronic alone and that has an office."""
    first: dict[tuple[str, str], list[Statement]] = {}
    for channel in material.of(Attribute.CHANNEL):
        record = record_of(channel)
        if record is not None and isinstance(channel.value, Channel) and channel.value.offered:
            first.setdefault(record, []).append(channel)
    for record, channels in first.items():
        told = {
            attribute: _in_record(material, attribute, record) for attribute in (Attribute.RESULT_FORM, Attribute.FORM)
        }
        offices = [one for one in channels if _code(one) in OFFICES]
        paper = [one for ones in told.values() for one in ones if _code(one) == PAPER]
        in_act = channels[0].evidence.act is not None  # the texts of an act are read for it in each language
        if paper and not in_act and all(_code(one) in PORTALS for one in channels):
            yield _clash(Point.of(channels[0]), Point.of(paper[0]), "portal_and_paper")
        forms = {_code(one) for one in told[Attribute.FORM] if not _goes_on(material, one)}
        if offices and forms and forms <= ELECTRONIC:
            yield _clash(Point.of(offices[0]), Point.of(told[Attribute.FORM][0]), "office_and_electronic")


def _goes_on(material: ServiceMaterial, form: Statement) -> bool:
    """Whether a slash behind the form opens another one, which may be lost."""
    document = material.text_of(form.evidence.snapshot)
    return document is not None and document.text[form.evidence.end :].lstrip(" ").startswith("/")


def _code(statement: Statement) -> str | None:
    return statement.value.code if isinstance(statement.value, Channel | Text) else None


def _in_record(material: ServiceMaterial, attribute: Attribute, record: tuple[str, str]) -> list[Statement]:
    return [one for one in material.of(attribute) if record_of(one) == record]


def _in_one_record(one: Statement, other: Statement) -> bool:
    record = record_of(one)
    return record is not None and record == record_of(other)


def _clash(a: Point, b: Point, reason: str) -> Clash:
    return Clash(kind=FindingClass.WITHIN_RECORD, a=a, b=b, reason=reason)


RULES = (
    ServiceRule(kind=FindingClass.WITHIN_RECORD, severity=FindingSeverity.MEDIUM, check=check),
    *act_rules(FindingClass.WITHIN_RECORD),
)
