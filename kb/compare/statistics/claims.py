"""What the text claims about figures against the figures themselves."""

from collections.abc import Iterator

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash, words_of
from kb.compare.statistics.distances import average, change, difference, rank, whole
from kb.compare.statistics.extremes import extreme, weak
from kb.compare.statistics.figures import MEAN, STAFF, Figures, is_general, value
from kb.compare.statistics.limits import all_above, no_difference
from kb.compare.statistics.orders import in_all, order
from kb.compare.statistics.quantities import age, all_received, amount, many, most, most_received, trend
from kb.model import Remark


def check_claims(figures: Figures) -> Iterator[Clash]:
    """Claims of order, of all, most or none, of age and of averages that the figures do not bear out."""
    checks = {
        "higher": order,
        "lower": order,
        "in_all_higher": in_all,
        "highest": extreme,
        "lowest": extreme,
        "weakest": weak,
        "among_weakest": weak,
        "weakest_of": weak,
        "strongest": weak,
        "among_strongest": weak,
        "not_asked": _not_asked,
        "all_received": all_received,
        "most_received": most_received,
        "many_satisfied": many,
        "amount": amount,
        "everyone": amount,
        "more_than_half": amount,
        "less_than_half": amount,
        "most_dissatisfied": most,
        "older_rises": trend,
        "older_falls": trend,
        "age_best": age,
        "age_worst": age,
        "above_average": average,
        "below_average": average,
        "difference": difference,
        "above_whole": whole,
        "below_whole": whole,
        "change": change,
        "rank": rank,
        "all_above": all_above,
        "no_difference": no_difference,
    }
    for claim in figures.claims:
        check = checks.get(claim.relation or "")
        if check:
            yield from check(figures, claim)


def _not_asked(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """Nobody was asked about the staff, whom a table over all services gives marks."""
    marks = (one for name in STAFF for one in figures.of(name, MEAN) if is_general(one))
    mark = next(marks, None)
    if mark:
        yield clash(claim, mark, "not_asked", subject=words_of(mark.subject), value=value(mark))
