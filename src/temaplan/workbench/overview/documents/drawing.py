"""Draws the charts of a plan's documents and stores them by the hash of their data.

Only the worker and the command line draw: the library that does it is large, and the
web process never loads it.
"""

from temaplan.workbench.plan.models import Plan


def draw_charts(plan: Plan) -> None:
    """Draw every chart that the plan's documents show and that is not drawn yet."""
