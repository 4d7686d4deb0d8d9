"""`/monitoring/recomputed/{document}`: printed figures beside recomputed ones."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from kb.model.monitoring import Standing
from kb.monitoring import recomputed_words
from kb.pipeline import Registry
from kb.web.language_choice import page_language
from kb.web.monitoring.form import FormChoice, FormField
from kb.web.monitoring.recomputed_asked import ALL, AskedFigures, Document, document_address, require_rule
from kb.web.monitoring.recomputed_view import recomputed_view
from kb.web.source_link import document_name
from kb.web.templating import render_page
from kb.web.words import words_in


def add_recomputed_pages(router: APIRouter, registry: Registry) -> None:
    """The page of a document of the base; UnknownName for any other, MonitoringError for one without such figures."""

    @router.get("/monitoring/recomputed/{document:path}")
    def recomputed(request: Request, document: Document, asked: AskedFigures) -> Response:
        words = words_in(page_language(request))
        found = registry.monitoring.recomputed(document)
        require_rule(asked, found.figures)
        rules = dict.fromkeys(one.rule for one in found.figures)
        chosen = asked.standing.value if asked.standing else ALL
        standings = [(one.value, recomputed_words("standings", one.value, words.language)) for one in Standing]
        offered = [*standings, (ALL, words("monitoring.all"))]
        return render_page(
            request, "monitoring_recomputed.html",
            document=document_name(document),
            here=document_address(document),
            view=recomputed_view(found, asked, words),
            fields=[
                FormField(
                    name="standing",
                    label=words("monitoring.field.standing"),
                    all=None,
                    choices=tuple(FormChoice(code=code, text=text, chosen=code == chosen) for code, text in offered),
                ),
                FormField(
                    name="rule",
                    label=words("monitoring.field.rule"),
                    all=words("monitoring.all"),
                    choices=tuple(
                        FormChoice(
                            code=rule, text=recomputed_words("rules", rule, words.language), chosen=rule == asked.rule
                        )
                        for rule in rules
                    ),
                ),
            ],
        )  # fmt: skip
