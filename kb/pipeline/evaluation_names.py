"""What evaluated and evaluating bodies are called."""

from datetime import date, timedelta

from kb.model.evaluation import Evaluation
from kb.model.evaluation_method import Method
from kb.model.language import Language
from kb.norms import NormsError
from kb.norms.bodies import bodies_period, body, body_on
from kb.norms.region_history import region_on


def body_name(code: str, day: date | None, language: Language) -> str:
    """The name of a body on a day; its newest one where the tables do not have it on that day, or no day is told."""
    try:
        if day is not None:
            return body_on(code, day).in_language(language)
    except NormsError:
        pass
    return body(code).names[-1].in_language(language)


def evaluated_name(evaluation: Evaluation, language: Language) -> str:
    """The name of the evaluated body at the end of the year, with its region where it has one."""
    day = date(evaluation.year, 12, 31)
    name = body_name(evaluation.body, day, language)
    if evaluation.region is None:
        return name
    region = region_on(evaluation.region, day)
    return f"{name}: {region.name_ru if language is Language.RU else region.name_kk}"


def naming_day(method: Method) -> date | None:
    """The day whose names a method uses: the end of its year, else the last day on which all of its evaluators were
    there together; None where they never were."""
    if method.year is not None:
        return date(method.year, 12, 31)
    codes = {code for item in method.each() for code in item.evaluators}
    last = bodies_period()[1]
    ends = {last} | {name.until - timedelta(days=1) for code in codes for name in body(code).names if name.until}
    for day in sorted((end for end in ends if end <= last), reverse=True):
        if all(any(name.holds_on(day) for name in body(code).names) for code in codes):
            return day
    return None
