"""The mandate house's part of the trace: orders, their sources, and later orders."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.mandate.queries.course import closed_over_undecided, undecided_in
from temaplan.workbench.mandate.queries.orders import (
    answered_without_delivery,
    late_orders,
    orders,
    unserved,
)
from temaplan.workbench.mandate.rules.course import undecided_warning
from temaplan.workbench.mandate.vocabulary import RELATIONS
from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.terms import Term
from temaplan.workbench.plan.trace import BreakRule, Link, Traced
from temaplan.workbench.plan.wording import listed


def _source_address(source: SourceDocument) -> str:
    return reverse("source", kwargs={"plan": source.plan.slug, "slug": source.slug})


def _source_place(source: SourceDocument) -> tuple[str, str]:
    return "status", f"kilde-{source.slug}"


def _address(order: Mandate) -> str:
    return reverse("mandate", kwargs={"plan": order.plan.slug, "slug": order.slug})


def _place(order: Mandate) -> tuple[str, str]:
    return "status", f"mandat-{order.slug}"


TRACED = (
    Traced(SourceDocument, str, _source_address, _source_place),
    Traced(Mandate, str, _address, _place),
)

LINKS = (
    Link(
        Mandate,
        "document",
        Term("given_in", gettext_lazy("gitt i")),
        gettext_lazy("gir ordren"),
    ),
    Link(
        Mandate,
        "steps__document",
        Term("treated_in", gettext_lazy("behandlet i")),
        gettext_lazy("behandler ordren"),
    ),
    Link(
        Mandate,
        "partners",
        Term("with_partner", gettext_lazy("i samarbeid med")),
        gettext_lazy("samarbeidspartner i"),
    ),
    *(
        Link(
            Mandate,
            "relations__earlier",
            relation,
            relation.inverse,
            {"relations__relation": relation.code},
        )
        for relation in RELATIONS
    ),
)


def _late(order: Mandate) -> str:
    return _("Fristen for ordren «%(title)s» var %(date)s, og den er ikke besvart.") % {
        "title": order.title,
        "date": written_date(order.due),
    }


def _unserved(order: Mandate) -> str:
    return _("Ingenting i planen tjener ordren «%(title)s» ennå.") % {"title": order.title}


def _owing(order: Mandate) -> str:
    owed = listed([f"«{each.title}»" for each in order.owed])  # type: ignore[attr-defined]
    return _("Ordren «%(title)s» er besvart, men %(owed)s er ikke registrert som levert.") % {
        "title": order.title,
        "owed": owed,
    }


def _undecided(order: Mandate) -> str:
    return undecided_warning(order.title, [each.title for each in undecided_in(order)])


BREAKS = (
    BreakRule("mandate_late", lambda plan: late_orders(plan, reading_date(plan)), _late),
    BreakRule("mandate_unserved", unserved, _unserved),
    BreakRule("mandate_owes_deliverable", answered_without_delivery, _owing),
    BreakRule(
        "mandate_closed_over_undecided",
        lambda plan: orders(plan).filter(pk__in=closed_over_undecided(plan)),
        _undecided,
    ),
)
