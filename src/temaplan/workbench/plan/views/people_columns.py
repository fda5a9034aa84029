"""Columns of the lists of people."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Cell
from temaplan.workbench.pages.list_page import Column
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.models import Membership
from temaplan.workbench.plan.vocabulary import Capability


def people_columns(
    access: Access, *, with_addresses: bool, in_municipality: bool = False
) -> Sequence[Column]:
    """Return the columns; addresses are for those who look after the people."""

    def name(each: Membership) -> Cell:
        return Cell(each.person.name, href=_role_address(access, each, in_municipality))

    columns = [
        Column("navn", _("Navn"), name, sort=("person__name",), header=True),
        Column("rolle", _("Rolle"), lambda each: str(each.get_role_display()), sort=("role",)),
    ]
    if with_addresses:
        columns.insert(1, Column("epost", _("E-postadresse"), lambda each: each.person.email))
    if not in_municipality:
        columns.append(Column("gjelder", _("Gjelder"), _where))
    columns.append(Column("til", _("Siste dag"), _last_day, sort=("ends_on",)))
    return columns


def _role_address(access: Access, each: Membership, in_municipality: bool) -> str:
    """Lead to the role's page where it is looked after, and nowhere for others."""
    if each.plan_id is not None and access.may(Capability.MANAGE_PEOPLE):
        return reverse("role-on-plan", args=[access.plan.slug, each.pk])
    if each.plan_id is None and access.may(Capability.ADMINISTER):
        return reverse("role-in-municipality", args=[access.plan.slug, each.pk])
    return ""


def _where(each: Membership) -> str:
    return _("denne planen") if each.plan_id else _("alle planer i kommunen")


def _last_day(each: Membership) -> str:
    return written_date(each.ends_on) if each.ends_on else _("til den blir avsluttet")
