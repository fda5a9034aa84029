"""Closed lists of the challenge house: what the municipality and others can be to a challenge."""

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.terms import Term, by_code

# The ten roles found in Norwegian sources on municipalities and business development.
ACTOR_ROLES = (
    Term("authority", _("myndighetsutøver")),
    Term("service_provider", _("tjenesteyter")),
    Term("developer", _("samfunnsutvikler")),
    Term("facilitator", _("tilrettelegger")),
    Term("driver", _("pådriver")),
    Term("host", _("vertskap")),
    Term("partner", _("samarbeidspartner")),
    Term("buyer", _("innkjøper")),
    Term("owner", _("eier")),
    Term("democratic_arena", _("demokratisk arena")),
)
ACTOR_ROLE = by_code(ACTOR_ROLES)
