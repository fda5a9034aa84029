"""Forms about a source document: add, change, discard."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.actions.sources import add_source, change_source, discard_source
from temaplan.workbench.mandate.forms.sources import SourceForm
from temaplan.workbench.mandate.queries.sources import source_named
from temaplan.workbench.mandate.views.addresses import house_url, source_url
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def source_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Register a source document."""
    form = SourceForm(request.POST, request.FILES, access=access)
    page = FormPage(
        title=_("Nytt kildedokument"),
        form=form,
        submit=_("Legg til kildedokument"),
        cancel=house_url(access, "sources"),
        back=Action(_("Kildedokumenter"), house_url(access, "sources")),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_source(
            plan=access.plan,
            by=access.person,
            values=form.source_values(),
            upload=form.cleaned_data["upload"],
            submission=form.submission_key,
        ),
        then=lambda source: source_url(access, source),
        said=_("Kildedokumentet er registrert."),
    )


@on_plan(Capability.EDIT)
def source_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change a source document, for example add what was unknown."""
    source = source_named(access, slug)
    form = SourceForm(request.POST, request.FILES, access=access, row=source)
    page = FormPage(
        title=_("Endre «%(title)s»") % {"title": source.title},
        form=form,
        submit=_("Lagre kildedokumentet"),
        cancel=source_url(access, source),
        back=Action(source.title, source_url(access, source)),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_source(
            source,
            by=access.person,
            changes=form.source_values(),
            revision=form.revision_read,
            upload=form.cleaned_data["upload"],
            remove_file=form.cleaned_data.get("remove_file", False),
        ),
        then=lambda changed: source_url(access, changed),
    )


@on_plan(Capability.EDIT)
def source_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove a source document that gives no order."""
    source = source_named(access, slug)
    form = DiscardForm(request.POST, access=access)
    page = FormPage(
        title=_("Forkast «%(title)s»") % {"title": source.title},
        form=form,
        submit=_("Forkast kildedokumentet"),
        cancel=source_url(access, source),
        back=Action(source.title, source_url(access, source)),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: discard_source(source, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: house_url(access, "sources"),
        said=_("Kildedokumentet er forkastet."),
    )
