"""What a build finds wrong with the archive and the sources as a whole."""

import scrapers
from kb.collect import Archive
from kb.model import Issue, Severity, Source
from kb.store import Writer


def find_build_issues(base: Writer, archive: Archive, *, full: bool = False) -> tuple[Issue, ...]:
    """Damaged records of the archive, and sources whose documents state less or more than their passports expect.

    Archive files that did not change since an earlier build are read again only when `full`.
    """
    issues = [
        Issue(code="archive_damage", severity=Severity.WARNING, document="", message=words)
        for words in archive.problems(full=full)
    ]
    for _name, scraper in sorted(scrapers.discover().items()):
        issues += field_issues(base, scraper.SOURCE)
    return tuple(issues)


def field_issues(base: Writer, source: Source) -> list[Issue]:
    """Attributes that a smaller or larger share of the collected documents states than the passport expects."""
    if not source.expected_fields:
        return []
    counts = base.field_counts(source.id)
    if not counts.documents:
        return []
    issues = []
    for field in source.expected_fields:
        share = counts.stating.get(field.attribute, 0) / counts.documents
        if field.minimum <= share <= field.maximum:
            continue
        issues.append(
            Issue(
                code="field_share",
                severity=Severity.WARNING,
                document=source.urls[0] if source.urls else "",
                message=f"source {source.id}: {share:.0%} of {counts.documents} collected documents state "
                f"'{field.attribute}', {field.minimum:.0%} to {field.maximum:.0%} expected; see whether the pages "
                "changed their layout or their labels, or bring the passport in line",
            )
        )
    return issues
