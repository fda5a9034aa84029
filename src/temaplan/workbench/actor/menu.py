"""The actor house's link in the menu."""

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.plan.menu import MenuLink

MENU = (
    MenuLink(
        "actor",
        _("Aktører"),
        "actors",
        number=lambda access: Organisation.objects.filter(plan=access.plan),
    ),
)
