"""`trace`: the chain of a plan, every link and every break with its name."""

import json
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from temaplan.cli.language import gettext as _

if TYPE_CHECKING:
    from temaplan.analysis.trace import Graph
    from temaplan.workbench.plan.models import Plan

NAME = "trace"
HELP = "Vis hvordan planen henger sammen, og hvor kjeden er brutt."
NEEDS_WEB = True
BROKEN = 1


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for the plan, where to begin, and the form of the answer."""
    parser.add_argument("plan", metavar=_("PLAN"), help=_("planens slug"))
    parser.add_argument(
        "--from",
        dest="start",
        metavar=_("REF"),
        help=_("vis bare kjeden til denne, for eksempel mandate/2008-koordinator"),
    )
    parser.add_argument("--strict", action="store_true", help=_("svar 1 når kjeden er brutt"))
    parser.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help=_("formen på svaret")
    )


def run(args: Namespace) -> int:
    """Print the trace; with `--strict` a break is an exit status of its own."""
    from temaplan.cli.plans import plan_named
    from temaplan.workbench.overview.trace_graph import everything_on, trace_graph
    from temaplan.workbench.plan.access import reading_date

    plan = plan_named(args.plan)
    plan.as_of = args.as_of or plan.as_of  # in this process only: nothing is stored
    graph = trace_graph(everything_on(plan), reading_date(plan))
    if args.start:
        graph = graph.chain(args.start)
    print(_written(graph, plan, args.format), end="")
    return BROKEN if args.strict and graph.breaks else 0


def _written(graph: "Graph", plan: "Plan", form: str) -> str:
    if form == "csv":
        return graph.as_csv()
    if form == "json":
        from temaplan.workbench.overview.trace_graph import exported

        return json.dumps(exported(graph, plan), ensure_ascii=False, indent=1) + "\n"
    return _as_text(graph, plan)


def _as_text(graph: "Graph", plan: "Plan") -> str:
    marking = f" ({_('oppdiktet eksempel')})" if plan.municipality.fictional else ""
    words = _relations()
    lines = [
        _("{title}{marking}, lest per {day}").format(
            title=plan.title, marking=marking, day=graph.as_of
        )
    ]
    for node in graph.nodes:
        lines += ["", f"{node.ref}  {node.title}"]
        lines += [
            f"  {words[edge.relation]} {edge.ground}" for edge in graph.grounds_of.get(node.ref, ())
        ]
        lines += [
            f"  ! {found.rule}: {found.message}" for found in graph.breaks if found.ref == node.ref
        ]
    lines += ["", _summary(graph)]
    return "\n".join(lines) + "\n"


def _relations() -> dict[str, str]:
    from temaplan.workbench.plan.trace import links

    return {link.relation.code: str(link.relation.label) for link in links()}


def _summary(graph: "Graph") -> str:
    return _("{nodes} ledd, {edges} koblinger, {breaks} brudd").format(
        nodes=len(graph.nodes), edges=len(graph.edges), breaks=len(graph.breaks)
    )
