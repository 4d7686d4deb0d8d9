"""Drawings: what stands in them, how long things are, and that nothing foreign gets in."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from lxml import etree

from kb.charts import Bar, BarDrawing, Point, PointDrawing, draw_bars, draw_points
from kb.charts.drawing import FIGURE_ROOM, WIDTH
from kb.charts.palette import CLASSES

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
WHOLE = WIDTH - FIGURE_ROOM
BARS = BarDrawing(
    code="rating-body",
    title="Рейтинг",
    bars=(
        Bar(name="1. Омарта паспортын беру", value=75.0, text="75,0 %", low=60.0, high=85.0),
        Bar(name="2. Көгершінхана ұстауға лицензия беру", value=25.0, text="25,0 %", weak=True),
    ),
    low=0,
    high=100,
    ticks=((0, "0 %"), (100, "100 %")),
)
POINTS = PointDrawing(
    code="trend",
    title="Толқындар",
    points=(
        Point(name="2023", value=60, text="60,0 %"),
        Point(name="2024", value=70, text="70,0 %"),
        Point(name="2025", value=65, text="65,0 %", joined=False),
    ),
    low=0,
    high=100,
)


def texts(svg):
    return ["".join(one.itertext()) for one in etree.fromstring(svg).iter(f"{SVG}text")]


def boxes(svg, part):
    """Left and right end of what is drawn in a colour of this part."""
    found = []
    for one in etree.fromstring(svg).iter(f"{SVG}path"):
        if part in one.get("class", "").split():
            numbers = [float(text) for text in re.findall(r"[-\d.]+", one.get("d"))]
            found.append((min(numbers[::2]), max(numbers[::2])))
    return found


def test_text_is_text_in_reading_order():
    assert texts(draw_bars(BARS)) == [
        "1. Омарта паспортын беру", "75,0 %", "2. Көгершінхана ұстауға лицензия беру", "25,0 %", "0 %", "100 %",
    ]  # fmt: skip
    assert sorted(texts(draw_points(POINTS))) == sorted(["60,0 %", "2023", "70,0 %", "2024", "65,0 %", "2025"])


def test_bars_are_as_long_as_their_figures_say():
    strokes = [box for box in boxes(draw_bars(BARS), "stroke-bar") if box[0] == 0]
    assert [end for _, end in strokes] == [pytest.approx(0.75 * WHOLE), pytest.approx(0.25 * WHOLE)]
    assert [end for _, end in boxes(draw_bars(BARS), "fill-track")] == [pytest.approx(WHOLE)] * 2


def test_an_interval_lies_where_its_bounds_say():
    lines = [box for box in boxes(draw_bars(BARS), "stroke-ink") if box[0] != box[1]]
    assert lines == [(pytest.approx(0.60 * WHOLE), pytest.approx(0.85 * WHOLE))]


def test_a_bar_of_few_answers_is_hollow():
    filled = boxes(draw_bars(BARS), "fill-bar")
    assert filled == [(0, pytest.approx(0.75 * WHOLE))]


def test_only_comparable_points_are_joined():
    def lines(drawing):
        return [box for box in boxes(draw_points(drawing), "stroke-bar") if box[1] - box[0] > 20]

    assert len(lines(POINTS)) == 1
    joined = replace(POINTS, points=tuple(replace(one, joined=True) for one in POINTS.points))
    assert len(lines(joined)) == 2
    places = [float(one.get("x")) for one in etree.fromstring(draw_points(POINTS)).iter(f"{SVG}use")]
    assert lines(POINTS)[0] == (pytest.approx(places[0]), pytest.approx(places[1]))


@pytest.mark.parametrize("svg", [draw_bars(BARS), draw_points(POINTS)])
def test_a_strict_policy_shows_it_whole(svg):
    root = etree.fromstring(svg)
    ids = {one.get("id") for one in root.iter() if one.get("id")}
    for one in root.iter():
        assert one.get("style") is None
        assert etree.QName(one).localname in {"svg", "title", "g", "path", "text", "use", "defs"}
        assert not any(name.startswith("on") for name in one.attrib)
        if one.get(XLINK):
            assert one.get(XLINK)[1:] in ids
    assert "http" not in re.sub(r'xmlns(:xlink)?="[^"]*"', "", svg)
    assert all(name.startswith(("rating-body-", "trend-")) for name in ids)
    assert root.get("aria-labelledby") in ids


@pytest.mark.parametrize("svg", [draw_bars(BARS), draw_points(POINTS)])
def test_every_colour_has_a_class_for_the_themes(svg):
    for one in etree.fromstring(svg).iter():
        for kind in ("fill", "stroke"):
            colour = one.get(kind, "none")
            if colour != "none":
                assert f"{kind}-{CLASSES[colour]}" in one.get("class").split()


def test_names_are_words_and_never_markup_or_formulas():
    name = "<script>alert(1)</script> & $x^2$ \\frac{1}{2} \x00\x1b\u202e\ud800 end"
    svg = draw_bars(replace(BARS, title=name, bars=(replace(BARS.bars[0], name=name, text=name),)))
    told = " ".join(texts(svg))
    assert "<script>alert(1)</script> & $x^2$ \\frac{1}{2}" in told
    assert "<script" not in svg
    assert "\x00" not in svg


def test_a_long_name_is_cut_in_sight():
    svg = draw_bars(replace(BARS, bars=(replace(BARS.bars[0], name="қызмет көрсету " * 5000),)))
    lines = texts(svg)[:2]
    assert lines[1].endswith("…")
    assert all(len(line) <= 50 for line in lines)
    assert len(svg) < 3000


def test_the_same_figures_give_the_same_drawing_from_every_thread():
    drawings = [replace(BARS, code=f"b-{place}") for place in range(8)]
    draw_bars.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(draw_bars, drawings))
    draw_bars.cache_clear()
    assert at_once == [draw_bars(one) for one in drawings]
    before = draw_bars.cache_info().hits
    draw_bars(drawings[0])
    assert draw_bars.cache_info().hits == before + 1


def test_thirty_bars_weigh_what_the_cache_counts_on():
    many = tuple(
        replace(BARS.bars[0], name=f"{n}. " + "Ұзақ атауы бар қызмет түрін көрсету тәртібі " * 2) for n in range(30)
    )
    assert len(draw_bars(replace(BARS, bars=many))) < 36_000


@pytest.mark.parametrize("code", ["", "a b", '"><x', "1a", "a" * 80])
def test_a_code_that_is_no_id_is_refused(code):
    with pytest.raises(ValueError, match="cannot be the id"):
        draw_bars(replace(BARS, code=code))


def test_nothing_is_not_drawn():
    with pytest.raises(ValueError, match="nothing is to be drawn"):
        draw_bars(replace(BARS, bars=()))
    with pytest.raises(ValueError, match="nothing is to be drawn"):
        draw_points(replace(POINTS, points=()))
