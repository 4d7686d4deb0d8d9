"""The report as one page of HTML that needs nothing else: for reading, and for printing on A4."""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from kb.pipeline.finding_report.report import Report

_STYLE = files("kb.pipeline.finding_report").joinpath("templates", "report.css").read_text(encoding="utf-8")
# What a content security policy names so that the style in the page is taken: `style-src 'sha256-…'`.
STYLE_DIGEST = "sha256-" + base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()


def report_html(report: Report) -> Iterator[str]:
    """The page in portions; what stands in the sources is escaped."""
    template = _environment().get_template("report.html")
    portions = template.stream(report=report, words=report.words, style=_STYLE)
    portions.enable_buffering(40)
    # Sources may hold a lone surrogate that UTF-8 cannot carry.
    return (portion.encode("utf-8", "replace").decode() for portion in portions)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("kb.pipeline.finding_report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
