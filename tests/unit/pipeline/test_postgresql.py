"""The pipeline over a real PostgreSQL."""

from pathlib import Path

from kb.pipeline import Home, Registry, build_base, import_paths
from tests.engines.fixtures import postgres_url
from tests.unit.pipeline.exports import exported

__all__ = ["postgres_url"]


def test_both_databases_hold_the_same_base(tmp_path: Path, postgres_url: str, acts: Path, built: Home) -> None:
    home = Home(folder=tmp_path / "served", database_url=postgres_url)
    import_paths(home, [acts], sample=True)
    assert build_base(home).failures == ()
    assert exported(home) == exported(built)
    one, other = Registry(home), Registry(built)
    listed = other.services(limit=3)
    assert one.services(limit=3) == listed
    assert one.services(after=listed.next, limit=3) == other.services(after=listed.next, limit=3)
    for service in other.services().items:
        assert one.card(service.id) == other.card(service.id)
    one.close()
    other.close()


def test_a_second_build_on_a_server_changes_nothing(tmp_path: Path, postgres_url: str, acts: Path) -> None:
    home = Home(folder=tmp_path / "served", database_url=postgres_url)
    import_paths(home, [acts], sample=True)
    build_base(home)
    again = build_base(home)
    assert (again.changed, again.read) == (False, 0)
