"""Closed lists of the actor house: who must be heard, at what level, in which groups."""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class GroupKind(Term):
    """A kind of group. Who prepares the case must declare whether they are impartial (R22)."""

    needs_declaration: bool = False


GROUP_KINDS = (
    GroupKind("reference_group", _("faglig referansegruppe"), needs_declaration=True),
    GroupKind("contact_committee", _("kontaktutvalg")),
    GroupKind("steering_group", _("styringsgruppe"), needs_declaration=True),
    GroupKind("working_group", _("arbeidsgruppe"), needs_declaration=True),
    GroupKind("elderly_council", _("eldreråd")),
    GroupKind("disability_council", _("råd for personer med funksjonsnedsettelse")),
    GroupKind("youth_council", _("ungdomsråd")),
    GroupKind("other", _("annen gruppe")),
)
GROUP_KIND = by_code(GROUP_KINDS)
DECLARING_KINDS = tuple(kind.code for kind in GROUP_KINDS if kind.needs_declaration)

MEMBER_ROLES = (
    Term("member", _("medlem")),
    Term("leader", _("leder")),
    Term("deputy_leader", _("nestleder")),
    Term("substitute", _("vara")),
    Term("secretary", _("sekretær")),
    Term("observer", _("observatør")),
)
# A group has one of each of these at a time.
ONE_AT_A_TIME = ("leader", "deputy_leader")

GENDERS = (
    Term("woman", _("kvinne")),
    Term("man", _("mann")),
)
