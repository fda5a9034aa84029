"""What is not known about a plan, said in whole sentences.

A gap is told, never filled: an unknown date, an evidence entry without author, a
chapter about which the sources are silent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.actor.rules.contacts import lacks_contact
from temaplan.workbench.actor.vocabulary import ACTOR_GROUP
from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.evidence.queries.register import not_known
from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import first_up, listed
from temaplan.workbench.plan.models import Milestone, Plan, Theme


@dataclass(frozen=True)
class Gap:
    """One sentence about what is not known, and the reference of the thing it is about."""

    sentence: str
    ref: str


def gaps(reading: Reading) -> Sequence[Gap]:
    """Return everything that is not known, along the chain."""
    return [
        *_silences(reading.plan),
        *_profile(reading.plan),
        *(gap for theme in reading.themes for gap in _theme(theme)),
        *(gap for source in reading.sources for gap in _source(source)),
        *(gap for mandate in reading.mandates for gap in _mandate(mandate)),
        *(gap for entry in reading.evidence for gap in _evidence(entry)),
        *(gap for challenge in reading.challenges for gap in _challenge(challenge)),
        *_anchoring(reading),
        *(gap for milestone in reading.milestones for gap in _undated(milestone)),
        *_months(reading),
    ]


def gaps_under_challenges(reading: Reading) -> Sequence[Gap]:
    """Return what is not known about challenges, their ground and who can act."""
    return [
        *_silences(reading.plan, "evidence", "challenge", "role", "actor"),
        *(gap for entry in reading.evidence for gap in _evidence(entry)),
        *(gap for challenge in reading.challenges for gap in _challenge(challenge)),
    ]


def _silences(plan: Plan, *links: str) -> Iterator[Gap]:
    """Yield the plan's own sentences, about these links or about all."""
    for link, sentence in plan.silences.items():
        if not links or link in links:
            yield Gap(sentence, plan.ref)


def _profile(plan: Plan) -> Iterator[Gap]:
    unknown = [
        word
        for word, value in (
            (_("formålet"), plan.purpose),
            (_("perioden"), plan.period_start or plan.period_end),
            (_("planeieren"), plan.owner),
            (_("organet som vedtar planen"), plan.adopting_body),
        )
        if not value
    ]
    if unknown:
        sentence = _("%(what)s er ikke oppgitt for planen.") % {"what": listed(unknown)}
        yield Gap(first_up(sentence), plan.ref)


def _theme(theme: Theme) -> Iterator[Gap]:
    if theme.scope == "undecided":
        sentence = _("Det er ikke avklart om planen skal ta opp temaet «%(title)s».")
        yield Gap(sentence % {"title": theme.title}, theme.ref)


def _source(source: SourceDocument) -> Iterator[Gap]:
    unknown = [
        word
        for word, value in (
            (_("vedtaksdato"), source.decided_on),
            (_("saksnummer"), source.case_number),
            (_("lenke eller fil"), source.link or source.file_id),
        )
        if not value
    ]
    yield from _about(source.title, unknown, source.ref)


def _mandate(mandate: Mandate) -> Iterator[Gap]:
    unknown = [
        word
        for word, value in (
            (_("mottaker"), mandate.addressee),
            (_("frist"), mandate.deadline or mandate.deadline_text),
        )
        if not value
    ]
    if unknown:
        sentence = _("Ordren «%(title)s» sier ikke noe om %(what)s.")
        yield Gap(sentence % {"title": mandate.title, "what": listed(unknown)}, mandate.ref)


def _evidence(entry: Evidence) -> Iterator[Gap]:
    yield from _about(entry.title, not_known(entry), entry.ref)


def _challenge(challenge: Challenge) -> Iterator[Gap]:
    title = {"title": challenge.title}
    if not challenge.findings.all():
        sentence = _("Utfordringen «%(title)s» er ikke dokumentert i åpne kilder.")
        yield Gap(sentence % title, challenge.ref)
    if not any(role.leads for role in challenge.roles.all()):
        yield Gap(_("Ingen er pekt ut til å lede «%(title)s».") % title, challenge.ref)


def _anchoring(reading: Reading) -> Iterator[Gap]:
    """Name the groups that must be anchored and that nobody has been in contact with."""
    unmet = [row.group for row in reading.coverage if lacks_contact(row.group, is_met=row.is_met)]
    if unmet:
        groups = listed([str(ACTOR_GROUP[group].label) for group in unmet])
        sentence = _("Ingen kontakt er registrert med %(groups)s.") % {"groups": groups}
        yield Gap(sentence, reading.plan.ref)


def _undated(milestone: Milestone) -> Iterator[Gap]:
    if milestone.date is None:
        yield from _about(milestone.title, [_("dato")], milestone.ref)


def _months(reading: Reading) -> Iterator[Gap]:
    number = sum(step.precision == "month" for step in reading.milestones if step.date)
    if number:
        sentence = ngettext(
            "%(number)d milepæl har bare måned. Den regnes som den første i måneden.",
            "%(number)d milepæler har bare måned. De regnes som den første i måneden.",
            number,
        )
        yield Gap(sentence % {"number": number}, reading.plan.ref)


def _about(title: str, unknown: Sequence[str], ref: str) -> Iterator[Gap]:
    if unknown:
        sentence = _("«%(title)s»: ukjent %(what)s.")
        yield Gap(sentence % {"title": title, "what": listed(unknown)}, ref)
