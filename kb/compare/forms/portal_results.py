"""Results that a portal gives, in texts that have the form of the result on paper only."""

import re
from collections.abc import Iterator

from kb.compare.channels.told_channels import ONLINE, told_channels
from kb.compare.material import ServiceMaterial
from kb.compare.terms.quoted import line_of
from kb.extract.wording import wording
from kb.model import Attribute, Evidence, Statement, Text
from kb.resolve.scope_meeting import Meeting, meet
from kb.text import fold_plain

FILE = "told_channel"
CHANNELS, PORTAL = "channel", "plain_portal"
PAPER = "paper"
ITEM = re.compile(r"\s{0,8}(?:[-*•]|\d{1,2}\\?[.)])")
LEAD = 2000  # characters before an item within which the words that open its list stand


def given_by_portal(material: ServiceMaterial) -> Iterator[tuple[Statement, Statement]]:
    """What says that a portal gives the result, electronically or by a notice, with the paper form of the result; one
    pair of a text at most, and of an act in the first of its languages that has one."""
    seen: set[tuple[str, str]] = set()
    for form in _paper_forms(material):
        source = form.evidence.act or form.evidence.snapshot
        if (form.service, source) in seen:
            continue
        told = (*_told_results(material), *_listed_portals(material))
        of_text = (one for one in told if _of_one_text(one, form))
        if one := next(of_text, None):
            seen.add((form.service, source))
            yield one, form


def _paper_forms(material: ServiceMaterial) -> list[Statement]:
    """The first form of the result of each text that has no other than paper, without those behind which a line tells
    what the portal gives."""
    forms: dict[tuple[str, str], list[Statement]] = {}
    for one in material.of(Attribute.RESULT_FORM):
        forms.setdefault((one.service, one.evidence.snapshot), []).append(one)
    return [
        ones[0]
        for ones in forms.values()
        if all(isinstance(one.value, Text) and one.value.code == PAPER for one in ones)
        and not wording(FILE, "portal_besides").match(fold_plain(_line_behind(material, ones[0].evidence)))
    ]


def _told_results(material: ServiceMaterial) -> Iterator[Statement]:
    for one in material.of(Attribute.RESULT):
        if isinstance(one.value, Text) and wording(FILE, "portal_result").search(fold_plain(one.value.text)):
            yield one


def _listed_portals(material: ServiceMaterial) -> Iterator[Statement]:
    """The portals of a list of where results are given, each the first channel of its item; a line behind the list that
    gives them elsewhere takes the portal out of it."""
    seen: set[tuple[str, int | None]] = set()
    for channel in told_channels(material).listed:
        evidence = channel.statement.evidence
        line = (evidence.snapshot, evidence.line)
        first_of_item = line not in seen or not ITEM.match(line_of(material, evidence))
        seen.add(line)
        if channel.code not in ONLINE or not first_of_item:
            continue
        if wording(FILE, "gives_result").search(fold_plain(_list_words(material, evidence))):
            behind = fold_plain(_line_behind(material, evidence))
            elsewhere = wording(FILE, "gives_result").search(behind) and not wording(CHANNELS, PORTAL).search(behind)
            if not elsewhere:
                yield channel.statement


def _list_words(material: ServiceMaterial, evidence: Evidence) -> str:
    """The line that a channel stands in, with the words that open its list where it is an item of one."""
    line = line_of(material, evidence)
    document = material.text_of(evidence.snapshot)
    if document is None or not ITEM.match(line):
        return line
    above = document.text[max(0, evidence.start - LEAD) : evidence.start].split("\n")[:-1]
    lead = next((one for one in reversed(above) if one.strip() and not ITEM.match(one)), "")
    return f"{lead} {line}"


def _line_behind(material: ServiceMaterial, evidence: Evidence) -> str:
    """The first line behind the list that is no item of it; empty where the text is not known."""
    document = material.text_of(evidence.snapshot)
    below = document.text[evidence.end : evidence.end + LEAD].split("\n")[1:] if document else []
    return next((one for one in below if one.strip() and not ITEM.match(one)), "")


def _of_one_text(one: Statement, form: Statement) -> bool:
    same = (one.service, one.evidence.snapshot) == (form.service, form.evidence.snapshot)
    return same and meet(one.scope, form.scope) is not Meeting.DISJOINT
