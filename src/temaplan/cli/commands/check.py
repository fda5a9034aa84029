"""`check`: what the law, the municipality and good practice ask of a plan."""

import json
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from temaplan.cli.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from temaplan.workbench.overview.rule_engine.engine import Result
    from temaplan.workbench.plan.models import Plan

NAME = "check"
HELP = "Kontroller planen mot reglene, og svar 1 når lov eller forskrift er brutt."
NEEDS_WEB = True
BROKEN = 1


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for the plan and the form of the answer."""
    parser.add_argument("plan", metavar=_("PLAN"), help=_("planens slug"))
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=_("formen på svaret")
    )


def run(args: Namespace) -> int:
    """Print every rule's answer; 1 when something is red."""
    from temaplan.cli.plans import plan_named
    from temaplan.workbench.overview.rule_engine.engine import judge
    from temaplan.workbench.overview.rule_engine.reading import facts_of
    from temaplan.workbench.overview.rule_engine.written import as_json

    plan = plan_named(args.plan)
    plan.as_of = args.as_of or plan.as_of  # in this process only: nothing is stored
    facts = facts_of(plan)
    results = judge(facts)
    if args.format == "json":
        print(json.dumps(as_json(facts, results) | _marking(plan), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_as_text(plan, results)))
    return BROKEN if any(each.is_red for each in results) else 0


def _marking(plan: "Plan") -> dict[str, str]:
    """Say in the file that a plan is invented, as the trace does."""
    return {"marking": "Oppdiktet eksempel"} if plan.municipality.fictional else {}


def _as_text(plan: "Plan", results: "Sequence[Result]") -> list[str]:
    from temaplan.workbench.overview.rule_engine.engine import red_first
    from temaplan.workbench.overview.rule_engine.written import as_lines, summary
    from temaplan.workbench.plan.access import reading_date

    marking = f" ({_('oppdiktet eksempel')})" if plan.municipality.fictional else ""
    head = _("{title}{marking}, {type}, lest per {day}").format(
        title=plan.title,
        marking=marking,
        type=plan.get_plan_type_display(),
        day=reading_date(plan).isoformat(),
    )
    return [head, "", *as_lines(red_first(results)), "", summary(results)]
