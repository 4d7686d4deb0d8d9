"""All that a home exports, as text."""

import json

from kb.model.service_shapes import service_to_json
from kb.model.shapes import statement_to_json, survey_to_json
from kb.pipeline import Home, Registry


def exported(home: Home) -> str:
    """Statements, services and survey rows, a line each."""
    registry = Registry(home)
    try:
        lines = [statement_to_json(statement, service) for statement, service in registry.all_statements()]
        lines += [service_to_json(service) for service in registry.all_services()]
        lines += [survey_to_json(row, service) for row, service in registry.all_survey()]
    finally:
        registry.close()
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
