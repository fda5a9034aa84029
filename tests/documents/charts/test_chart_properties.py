"""Charts of any figures and names: all on the sheet, no words over others."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from temaplan.documents.charts import draw, figures_of
from temaplan.documents.charts.geography import topology
from temaplan.documents.charts.specs import (
    Area,
    Band,
    Bands,
    Bubble,
    Bubbles,
    Choropleth,
    Commuters,
    Commuting,
    Flow,
    Flows,
    Parts,
    PartsRow,
    Profile,
    Quotient,
    Spec,
)
from tests.fixtures.drawings import Drawing

names = st.text(alphabet="abcdefæøå WM-", min_size=1, max_size=50).filter(str.strip)
figures = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
counts = st.floats(0, 1e6).map(round).map(float)
quotients = st.one_of(st.just(0.0), st.floats(0.01, 60).map(lambda value: round(value, 3)))


def some(values: Any) -> Any:
    return st.none() | values


def tuples(values: Any, most: int = 9) -> Any:
    return st.lists(values, max_size=most).map(tuple)


profiles = st.builds(
    Profile,
    rows=tuples(
        st.builds(
            Quotient,
            label=names,
            value=some(quotients),
            share=some(st.floats(0, 1)),
            low=some(st.floats(0.02, 1)),
            high=some(st.floats(1, 20)),
            highlight=st.booleans(),
            missing=st.sampled_from(["", "skjermet"]),
        )
    ),
    reference=names,
    share=st.sampled_from(["", "andel av jobbene"]),
    left=names,
    right=names,
    most=st.integers(1, 9),
)
parts = st.integers(1, 5).flatmap(
    lambda size: st.builds(
        Parts,
        components=st.lists(names, min_size=size, max_size=size).map(tuple),
        rows=tuples(
            st.builds(
                PartsRow,
                label=names,
                values=st.lists(some(figures), min_size=size, max_size=size).map(tuple),
                total=some(figures),
                highlight=st.booleans(),
            )
        ),
        left=names,
        right=names,
        most=st.integers(2, 9),
    )
)
bubbles = st.builds(
    Bubbles,
    points=tuples(
        st.builds(
            Bubble,
            label=names,
            x=some(quotients),
            y=some(st.floats(-1, 3).map(lambda value: round(value, 4))),
            size=some(counts),
            highlight=st.booleans(),
        ),
        most=25,
    ),
    x_label=names,
    y_label=names,
    size_label=names,
    ratio=st.booleans(),
    corners=st.sampled_from([(), ("a", "b c", "d", "e")]),
)
commuting = st.builds(
    Commuting,
    rows=tuples(
        st.builds(
            Commuters,
            label=names,
            own=some(counts),
            arriving=some(counts),
            leaving=some(counts),
            highlight=st.booleans(),
        )
    ),
)
places = st.sampled_from(["Skien", "Porsgrunn", "Bamble", "Øvre Eiker", "Indre Østfold", "Å"])
flows = st.builds(
    Flows,
    flows=st.dictionaries(st.tuples(places, places), some(counts), max_size=20).map(
        lambda told: tuple(Flow(home, work, value) for (home, work), value in told.items())
    ),
    most=st.integers(1, 12),
)


def _series(size: int) -> Any:
    line = st.lists(some(figures), min_size=size, max_size=size).map(tuple)
    return st.builds(
        Band,
        label=names,
        history=line,
        p10=line,
        p50=line,
        p90=line,
        backtest=line | st.just(()),
        error=st.just("") | names,
    )


bands = st.integers(1, 22).flatmap(
    lambda size: st.builds(
        Bands,
        periods=st.just(tuple(str(2004 + n) for n in range(size))),
        series=st.lists(_series(size), min_size=1, max_size=3).map(tuple),
    )
)
maps = st.builds(
    Choropleth,
    areas=st.dictionaries(
        st.sampled_from(sorted(topology().areas)), some(figures), min_size=1, max_size=12
    ).map(lambda told: tuple(Area(code, f"Sted {code}", value) for code, value in told.items())),
    unit=names,
    middle=st.sampled_from([None, 0.0, 1.0]),
    classes=st.integers(1, 6),
    whole=st.just(False),
)


@pytest.mark.parametrize(
    "specs",
    [profiles, parts, bubbles, commuting, flows, bands, maps],
    ids=["profiles", "parts", "bubbles", "commuting", "flows", "bands", "maps"],
)
def test_any_chart_stays_on_the_sheet_and_can_be_read(specs: Any) -> None:
    @settings(max_examples=15, deadline=None)
    @given(specs)
    def check(spec: Spec) -> None:
        drawn = draw(spec.as_chart())
        for svg in (drawn.wide, drawn.narrow):
            drawing = Drawing(svg)
            assert drawing.outside() == []
            assert drawing.overlaps() == []
        table = figures_of(spec.as_chart())
        assert all(len(row) == len(table.head) for row in table.rows)

    check()
