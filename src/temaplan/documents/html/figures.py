"""A figure: the finding as title, the chart, its source, its figures as table and file."""

from typing import cast

from temaplan.documents.charts import Chart, draw
from temaplan.documents.document import Figure
from temaplan.documents.html.inline import Setting, identity, text_html
from temaplan.documents.html.tables import grid_html, source_html


def figure_html(figure: Figure, depth: int, setting: Setting) -> str:
    """Return a figure. The style sheet shows one of its two drawings, as there is room."""
    title = setting.words["figure"].format(number=figure.number, title=figure.title)
    return (
        f'<figure class="document-figure"{identity(figure.anchor)}>'
        f"<figcaption>{text_html(title)}</figcaption>{_chart(figure)}"
        f"{source_html(figure.source, setting)}"
        f'<div class="figure-tools">{_table(figure, setting)}{_downloads(figure, setting)}'
        f"{_method(figure, setting)}</div></figure>"
    )


def _chart(figure: Figure) -> str:
    if not figure.chart:
        return ""
    drawn = draw(cast("Chart", figure.chart))
    return (
        f'<div class="chart" role="img" aria-label="{text_html(figure.description)}">'
        f"{drawn.wide}{drawn.narrow}</div>"
    )


def _table(figure: Figure, setting: Setting) -> str:
    words = text_html(setting.words["show_table"])
    return (
        f"<details{identity(figure.table.anchor)}><summary>{words}</summary>"
        f"{grid_html(figure.table, setting)}</details>"
    )


def _downloads(figure: Figure, setting: Setting) -> str:
    """Link to the figures behind a chart, and to the chart as a picture where there is one."""
    offered = [("csv", "download")]
    offered += [("png", "download_picture")] if figure.chart else []
    links = ((setting.destinations.link(f"{kind}:{figure.anchor}"), word) for kind, word in offered)
    return "".join(
        f'<a href="{text_html(address)}" download>{text_html(setting.words[word])}</a>'
        for address, word in links
        if address
    )


def _method(figure: Figure, setting: Setting) -> str:
    address = setting.destinations.address(figure.method)
    words = text_html(setting.words["method"])
    return f'<a href="{text_html(address)}">{words}</a>' if address else ""
