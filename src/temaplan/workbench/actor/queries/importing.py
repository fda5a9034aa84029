"""What would become of a list of actors if it were taken in now."""

from collections.abc import Sequence

from temaplan.workbench.actor.queries.actors import others
from temaplan.workbench.actor.rules.importing import ImportLine, Taken, read_lines
from temaplan.workbench.plan.models import Plan


def judged(plan: Plan, rows: Sequence[Sequence[str]]) -> list[ImportLine]:
    """Tell of each row what would become of it beside the actors that are there."""
    there = others(plan)
    return read_lines(rows, Taken(there.names, there.numbers))
