"""The rules: a file for each class, found at run time.

A rule file has `RULES`, one or several `ServiceRule`, `ActRule` and `BaseRule` of its class (the name of the file),
and its worked examples in `tests/unit/compare/rules`.
"""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from kb.compare.errors import CompareError
from kb.compare.rule import ActRule, BaseRule, Rule, ServiceRule


@cache
def discover_rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules of each class, by its code; raises CompareError for a file that has none or those of another class."""
    found: dict[str, tuple[Rule, ...]] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda one: one.name):
        rules = getattr(import_module(f"{__name__}.{module.name}"), "RULES", ())
        if not rules or not all(isinstance(rule, ServiceRule | ActRule | BaseRule) for rule in rules):
            raise CompareError(f"kb/compare/rules/{module.name}.py has no RULES; see docs/contradictions.md")
        if strange := [rule.kind for rule in rules if rule.kind.value != module.name]:
            raise CompareError(f"kb/compare/rules/{module.name}.py has rules of {strange[0].value}: one class a file")
        found[module.name] = tuple(rules)
    return found
