"""Norwegian alphabetical order for SQLite; PostgreSQL has `nb-NO-x-icu`."""

from temaplan.workbench.plan.alphabet import norwegian_key


def norwegian_order(left: str, right: str) -> int:
    """Compare two texts for SQLite: negative, zero or positive."""
    left_key, right_key = (norwegian_key(left), left), (norwegian_key(right), right)
    return (left_key > right_key) - (left_key < right_key)
