"""Versions of the method: what is read, what is refused, what changed from one to another."""

import pytest

from kb.monitoring import BadMarks
from kb.monitoring.evaluation import (
    Change,
    compare_methods,
    method_to_json,
    own_methods,
    read_method,
    read_method_file,
)
from tests.unit.monitoring.evaluation.made_methods import METHOD_FILE, SAMPLE, form, item, method

OWN = own_methods()["three-blocks"]


def test_the_method_of_the_source_has_no_weight_point_year_or_rule_that_the_source_lacks() -> None:
    assert [one.id for one in OWN.blocks] == ["goals", "citizens", "organisation"]
    assert [len(one.parts) for one in OWN.blocks] == [2, 3, 2]
    assert {one.weight for one in OWN.each()} | {one.most for one in OWN.each()} == {None}
    assert (OWN.year, OWN.adding, OWN.digits, OWN.days_to_consider) == (None, None, 2, None)
    assert [str(one.points) for one in OWN.penalties] == ["0.2"] * 3
    assert len(OWN.stages) == 5
    assert {(one.item, one.first, one.last) for one in OWN.calendar if one.step == "appeals"} == {
        ("goals", 5, 5), ("citizens", 3, 4), ("organisation", 5, 5),
    }  # fmt: skip


def test_points_of_an_indicator_are_given_by_the_evaluators_of_its_block() -> None:
    assert OWN.evaluators_of("open-government") == OWN.blocks[1].evaluators
    assert [one.id for one in OWN.path("open-government")] == ["citizens", "openness", "open-government"]
    assert OWN.path("nowhere") == ()


@pytest.mark.parametrize("one", [OWN, SAMPLE])
def test_what_is_written_as_json_is_the_form_that_is_read(one) -> None:
    assert read_method(method_to_json(one), "again") == one


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"colour": "red"}, "no field 'colour'"),
        ({"id": "A b"}, "«id» is 'A b'; expected small letters"),
        ({"year": 1200}, "«year» is '1200'"),
        ({"adding": "average"}, "«adding» is 'average'; expected one of weighted_sum, weighted_mean"),
        ({"adding_place": None}, "adding_place: give line and quote"),
        ({"blocks": []}, "at least one block"),
        ({"blocks": "none"}, "«blocks» is 'none'; expected a list"),
        ({"blocks": [item("one"), item("one")]}, "two items are called one"),
        ({"blocks": [item("one", -1)]}, "blocks 1: «weight» is '-1'"),
        ({"blocks": [item("one", "много")]}, "«weight» is 'много'"),
        ({"blocks": [item("one", True)]}, "«weight» is 'True'"),
        ({"blocks": [item("one", "1e999999999")]}, "expected a number from 0"),
        ({"blocks": [item("one", 1e-9)]}, "at most 6 decimals"),
        ({"blocks": [item("one", float("nan"))]}, "«weight» is 'nan'"),
        ({"blocks": [{**item("one"), "place": None}]}, "give line and quote of the document, or a citation"),
        ({"blocks": [{**item("one"), "place": {"line": 4}}]}, "give line and quote of the document, or a citation"),
        ({"blocks": [{**item("one"), "evaluators": ["nobody"]}]}, "evaluators 1: 'nobody' is no body"),
        ({"blocks": [item("a", 1, item("b", 1, item("c", 1, item("d"))))]}, "no parts below an indicator"),
        ({"blocks": [item("a", 1, item("b", 0))]}, "all parts of «a» weigh 0"),
        ({"blocks": [7]}, "blocks 1: expected an object"),
        ({"penalties": [{"id": "late", "kk": "к", "ru": "п", "item": "two", "points": 1, "place": {"citation": "c"}}]},
         "is of «two», which is no item"),
        ({"calendar": [{"item": "one", "step": "lunch", "from": 5, "to": 4, "place": {"citation": "c"}}]},
         "«step» is 'lunch'"),
        ({"source": None}, "made.yaml, source: expected an object"),
        ({"source": {"kk": "к", "ru": "р", "language": "xx", "digest": "sha256:0"}}, "«digest» is 'sha256:0'"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_told_with_its_place(broken, told) -> None:
    with pytest.raises(BadMarks) as caught:
        read_method({**form(item("one")), **broken}, "made.yaml")
    assert any(told in line for line in caught.value.problems), caught.value.problems
    assert all(line.startswith("made.yaml") for line in caught.value.problems)


def test_aliases_that_repeat_items_without_end_are_told_at_once(tmp_path) -> None:
    lines = ["id: made", "blocks:", "  - &a0 {id: x, parts: []}"]
    bomb = "a0: &a0 [1,1,1,1,1,1,1,1,1]\n" + "\n".join(
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)
    )
    for text in (
        "\n".join(lines),
        bomb + "\nblocks: *a11\n",
        bomb + "\nid: *a11\n",
        "year: 0x" + "f" * 9_000,
        "a: &a {parts: [*a]}\n",
        "{" * 50_000,
        "\0",
        "- 1",
    ):
        path = tmp_path / "method.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(BadMarks):
            read_method_file(path)


def test_files_that_are_no_method_are_told(tmp_path) -> None:
    (tmp_path / "big.yaml").write_bytes(b"#" * (2**20 + 1))
    (tmp_path / "latin.yaml").write_bytes(b"id: \xff")
    (tmp_path / "broken.json").write_bytes(b'{"id": ')
    for name, told in {
        "big.yaml": "no more than 1 MB", "latin.yaml": "not UTF-8", "broken.json": "not valid JSON",
        "lost.yaml": "cannot be read",
    }.items():  # fmt: skip
        with pytest.raises(BadMarks, match=told):
            read_method_file(tmp_path / name)


def test_a_version_is_the_same_as_itself_and_differs_by_what_was_changed() -> None:
    assert compare_methods(SAMPLE, read_method_file(METHOD_FILE)) == ()
    before = method(item("one", 1, item("a", 1), item("b", 1)))
    after = method(item("one", 2, item("a", 1)), item("two", 1), rounding={})
    assert compare_methods(before, after) == (
        Change(kind="changed", part="method", id="", field="digits", before=2, after=None),
        Change(kind="changed", part="item", id="one", field="weight", before=1, after=2),
        Change(kind="removed", part="item", id="b", before="b"),
        Change(kind="added", part="item", id="two", after="two"),
    )
    turned = compare_methods(after, before)
    assert {(one.part, one.id, one.field, one.after, one.before) for one in turned} == {
        (one.part, one.id, one.field, one.before, one.after) for one in compare_methods(before, after)
    }


def test_an_item_that_moves_under_another_is_told() -> None:
    before = method(item("one", 1, item("a")), item("two", 1, item("b")))
    after = method(item("one", 1, item("c")), item("two", 1, item("b"), item("a")))
    (moved,) = [one for one in compare_methods(before, after) if one.id == "a"]
    assert (moved.field, moved.before, moved.after) == ("above", "one", "two")
