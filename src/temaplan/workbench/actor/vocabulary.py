"""Closed lists of the actor house: the four groups that must be heard, and the level."""

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.terms import Term, by_code

# The four groups of the source deck (S15), plus the municipality itself and the rest.
ACTOR_GROUPS = (
    Term("business", _("lokalt og regionalt næringsliv")),
    Term("research_education", _("forskning og utdanning")),
    Term("public", _("offentlige aktører")),
    Term("support_system", _("virkemiddelapparatet")),
    Term("municipality", _("kommunen selv")),
    Term("civil_society", _("innbyggere og frivillige")),
)
ACTOR_GROUP = by_code(ACTOR_GROUPS)
# Those four must each be met, heard and answered.
GROUPS_TO_ANCHOR = ("business", "research_education", "public", "support_system")

# What shows that an actor has been met, heard and answered (S15).
CONTACT_KINDS = (
    Term("invited", _("invitert")),
    Term("took_part", _("deltok")),
    Term("statement", _("ga innspill")),
    Term("answered", _("fikk svar")),
)

LEVELS = (
    Term("local", _("lokalt")),
    Term("regional", _("regionalt")),
    Term("national", _("nasjonalt")),
)
