"""The kinds of chart that need more than bars and lines, each as a frozen value.

A caller builds one and hands on `.as_chart()`, which is plain JSON: it can be stored, hashed and
drawn like every other chart. The title, the source and the table of a figure stand in
`documents.document.Figure`; `charts.figures_of(chart)` makes the table from the same value, with
every figure that the chart was given, so that nothing has to be typed twice.

| kind | question |
| --- | --- |
| `Profile` | which industries weigh more or less here than in the reference? |
| `Parts` | what is the change made of? |
| `Bubbles` | does the region grow where it is strong? |
| `Commuting` | how many live and work here, come in, go out? |
| `Flows` | from where to where do people travel? |
| `Bands` | what has been, and what may come? |
| `Choropleth` | where in the country? |

Labels are the caller's, in the written form of the document. The few words that a drawing adds
itself stand in `charts/words.py`; `language` chooses among them.
"""

from temaplan.documents.charts.specs.bands import Band, Bands
from temaplan.documents.charts.specs.base import Spec, spec_of
from temaplan.documents.charts.specs.bubbles import Bubble, Bubbles
from temaplan.documents.charts.specs.choropleth import Area, Choropleth
from temaplan.documents.charts.specs.commuting import Commuters, Commuting
from temaplan.documents.charts.specs.flows import Flow, Flows
from temaplan.documents.charts.specs.parts import Parts, PartsRow
from temaplan.documents.charts.specs.profile import Profile, Quotient

__all__ = [
    "Area",
    "Band",
    "Bands",
    "Bubble",
    "Bubbles",
    "Choropleth",
    "Commuters",
    "Commuting",
    "Flow",
    "Flows",
    "Parts",
    "PartsRow",
    "Profile",
    "Quotient",
    "Spec",
    "spec_of",
]
