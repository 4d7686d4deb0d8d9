"""`kb card`: all that is stated of a service."""

from typing import Annotated

import typer

from kb.cli.card_view import show_card
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, Lang, WordLanguage, read_day
from kb.cli.output import write_json
from kb.cli.service_choice import choose_service
from kb.cli.words import Words
from kb.model import Language
from kb.pipeline import dated_card, today_in_kazakhstan
from kb.pipeline.dating import rule_card


def card(
    service: Annotated[str, typer.Argument(help="An id of the service, or a part of its name.")],
    as_of: AsOf = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Show a service with all that is stated of it, and where."""
    day = read_day(as_of) or today_in_kazakhstan()
    with opened_registry() as registry:
        found = registry.card(choose_service(registry, service).id)
        acts = registry.acts.of_card(found)
    if as_json:
        write_json(dated_card(found, day, acts=acts))
    else:
        show_card(found, rule_card(found, day, acts=acts), day, Words(Language(lang.value)))
