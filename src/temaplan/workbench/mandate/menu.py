"""The mandate house's link in the menu, with what is late."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.mandate.queries.orders import late_now
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.menu import Count, MenuLink


def _orders(access: Access) -> Any:
    return Mandate.objects.filter(plan=access.plan)


def _sources(access: Access) -> Any:
    return SourceDocument.objects.filter(plan=access.plan)


MENU = (
    MenuLink(
        "mandate",
        _("Mandat"),
        "mandates",
        number=_orders,
        notes=(
            Count(
                late_now,
                lambda number: (
                    ngettext("%(number)d over frist", "%(number)d over frist", number)
                    % {"number": number}
                ),
                query="frist=over",
            ),
        ),
        content=(
            Count(
                _orders,
                lambda number: (
                    ngettext("%(number)d ordre", "%(number)d ordrer", number) % {"number": number}
                ),
            ),
            Count(
                _sources,
                lambda number: (
                    ngettext("%(number)d kildedokument", "%(number)d kildedokumenter", number)
                    % {"number": number}
                ),
            ),
        ),
    ),
)
