"""What may be done with the timeline: moving, approving, discarding milestones."""

from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict
from temaplan.workbench.plan.vocabulary import MILESTONE_STATE

# A timeline that reaches further than this from the day of reading is a slip of the pen.
YEARS_AROUND = 30


def day_is_plausible(day: date, as_of: date, *, what: str) -> Verdict:
    """Tell whether a milestone may stand on a day."""
    if abs(day.year - as_of.year) <= YEARS_AROUND:
        return Allowed()
    sentence = _(
        "%(what)s %(day)s ligger mer enn %(years)d år fra %(as_of)s. "
        "Se etter om årstallet er riktig."
    )
    return Refused(
        sentence
        % {
            "what": what,
            "day": written_date(day),
            "years": YEARS_AROUND,
            "as_of": written_date(as_of),
        }
    )


def may_move(*, state: str, had_date: bool, gets_date: bool, approved: bool) -> Verdict:
    """Tell whether a milestone may get another date."""
    if MILESTONE_STATE[state].over:
        return Refused(
            _("Milepælen er %(state)s. Sett en annen status før du flytter den.")
            % {"state": MILESTONE_STATE[state].label}
        )
    if approved and had_date and not gets_date:
        return Refused(
            _(
                "Framdriftsplanen er vedtatt, og da kan ikke datoen tas bort. "
                "Flytt milepælen til en ny dato, eller avlys den."
            )
        )
    return Allowed()


def is_a_move(*, before: tuple[date | None, str], after: tuple[date | None, str]) -> Verdict:
    """Tell whether the date was changed at all."""
    if before != after:
        return Allowed()
    return Refused(
        _("Milepælen har allerede datoen %(date)s. Skriv en annen dato.")
        % {"date": written_date(*after)}
    )


def reason_for_moving(*, reason: str, approved: bool) -> Verdict:
    """Tell whether the reason for a move is good enough."""
    if approved and not reason.strip():
        return Refused(
            _(
                "Framdriftsplanen er vedtatt. Skriv hvorfor milepælen flyttes, "
                "så står det i historikken."
            )
        )
    return Allowed()


def may_approve_timeline(
    *, approved_on: date | None, milestones: int, undated: int, differing: int
) -> Verdict:
    """Tell whether the timeline may be approved as it stands, for the first time or again.

    `differing` milestones stand on another date than the approved one, or have none.
    """
    if milestones == 0:
        return Refused(_("Framdriftsplanen har ingen milepæler. Legg dem til før den vedtas."))
    if undated == milestones:
        return Refused(_("Ingen av milepælene har dato. Sett datoer før framdriftsplanen vedtas."))
    if approved_on is not None and not differing:
        return Refused(
            _(
                "Framdriftsplanen ble vedtatt %(day)s, og alle datoene er som i vedtaket. "
                "Det er ingenting nytt å vedta."
            )
            % {"day": written_date(approved_on)}
        )
    return Allowed()


def approval_day_fits(day: date, as_of: date, *, earlier: date | None = None) -> Verdict:
    """Tell whether the timeline can have been approved on that day, after the earlier approval."""
    if day > as_of:
        return Refused(
            _("Vedtaket kan ikke være fattet %(day)s. Det er etter %(as_of)s.")
            % {"day": written_date(day), "as_of": written_date(as_of)}
        )
    if earlier is not None and day < earlier:
        return Refused(
            _("Et nytt vedtak kan ikke være fattet %(day)s. Det forrige er fra %(earlier)s.")
            % {"day": written_date(day), "earlier": written_date(earlier)}
        )
    return day_is_plausible(day, as_of, what=_("Vedtaksdatoen"))


def reason_for_new_approval(*, reason: str, earlier: date | None) -> Verdict:
    """Tell whether an approval that replaces an earlier one says why."""
    if earlier is not None and not reason.strip():
        return Refused(
            _(
                "Framdriftsplanen er vedtatt før. Skriv hvorfor den vedtas på nytt. Den forrige "
                "blir tatt vare på."
            )
        )
    return Allowed()


def may_discard_milestone(*, approved: bool, in_a_document: bool) -> Verdict:
    """Tell whether a milestone may be removed; `approved` is one with an approved date."""
    if approved:
        return Refused(
            _(
                "Milepælen står i den vedtatte framdriftsplanen. "
                "Avlys den i stedet, med begrunnelse."
            )
        )
    if in_a_document:
        return Refused(
            _("Milepælen står i et dokument som er hentet ut som fil. Avlys den i stedet.")
        )
    return Allowed()


def reason_for_state(*, state: str, reason: str) -> Verdict:
    """Tell whether the reason for a new state is good enough."""
    if MILESTONE_STATE[state].needs_reason and not reason.strip():
        return Refused(
            _("Skriv hvorfor milepælen er %(state)s.") % {"state": MILESTONE_STATE[state].label}
        )
    return Allowed()
