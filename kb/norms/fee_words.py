"""A fee as it is printed, in words."""

from kb.model import Fee, FeeKind, Language
from kb.norms.quantities import show_number
from kb.norms.tables import read_table

WITHOUT_AMOUNT = (FeeKind.FREE, FeeKind.PAID_UNSPECIFIED)


def show_fee(fee: Fee, language: Language | str) -> str:
    """Amount and kind as printed, with the upper limit and what is paid for: `2 АЕК, бір құжат үшін`."""
    language = Language(language)

    def say(key: str, **places: str) -> str:
        phrase: str = read_table("fee_forms")[key][language.value]
        return phrase.format(**places)

    if fee.kind in WITHOUT_AMOUNT:
        parts = [say(fee.kind.value)]
    elif fee.amount is None:
        parts = [say("missing")]
    else:
        only_limit = fee.kind is FeeKind.MRP and fee.cap_mrp == fee.amount
        parts = [say("at_most" if only_limit else fee.kind.value, amount=show_number(fee.amount, language))]
        if fee.cap_mrp is not None and not only_limit:
            parts.append(say("cap", amount=show_number(fee.cap_mrp, language)))
    if fee.per:
        parts.append(say("per_document") if fee.per == "document" else say("per", what=fee.per))
    return ", ".join(parts)
