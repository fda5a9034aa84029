"""Forms about a group: add, change, discard, fetch members from another."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.actor.actions.groups import (
    add_group,
    change_group,
    copy_members,
    discard_group,
)
from temaplan.workbench.actor.forms.groups import CopyMembersForm, GroupForm
from temaplan.workbench.actor.queries.groups import group_named
from temaplan.workbench.actor.views.addresses import group_url, list_url, to_group, to_groups
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def group_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Set up a group."""
    form = GroupForm(request.POST, access=access)
    page = FormPage(
        title=_("Ny gruppe"),
        form=form,
        submit=_("Legg til gruppe"),
        cancel=list_url(access, "groups"),
        back=to_groups(access),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_group(
            plan=access.plan, by=access.person, values=form.values(), submission=form.submission_key
        ),
        then=lambda group: group_url(access, group),
        said=_("Gruppen er registrert. Legg til medlemmer, eller hent dem fra en annen gruppe."),
    )


@on_plan(Capability.EDIT)
def group_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change what a group is called, its task or its period."""
    group = group_named(access, slug)
    form = GroupForm(request.POST, access=access, row=group)
    page = FormPage(
        title=_("Endre %(name)s") % {"name": group.name},
        form=form,
        submit=_("Lagre gruppen"),
        cancel=group_url(access, group),
        back=to_group(access, group),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_group(
            group, by=access.person, changes=form.values(), revision=form.revision_read
        ),
        then=lambda changed: group_url(access, changed),
    )


@on_plan(Capability.EDIT)
def group_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove a group that nobody has sat in."""
    group = group_named(access, slug)
    form = DiscardForm(request.POST, access=access)
    page = FormPage(
        title=_("Forkast %(name)s") % {"name": group.name},
        form=form,
        submit=_("Forkast gruppen"),
        cancel=group_url(access, group),
        intro=_("Gruppen blir borte fra planen. Hva den var, står fortsatt i historikken."),
        back=to_group(access, group),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: discard_group(group, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: list_url(access, "groups"),
        said=_("Gruppen er forkastet."),
    )


@on_plan(Capability.EDIT)
def group_copy(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Fetch members from another group, by default those from business."""
    group = group_named(access, slug)
    form = CopyMembersForm(request.POST, access=access, target=group)
    page = FormPage(
        title=_("Hent medlemmer til %(name)s") % {"name": group.name},
        form=form,
        submit=_("Hent medlemmer"),
        cancel=f"{group_url(access, group)}#medlemmer",
        intro=_(
            "De som sitter i den andre gruppen nå, får plass i denne også. Hver må erklære sin "
            "habilitet på nytt."
        ),
        back=to_group(access, group),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: copy_members(
            **form.values(), target=group, day=reading_date(access.plan), by=access.person
        ),
        then=lambda _rows: page.cancel,
        said=_("Medlemmene er hentet."),
    )
