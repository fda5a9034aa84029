"""«Videre arbeid»: the timeline, what was approved, and why something moved (S28)."""

from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run, Table
from temaplan.workbench.overview.documents.chapters.silence import write_silence
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import body_word, when
from temaplan.workbench.overview.documents.writer import CHAPTER, SECTION, Writer
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.models import Milestone, MilestoneShift
from temaplan.workbench.plan.queries.timeline import is_late
from temaplan.workbench.plan.vocabulary import MILESTONE_STATE


def write_timeline(writer: Writer, reading: Reading, chapter: int) -> None:
    """Write the chapter."""
    writer.heading(CHAPTER, f"{chapter}", _("Videre arbeid"), "videre-arbeid")
    if not reading.milestones:
        writer.say(_("Planen har ingen milepæler ennå."), kind="missing")
    else:
        writer.say(_approved(reading))
        writer.heading(SECTION, f"{chapter}.1", _("Tidslinje"), "tidslinje")
        writer.table(_table(reading))
        _write_shifts(writer, reading, f"{chapter}.2")
    write_silence(writer, reading, "milestone")


def next_milestone(reading: Reading) -> Milestone | None:
    """Return the first milestone that is still to come."""
    ahead = (
        step
        for step in reading.milestones
        if step.date and not is_late(step, reading.as_of) and not MILESTONE_STATE[step.state].over
    )
    return next(ahead, None)


def _approved(reading: Reading) -> str:
    day = reading.plan.baseline_approved_on
    if day is None:
        return _("Framdriften er et forslag. Den er ikke vedtatt.")
    return _("Framdriften ble vedtatt %(date)s.") % {"date": written_date(day)}


def _table(reading: Reading) -> Table:
    with_baseline = any(step.baseline_date for step in reading.milestones)
    head = [_("Milepæl"), _("Når"), _("Hvem"), _("Status")]
    if with_baseline:
        head.insert(2, _("Vedtatt dato"))
    rows = tuple(tuple(_row(step, reading, with_baseline)) for step in reading.milestones)
    return Table(_("Milepæler i planarbeidet"), "tabell-milepaeler", tuple(head), rows)


def _row(step: Milestone, reading: Reading, with_baseline: bool) -> Iterator[Inline]:
    note = (Run(f" {step.note}"),) if step.note else ()
    yield Run(step.title, href=step.ref), *note
    yield (Run(when(step)),)
    if with_baseline:
        day = written_date(step.baseline_date, step.baseline_precision)
        yield (Run(day if step.baseline_date else _("ikke vedtatt")),)
    names = (body_word(name, reading.municipality) for name in (step.body, step.responsible))
    yield (Run(", ".join(dict.fromkeys(name for name in names if name)) or _("ukjent")),)
    yield (Run(state_of(step, reading)),)


def state_of(step: Milestone, reading: Reading) -> str:
    """Return where the milestone stands, and that its time is over when it is."""
    state = MILESTONE_STATE[step.state]
    if not is_late(step, reading.as_of):
        return str(state.label)
    return _("%(state)s, over tiden") % {"state": state.label}


def _write_shifts(writer: Writer, reading: Reading, number: str) -> None:
    shifts = [[(step, shift) for shift in step.shifts.all()] for step in reading.milestones]
    items = [_shift(step, shift) for step, shift in chain.from_iterable(shifts)]
    if items:
        writer.heading(SECTION, number, _("Det som er flyttet"), "flyttinger")
        writer.listing(items)


def _shift(step: Milestone, shift: MilestoneShift) -> Inline:
    moved = _(" ble flyttet fra %(before)s til %(after)s den %(day)s. %(reason)s") % {
        "before": written_date(shift.from_date, shift.from_precision),
        "after": written_date(shift.to_date, shift.to_precision),
        "day": written_date(shift.decided_on),
        "reason": shift.reason,
    }
    return Run(_("«%(title)s»") % {"title": step.title}, href=step.ref), Run(moved)
