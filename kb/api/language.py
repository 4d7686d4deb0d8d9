"""Which language a caller reads."""

from kb.model import Language

DEFAULT = Language.KK


def preferred_language(accept: str | None) -> Language:
    """The best of kk, ru and en in an `Accept-Language` header; Kazakh where none is asked for."""
    best, best_weight = DEFAULT, 0.0
    for part in (accept or "").split(","):
        tag, _, parameters = part.strip().partition(";")
        code = tag.strip().lower().partition("-")[0]
        weight = _weight(parameters)
        if weight > best_weight and (code == "*" or code in set(Language)):
            best, best_weight = DEFAULT if code == "*" else Language(code), weight
    return best


def _weight(parameters: str) -> float:
    name, _, number = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(max(float(number), 0.0), 1.0)
    except ValueError:
        return 0.0
