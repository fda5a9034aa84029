"""Forms about one seat in a group: add, change, remove."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.actor.actions.groups import add_member, change_member, discard_member
from temaplan.workbench.actor.forms.groups import MemberForm
from temaplan.workbench.actor.models import Group
from temaplan.workbench.actor.queries.groups import group_named, member_of
from temaplan.workbench.actor.views.addresses import group_url, to_group
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def member_add(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Give somebody a seat in the group."""
    group = group_named(access, slug)
    form = MemberForm(request.POST, access=access)
    page = _page(access, group, form, _("Nytt medlem"), _("Legg til medlem"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_member(
            group, by=access.person, values=form.values(), submission=form.submission_key
        ),
        then=lambda _row: page.cancel,
        said=_("Medlemmet er registrert."),
    )


@on_plan(Capability.EDIT)
def member_change(request: HttpRequest, access: Access, slug: str, member: str) -> HttpResponse:
    """Change a seat: the role, the end, the declaration."""
    group = group_named(access, slug)
    row = member_of(group, member)
    form = MemberForm(request.POST, access=access, row=row)
    title = _("Endre %(name)s") % {"name": row.name}
    page = _page(access, group, form, title, _("Lagre medlemmet"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_member(
            row, by=access.person, changes=form.values(), revision=form.revision_read
        ),
        then=lambda _row: page.cancel,
    )


@on_plan(Capability.EDIT)
def member_discard(request: HttpRequest, access: Access, slug: str, member: str) -> HttpResponse:
    """Remove a seat that was noted by mistake."""
    group = group_named(access, slug)
    row = member_of(group, member)
    form = DiscardForm(request.POST, access=access)
    title = _("Fjern %(name)s") % {"name": row.name}
    page = replace(
        _page(access, group, form, title, _("Fjern medlemmet")),
        intro=_(
            "Går medlemmet ut av gruppen, så sett «Medlem til» i stedet. Da vises det at det var "
            "med."
        ),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: discard_member(row, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: page.cancel,
        said=_("Medlemmet er fjernet."),
    )


def _page(access: Access, group: Group, form: PlanForm, title: str, submit: str) -> FormPage:
    return FormPage(
        title=title,
        form=form,
        submit=submit,
        cancel=f"{group_url(access, group)}#medlemmer",
        back=to_group(access, group),
    )
