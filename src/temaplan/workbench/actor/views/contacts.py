"""Forms about a contact with an actor, and the log on the actor's page."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.actor.actions.contacts import (
    add_contact,
    change_contact,
    remove_contact,
)
from temaplan.workbench.actor.forms.contacts import ContactForm
from temaplan.workbench.actor.models import Contact, Organisation
from temaplan.workbench.actor.queries.actors import actor_named
from temaplan.workbench.actor.queries.contacts import contact_of
from temaplan.workbench.actor.views.addresses import actor_url, contact_url, to_actor
from temaplan.workbench.pages.cells import Action, Block, Cell, Line, lines_block
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def contact_add(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Note a contact with the actor."""
    actor = actor_named(access, slug)
    form = ContactForm(request.POST, access=access)
    page = _page(access, actor, form, _("Ny kontakt"), _("Legg til kontakt"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_contact(
            actor, by=access.person, values=form.values(), submission=form.submission_key
        ),
        then=lambda _row: page.cancel,
        said=_("Kontakten er registrert."),
    )


@on_plan(Capability.EDIT)
def contact_change(request: HttpRequest, access: Access, slug: str, contact: str) -> HttpResponse:
    """Correct what was noted about a contact."""
    actor = actor_named(access, slug)
    row = contact_of(actor, contact)
    form = ContactForm(request.POST, access=access, row=row)
    page = _page(access, actor, form, _("Endre kontakten"), _("Lagre kontakten"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_contact(
            row, by=access.person, changes=form.values(), revision=form.revision_read
        ),
        then=lambda _row: page.cancel,
    )


@on_plan(Capability.EDIT)
def contact_remove(request: HttpRequest, access: Access, slug: str, contact: str) -> HttpResponse:
    """Remove a contact that was noted by mistake."""
    actor = actor_named(access, slug)
    row = contact_of(actor, contact)
    form = DiscardForm(request.POST, access=access)
    title = _("Fjern kontakten %(row)s") % {"row": row}
    page = _page(access, actor, form, title, _("Fjern kontakten"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: remove_contact(row, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: page.cancel,
        said=_("Kontakten er fjernet."),
    )


def contact_log(access: Access, actor: Organisation) -> Block:
    """Return the part of an actor's page that tells of every contact, newest first."""
    add = Action(_("Legg til kontakt"), actor_url(access, actor, "contact-add"))
    return lines_block(
        _("Kontakt"),
        [_line(access, actor, row) for row in actor.contacts.all()],
        none=_("Ingen kontakt er registrert."),
        add=add if access.may(Capability.EDIT) else None,
        anchor="kontakt",
    )


def _line(access: Access, actor: Organisation, row: Contact) -> Line:
    said = f"{row.what} ({row.who})" if row.who else row.what
    return Line(
        [
            Cell(str(row.get_kind_display()), tag="neutral"),
            Cell(said, note=written_date(row.date)),
        ],
        _links(access, actor, row),
    )


def _links(access: Access, actor: Organisation, row: Contact) -> list[Cell]:
    if not access.may(Capability.EDIT):
        return []
    about = f"{row.get_kind_display()} {written_date(row.date)}"
    return [
        Cell(_("Endre"), contact_url(access, actor, row.slug, "contact-change"), about=about),
        Cell(_("Fjern"), contact_url(access, actor, row.slug, "contact-remove"), about=about),
    ]


def _page(access: Access, actor: Organisation, form: PlanForm, title: str, submit: str) -> FormPage:
    return FormPage(
        title=title,
        form=form,
        submit=submit,
        cancel=f"{actor_url(access, actor)}#kontakt",
        back=to_actor(access, actor),
    )
