"""From the day of the decision backwards: the latest day for each step, or why it cannot be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.deadlines import Days, WayToDecision
from temaplan.workbench.plan.terms import Term, by_code
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict
from temaplan.workbench.plan.working_days import (
    add_working_days,
    last_day_of,
    latest_announcement,
    why_free,
    why_quiet,
    working_day_until,
)

_FURTHEST_SEARCH = 800  # days ahead in which a day that goes is looked for


@dataclass(frozen=True)
class WayStep(Term):
    """One step on the way.

    `step` is the milestone it is, where rules are counted from it; the others are known by
    the short name that they get when they are put into the timeline.
    """

    step: str = ""
    body: str = ""
    slug: str = ""


WAY_STEPS = (
    WayStep("draft", gettext_lazy("Utkastet er ferdig"), "draft"),
    WayStep("hearing", gettext_lazy("Planen sendes på høring"), "hearing"),
    WayStep("hearing_deadline", gettext_lazy("Høringsfristen går ut"), "hearing_deadline"),
    WayStep("public", gettext_lazy("Forslaget er offentlig"), slug="siste-dag-offentlig"),
    WayStep("case_paper", gettext_lazy("Saksframlegget er ferdig"), slug="siste-dag-saksframlegg"),
    WayStep(
        "committee_papers",
        gettext_lazy("Sakspapirene til utvalget sendes ut"),
        slug="siste-dag-papirer-utvalg",
    ),
    WayStep(
        "committee", gettext_lazy("Utvalget behandler planforslaget"), "treatment", "formannskapet"
    ),
    WayStep(
        "council_papers",
        gettext_lazy("Sakspapirene til vedtaket sendes ut"),
        slug="siste-dag-papirer-vedtak",
    ),
    WayStep("council", gettext_lazy("Planen vedtas"), "adoption", "kommunestyret"),
)
WAY_STEP = by_code(WAY_STEPS)


@dataclass(frozen=True)
class LatestDate:
    """The latest day of one step, and the sentence that says why it is that day."""

    code: str
    day: date
    why: str
    source: str | Promise = ""

    @property
    def way_step(self) -> WayStep:
        """The step of the way that this is."""
        return WAY_STEP[self.code]


def latest_dates(
    council: date, way: WayToDecision, *, plan_type: str, committee: date | None = None
) -> Sequence[LatestDate]:
    """Return the latest day of each step before a decision, the first step first.

    `committee` is the day of the committee's meeting where that is fixed already.
    """
    found = [LatestDate("council", council, _("Dagen du har valgt."))]
    found.append(_papers("council_papers", council, way.papers))
    found.append(_committee(found[-1].day, way.minutes, committee))
    found.append(_papers("committee_papers", found[-1].day, way.papers))
    found.append(_before("case_paper", found[-1].day, way.printing, _("til ferdigstilling")))
    if plan_type == "action_part":
        found.append(_public(council, way.hearing))
        first = min(found, key=lambda each: each.day).day
    else:
        found.append(
            _before("hearing_deadline", found[-1].day, way.statements, _("til å vurdere innspill"))
        )
        found.append(_hearing(found[-1].day, way.hearing))
        first = found[-1].day
    found.append(_before("draft", first, way.printing, _("til ferdigstilling")))
    return sorted(found, key=lambda each: (each.day, list(WAY_STEP).index(each.code)))


def _papers(code: str, meeting: date, days: Days) -> LatestDate:
    why = _counted(days) % {"what": _("før møtet"), "number": days.number}
    return _at(code, latest_announcement(meeting, days.number), why, days)


def _committee(council_papers: date, minutes: Days, fixed: date | None) -> LatestDate:
    if fixed is not None:
        return LatestDate("committee", fixed, _("Møtedagen du har valgt."))
    return _before("committee", council_papers, minutes, _("til møteboken"))


def _before(code: str, end: date, days: Days, what: str) -> LatestDate:
    why = _counted(days) % {"what": what, "number": days.number}
    return _at(code, add_working_days(end, -days.number), why, days)


def _hearing(deadline: date, days: Days) -> LatestDate:
    why = _counted(days) % {"what": _("til høring"), "number": days.number}
    return _at("hearing", latest_announcement(deadline, days.number), why, days)


def _public(council: date, days: Days) -> LatestDate:
    why = _counted(days) % {"what": _("før vedtaket"), "number": days.number}
    return _at("public", latest_announcement(council, days.number), why, days)


def _counted(days: Days) -> str:
    if days.working:
        return ngettext(
            "%(number)d arbeidsdag %(what)s.", "%(number)d arbeidsdager %(what)s.", days.number
        )
    return ngettext("%(number)d dag %(what)s.", "%(number)d dager %(what)s.", days.number)


def _at(code: str, day: date, why: str, days: Days) -> LatestDate:
    """Move a day that is free to the working day before it, and say so."""
    working = working_day_until(day)
    if working != day:
        why = _("%(why)s %(day)s er %(free)s.") % {
            "why": why,
            "day": written_date(day),
            "free": why_free(day),
        }
    return LatestDate(code, working, why, days.source)


def committee_is_in_time(
    committee: date | None, council: date, way: WayToDecision, *, names: tuple[str, str]
) -> Verdict:
    """Tell whether the committee meets early enough; `names` are those of the two bodies."""
    if committee is None:
        return Allowed()
    papers = _papers("council_papers", council, way.papers).day
    latest = _before("committee", papers, way.minutes, "").day
    if committee <= latest:
        return Allowed()
    return Refused(
        _(
            "%(committee)s må møte senest %(latest)s for at saken skal rekke %(council)s "
            "%(day)s. %(chosen)s er for sent."
        )
        % {
            "committee": names[0],
            "latest": written_date(latest),
            "council": names[1],
            "day": written_date(council),
            "chosen": written_date(committee),
        }
    )


def can_be_reached(
    dates: Sequence[LatestDate], *, as_of: date, done: frozenset[str], started: date | None
) -> Verdict:
    """Tell whether there is still time for every step that is not done.

    `started` is the day on which the hearing was sent out, if it was.
    """
    late = next((each for each in dates if each.code not in done and each.day < as_of), None)
    if late is not None:
        return Refused(_too_late(late, as_of))
    deadline = next((each for each in dates if each.code == "hearing_deadline"), None)
    hearing = next((each for each in dates if each.code == "hearing"), None)
    if started is None or deadline is None or hearing is None or "hearing_deadline" in done:
        return Allowed()
    if started <= hearing.day:
        return Allowed()
    shortest = last_day_of(started, (deadline.day - hearing.day).days)
    return Refused(
        _(
            "Høringen ble sendt ut %(start)s og må vare til %(shortest)s, men fristen må gå ut "
            "senest %(latest)s."
        )
        % {
            "start": written_date(started),
            "shortest": written_date(shortest),
            "latest": written_date(deadline.day),
        }
    )


def _too_late(late: LatestDate, as_of: date) -> str:
    return _("Det går ikke. «%(step)s» måtte vært senest %(day)s, og i dag er %(as_of)s.") % {
        "step": late.way_step.label,
        "day": written_date(late.day),
        "as_of": written_date(as_of),
    }


def earliest_decision(
    way: WayToDecision, *, plan_type: str, as_of: date, done: frozenset[str], started: date | None
) -> date | None:
    """Return the first working day on which the council could decide."""
    for number in range(_FURTHEST_SEARCH):
        day = as_of + timedelta(days=number)
        if why_quiet(day) is not None:
            continue  # nobody calls a council together on a holiday or in July
        dates = latest_dates(day, way, plan_type=plan_type)
        if can_be_reached(dates, as_of=as_of, done=done, started=started).allowed:
            return day
    return None
