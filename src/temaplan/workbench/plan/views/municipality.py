"""The municipality's settings, and its coat of arms for everybody."""

from pathlib import PurePath
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import parse_etags, quote_etag
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.pages.cells import Action, Cell, Fact
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.pages.history import history_of
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.municipality import change_municipality
from temaplan.workbench.plan.arms import MEDIA_TYPES
from temaplan.workbench.plan.doors import on_plan, person_of, public
from temaplan.workbench.plan.forms.municipality import MunicipalityForm
from temaplan.workbench.plan.models import Municipality
from temaplan.workbench.plan.municipality_numbers import numbers_in_words
from temaplan.workbench.plan.rules.municipality import contrast_with_white
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def municipality(request: HttpRequest, access: Access) -> HttpResponse:
    """Show the settings and who changed them."""
    return render(
        request,
        "municipality/settings.html",
        {
            "facts": _facts(access.municipality),
            "history": history_of(access.municipality, access),
            "administers": access.may(Capability.ADMINISTER),
        },
    )


def _facts(row: Municipality) -> list[Fact]:
    ratio = f"{contrast_with_white(row.colour):.1f}".replace(".", ",")
    return [
        Fact(_("Navn"), row.name),
        Fact(_("Målform"), str(row.get_language_display())),
        Fact(_("Øverste folkevalgte organ"), row.council_name),
        Fact(_("Utvalget under det"), row.executive_committee_name),
        Fact(_("Øverste leder"), row.chief_executive_title),
        Fact(
            _("Farge"),
            _("%(colour)s, kontrast %(ratio)s:1 mot hvitt")
            % {"colour": row.colour, "ratio": ratio},
        ),
        Fact(
            _("Kommunenummer"), ", ".join(numbers_in_words(row.numbers)), missing=_("ikke tildelt")
        ),
        Fact(_("Vertsnavn"), row.host, missing=_("ikke eget")),
        Fact(
            _("Norm for høring"),
            _local_number(row.hearing_norm_days, row.hearing_norm_source),
            missing=_("ikke satt, Temaplan foreslår 28 dager"),
        ),
        Fact(
            _("Sakspapirer før møte"),
            _local_number(row.paper_days, row.paper_days_source),
            missing=_("ikke satt"),
        ),
    ]


def _local_number(days: int | None, source: str) -> str | Cell:
    if days is None:
        return ""
    words = ngettext("%(number)d dag", "%(number)d dager", days) % {"number": days}
    return Cell(words, note=source)


@on_plan(Capability.ADMINISTER)
def change_settings(request: HttpRequest, access: Access) -> HttpResponse:
    """Change the settings of the municipality."""
    row = access.municipality
    form = MunicipalityForm(request.POST, request.FILES, access=access, row=row)
    back = reverse("municipality", args=[access.plan.slug])

    def act() -> Municipality:
        values: dict[str, Any] = form.values()
        return change_municipality(
            row,
            by=person_of(request),
            arms=values.pop("arms"),
            without_arms=values.pop("without_arms"),
            changes=values,
            revision=form.revision_read,
        )

    page = FormPage(
        title=_("Endre kommunens innstillinger"),
        form=form,
        submit=_("Lagre innstillingene"),
        cancel=back,
        back=Action(row.name, back),
        intro=_("Alle planene i kommunen bruker disse ordene, fargen og bildet."),
    )
    return answer_form(
        request, access, page, act=act, then=lambda _row: back, said=_("Innstillingene er lagret.")
    )


@public
def arms(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the coat of arms as a picture that cannot act, whatever opens it."""
    row = Municipality.objects.only("arms").filter(slug=slug).first()
    name = (row.arms.name or "") if row is not None else ""
    media_type = MEDIA_TYPES.get(PurePath(name).suffix.lower())
    if row is None or media_type is None:
        raise Http404(_("Kommunen har ikke noe bilde."))
    tag = quote_etag(name)
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponse(status=304, headers={"ETag": tag})
    with row.arms.open("rb") as file:
        return HttpResponse(
            file.read(),
            content_type=media_type,
            headers={
                "ETag": tag,
                "Cache-Control": "public, max-age=3600",
                "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
                "X-Content-Type-Options": "nosniff",
            },
        )
