"""Adding, changing and discarding a theme."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.themes import add_theme, change_theme, discard_theme
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.forms.themes import ThemeForm
from temaplan.workbench.plan.models import Theme
from temaplan.workbench.plan.queries.themes import theme_for
from temaplan.workbench.plan.views.themes import to_themes
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def theme_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Put a theme on the list."""
    form = ThemeForm(request.POST, access=access)
    themes_url = reverse("themes", args=[access.plan.slug])

    def act() -> Theme:
        return add_theme(
            plan=access.plan,
            by=access.person,
            values=form.values(),
            submission=form.submission_key,
        )

    page = FormPage(
        title=_("Legg til tema"),
        form=form,
        submit=_("Legg til tema"),
        cancel=themes_url,
        back=to_themes(access),
    )
    said = _("Temaet er lagt til.")
    return answer_form(request, access, page, act=act, then=lambda _row: themes_url, said=said)


@on_plan(Capability.EDIT)
def theme_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change a theme, or whether the plan takes it up."""
    row = theme_for(access, slug)
    form = ThemeForm(request.POST, access=access, row=row)
    address = reverse("theme", args=[access.plan.slug, row.slug])

    def act() -> Theme:
        return change_theme(
            row, by=access.person, values=form.values(), revision=form.revision_read
        )

    page = FormPage(
        title=_("Endre tema"),
        form=form,
        submit=_("Lagre tema"),
        cancel=address,
        back=Action(row.title, address),
    )
    return answer_form(request, access, page, act=act, then=lambda _row: address)


@on_plan(Capability.EDIT)
def theme_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove a theme from the list."""
    row = theme_for(access, slug)
    form = DiscardForm(request.POST, access=access, row=row)
    address = reverse("theme", args=[access.plan.slug, row.slug])
    page = FormPage(
        title=_("Forkast «%(title)s»") % {"title": row.title},
        form=form,
        submit=_("Forkast tema"),
        cancel=address,
        back=Action(row.title, address),
        consequence=Consequence(
            changes=[_("Temaet tas ut av listen.")],
            stays=[_("Historikken sier at det fantes, hvem som forkastet det, og hvorfor.")],
        ),
    )
    themes_url = reverse("themes", args=[access.plan.slug])

    def act() -> None:
        discard_theme(row, by=access.person, reason=form.values()["reason"])

    said = _("Temaet er forkastet.")
    return answer_form(request, access, page, act=act, then=lambda _row: themes_url, said=said)
