"""What the worker does for the evidence house. Every task may run twice with the same result."""

from django.tasks import task


@task()
def fetch_table(fetch_id: int) -> None:
    """Fetch a table that somebody has asked for."""
    from temaplan.workbench.evidence.fetching import carry_out

    carry_out(fetch_id)
