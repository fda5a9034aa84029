"""Forms about an actor: add, change, discard."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.actor.actions.actors import add_actor, change_actor, discard_actor
from temaplan.workbench.actor.forms.actors import ActorForm
from temaplan.workbench.actor.queries.actors import actor_named
from temaplan.workbench.actor.views.addresses import actor_url, back, list_url
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def actor_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Register an actor."""
    form = ActorForm(request.POST, access=access)
    page = FormPage(
        title=_("Ny aktør"),
        form=form,
        submit=_("Legg til aktør"),
        cancel=list_url(access, "actors"),
        back=back(access),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_actor(
            plan=access.plan, by=access.person, values=form.values(), submission=form.submission_key
        ),
        then=lambda actor: actor_url(access, actor),
        said=_("Aktøren er registrert."),
    )


@on_plan(Capability.EDIT)
def actor_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change what is known about an actor."""
    actor = actor_named(access, slug)
    form = ActorForm(request.POST, access=access, row=actor)
    page = FormPage(
        title=_("Endre %(name)s") % {"name": actor.name},
        form=form,
        submit=_("Lagre aktøren"),
        cancel=actor_url(access, actor),
        back=Action(actor.name, actor_url(access, actor)),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_actor(
            actor, by=access.person, changes=form.values(), revision=form.revision_read
        ),
        then=lambda changed: actor_url(access, changed),
    )


@on_plan(Capability.EDIT)
def actor_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove an actor that is used nowhere."""
    actor = actor_named(access, slug)
    form = DiscardForm(request.POST, access=access)
    page = FormPage(
        title=_("Forkast %(name)s") % {"name": actor.name},
        form=form,
        submit=_("Forkast aktøren"),
        cancel=actor_url(access, actor),
        intro=_("Aktøren blir borte fra planen. Hva den var, står fortsatt i historikken."),
        back=Action(actor.name, actor_url(access, actor)),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: discard_actor(actor, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: list_url(access, "actors"),
        said=_("Aktøren er forkastet."),
    )
