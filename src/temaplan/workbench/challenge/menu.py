"""The challenge house's link in the menu, with what lacks ground."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from temaplan.workbench.challenge.queries.challenges import (
    challenges,
    undocumented,
    without_lead,
)
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.menu import Count, MenuLink


def _all(access: Access) -> Any:
    return challenges(access.plan)


def _undocumented(access: Access) -> Any:
    return undocumented(access.plan)


def _without_lead(access: Access) -> Any:
    return without_lead(access.plan)


MENU = (
    MenuLink(
        "challenge",
        _("Utfordringer"),
        "challenges",
        number=_all,
        notes=(
            Count(
                _undocumented,
                lambda number: (
                    ngettext("%(number)d ikke dokumentert", "%(number)d ikke dokumentert", number)
                    % {"number": number}
                ),
                query="mangler=funn",
                rules=frozenset({"challenge_undocumented"}),
            ),
            Count(
                _without_lead,
                lambda number: (
                    ngettext("%(number)d uten leder", "%(number)d uten leder", number)
                    % {"number": number}
                ),
                query="mangler=leder",
                rules=frozenset({"challenge_without_lead"}),
            ),
        ),
        content=(
            Count(
                _all,
                lambda number: (
                    ngettext("%(number)d utfordring", "%(number)d utfordringer", number)
                    % {"number": number}
                ),
            ),
        ),
    ),
)
