"""`kb verdict`: what a person decides on a finding."""

from typing import Annotated

import typer

from kb.cli.check_command import print_finding
from kb.cli.command_actor import command_actor
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import write_json
from kb.cli.words import Words
from kb.model import FindingVerdict, Language
from kb.model.finding_shapes import judged_to_json


def verdict(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="Id of a finding, as kb check shows it.")],
    decision: Annotated[FindingVerdict, typer.Argument(metavar="VERDICT", help="'open' takes a verdict back.")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why you decide so.")],
    author: Annotated[str | None, typer.Option("--author", help="Your name; that of your login when left out.")] = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Keep a verdict on a contradiction; it holds until one of the two clauses changes."""
    with opened_registry() as registry:
        judged = registry.findings.decide(finding, decision, reason=reason, actor=command_actor(author))
        _, service = registry.findings.item(finding)
    if as_json:
        write_json(judged_to_json(judged, service))
    else:
        print_finding(judged, service, Words(Language(lang.value)))
