"""What a build finds wrong with the archive and the sources as a whole."""

import scrapers
from kb.collect import Archive
from kb.model import Issue, Severity
from kb.store import Writer


def find_build_issues(base: Writer, archive: Archive, *, full: bool = False) -> tuple[Issue, ...]:
    """Damaged records of the archive, and sources with fewer or more documents than their passports expect.

    Archive files that did not change since an earlier build are read again only when `full`.
    """
    issues = [
        Issue(code="archive_damage", severity=Severity.WARNING, document="", message=words)
        for words in archive.problems(full=full)
    ]
    counts = base.source_counts()
    for name, scraper in sorted(scrapers.discover().items()):
        least, most = scraper.SOURCE.expected_documents
        held = counts[name].documents if name in counts else None
        if held is None or (held >= least and (most is None or held <= most)):
            continue
        expected = f"at least {least}" if most is None else f"{least} to {most}"
        issues.append(
            Issue(
                code="document_count",
                severity=Severity.WARNING,
                document="",
                message=f"source {name}: {held} documents in the base, {expected} expected",
            )
        )
    return tuple(issues)
