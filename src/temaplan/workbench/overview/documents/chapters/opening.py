"""What stands before the first chapter: what this is, and on which date it is read."""

from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import Writer


def write_opening(writer: Writer, reading: Reading) -> None:
    """Write the plan's one sentence, and what its examples say about themselves."""
    plan = reading.plan
    if plan.summary:
        writer.say(plan.summary, kind="lead")
    for remark in (plan.preface, plan.as_of_note):
        if remark:
            writer.say(remark, kind="note")
    writer.name(plan.ref)
