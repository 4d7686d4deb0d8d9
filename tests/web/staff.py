"""Keys of people who come to the pages."""

from kb.model.access import LOCAL
from kb.pipeline import Registry


def make_key(home, role, name="Гүлнар"):
    """What opens with a new key."""
    registry = Registry(home)
    secret = registry.access.add_key(name, role, actor=LOCAL).secret
    registry.close()
    return secret


def withdraw_key(home, name="Гүлнар"):
    registry = Registry(home)
    registry.access.withdraw_key(name, actor=LOCAL)
    registry.close()


def trail(home):
    """What the trail tells, the newest first: action, target, name."""
    registry = Registry(home)
    told = [(one.action, one.target, one.actor.name) for one in registry.access.trail.all()]
    registry.close()
    return told
