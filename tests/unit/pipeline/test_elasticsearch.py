"""The pipeline over a real Elasticsearch."""

from pathlib import Path

import pytest

from kb.pipeline import Home, Registry, build_base, import_paths
from tests.engines.fixtures import elastic_url
from tests.unit.pipeline.exports import exported
from tests.unit.pipeline.kills import kill_before_the_swap

__all__ = ["elastic_url"]


def _home(folder: Path, elastic_url: str, acts: Path) -> Home:
    home = Home(folder=folder, search_url=elastic_url)
    import_paths(home, [acts], sample=True)
    build_base(home)
    return home


def test_bases_on_one_server_keep_apart(tmp_path: Path, elastic_url: str, acts: Path) -> None:
    full = _home(tmp_path / "full", elastic_url, acts)
    empty = Home(folder=tmp_path / "empty", search_url=elastic_url)
    build_base(empty)
    one, other = Registry(full), Registry(empty)
    name = one.services().items[0].name_kk or ""
    assert one.search(name).services[0].service.name_kk == name
    assert other.search(name).total == 0
    assert one.status().engine == "elasticsearch"
    assert not set(one.status().indexes.values()) & set(other.status().indexes.values())
    one.close()
    other.close()


def test_both_engines_find_the_same_services(
    tmp_path: Path,
    elastic_url: str,
    acts: Path,
    built: Home,
) -> None:
    elastic = _home(tmp_path / "elastic", elastic_url, acts)
    one, other = Registry(elastic), Registry(built)
    for service in other.services().items:
        name = service.name_ru or ""
        assert [hit.service.id for hit in one.search(name).services] == [
            hit.service.id for hit in other.search(name).services
        ]
    one.close()
    other.close()
    assert exported(elastic) == exported(built)


def test_a_swap_that_was_left_open_is_finished_there_too(
    tmp_path: Path,
    elastic_url: str,
    acts: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = _home(tmp_path / "home", elastic_url, acts)
    serving = Registry(home)
    before = serving.status().indexes
    name = serving.services().items[0].name_kk or ""
    kill_before_the_swap(home, monkeypatch)
    assert serving.status().indexes == before
    assert serving.search(name).services
    opened = Registry(home)
    assert not set(opened.status().indexes.values()) & set(before.values())
    assert opened.search(name).services
    assert serving.search(name).services
    opened.close()
    serving.close()
    assert build_base(home).changed is False
