"""What hangs on a row in the chain, whichever house it belongs to."""

from typing import Any

from temaplan.workbench.plan.trace import links


def something_rests_on(row: Any, *, but: tuple[type[Any], ...] = ()) -> bool:
    """Tell whether any row of the chain rests on this one, seen by the visitor or not.

    `but` names the kinds that are parts of the row itself.
    """
    return any(
        link.results_of(row).exists()
        for link in links()
        if link.target is type(row) and link.model not in but
    )
