"""How long each kind of chart takes to draw for all municipalities of the country.

    uv run python benchmarks/charts.py

Both widths of one chart, in milliseconds of processor time: the first time, which for a map loads
the borders, and the middle of later ones. The figures are made up by a fixed rule. The sizes are
those of the SVGs, wide and narrow, as they stand in a page.
"""

import statistics
import time

from temaplan.documents.charts import draw
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

TIMES = 7
INDUSTRIES = 88
YEARS = 30
KNOWN = 17


def figure(*keys: int) -> float:
    """Return a figure between 0 and 1 that is the same every time."""
    return (
        sum((key + 3) * prime for key, prime in zip(keys, (37, 101, 211), strict=False)) % 97 / 97
    )


def specs() -> dict[str, Spec]:
    """Return one chart of each kind."""
    codes = sorted(topology().areas)
    numbered = list(enumerate(codes))
    names = [f"Næring nummer {n}" for n in range(INDUSTRIES)]
    line = tuple(20_000 + 900 * figure(n) for n in range(YEARS))
    known, ahead = (*line[:KNOWN], *[None] * (YEARS - KNOWN)), (*[None] * KNOWN, *line[KNOWN:])
    growth = tuple(Area(code, code, figure(n) - 0.4) for n, code in numbered)
    counties = sorted({code[:2] for code in codes})
    return {
        "profile, 88 industries": Profile(
            rows=tuple(Quotient(name, 4 * figure(n), figure(n, 1)) for n, name in enumerate(names)),
            reference="1 = som landet",
            share="andel",
        ),
        "parts, 357 municipalities": Parts(
            components=("landet", "næring", "stedet"),
            rows=tuple(
                PartsRow(code, (figure(n), figure(n, 1) - 0.5, figure(n, 2) - 0.5))
                for n, code in numbered
            ),
        ),
        "bubbles, 357 municipalities": Bubbles(
            points=tuple(
                Bubble(code, 0.2 + 3 * figure(n), figure(n, 1) - 0.5, 9_000 * figure(n, 2))
                for n, code in numbered
            ),
            x_label="x",
            y_label="y",
            size_label="jobber",
        ),
        "commuting, 357 municipalities": Commuting(
            rows=tuple(
                Commuters(code, 9e3 * figure(n), 5e3 * figure(n, 1), 5e3 * figure(n, 2))
                for n, code in numbered
            ),
        ),
        "flows, 357 x 20": Flows(
            flows=tuple(
                Flow(code, codes[(n + step) % len(codes)], 900 * figure(n, step))
                for n, code in numbered
                for step in range(20)
            ),
        ),
        "bands, 4 panels of 30 years": Bands(
            periods=tuple(str(2009 + n) for n in range(YEARS)),
            series=tuple(Band(f"Sted {n}", known, ahead, ahead, ahead) for n in range(4)),
        ),
        "map of 357 municipalities": Choropleth(areas=growth, unit="vekst", middle=0.0, whole=True),
        "map of 17 municipalities": Choropleth(
            areas=tuple(area for area in growth if area.code.startswith("40")),
            unit="vekst",
            middle=0.0,
        ),
        "map of 15 counties": Choropleth(
            areas=tuple(Area(code, code, figure(n)) for n, code in enumerate(counties)),
            unit="andel",
            level="county",
            whole=True,
        ),
    }


def main() -> None:
    """Draw each kind and print one line for it."""
    begun = time.process_time()
    charts = {name: spec.as_chart() for name, spec in specs().items()}
    print(f"borders read, charts told: {1000 * (time.process_time() - begun):.0f} ms")
    for name, chart in charts.items():
        times = []
        for _time in range(TIMES):
            begun = time.process_time()
            drawn = draw(chart)
            times.append(1000 * (time.process_time() - begun))
        sizes = f"{len(drawn.wide) / 1000:5.0f} {len(drawn.narrow) / 1000:5.0f} kB"
        print(
            f"{name:32} first {times[0]:6.1f}   later {statistics.median(times[1:]):6.1f}   {sizes}"
        )


if __name__ == "__main__":
    main()
