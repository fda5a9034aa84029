"""What hangs on a row in the chain, whichever house it belongs to."""

from typing import Any

from temaplan.workbench.plan.trace import links


def something_rests_on(row: Any) -> bool:
    """Tell whether any row of the chain rests on this one, seen by the visitor or not."""
    return any(link.results_of(row).exists() for link in links() if link.target is type(row))
