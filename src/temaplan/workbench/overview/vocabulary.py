"""Closed lists of the overview house: how much a rule weighs, and what it can answer."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.terms import Term, by_code


@dataclass(frozen=True)
class Severity(Term):
    """What a rule rests on; `colour` is that of the rule when it is broken."""

    colour: str = "amber"


SEVERITIES = (
    Severity("law", _("lov"), "red"),
    Severity("regulation", _("forskrift"), "red"),
    Severity("local", _("lokal regel")),
    Severity("practice", _("god praksis")),
)
SEVERITY = by_code(SEVERITIES)


@dataclass(frozen=True)
class VerdictWord(Term):
    """What a rule says of a plan; `rank` puts what needs somebody first."""

    rank: int = 0


VERDICTS = (
    VerdictWord("broken", _("brutt"), 0),
    VerdictWord("not_yet", _("venter"), 1),
    VerdictWord("confirmed", _("bekreftet av en person"), 2),
    VerdictWord("ok", _("oppfylt"), 3),
    VerdictWord("not_applicable", _("gjelder ikke"), 4),
)
VERDICT = by_code(VERDICTS)

# What no data can show, and a named person therefore confirms (capabilities, R08–R37).
CONFIRMED_RULES = (
    Term("R08", _("R08: sendt til alle berørte")),
    Term("R09", _("R09: elektronisk presentasjon og dialog")),
    Term("R10", _("R10: medvirkning for barn, unge og andre")),
    Term("R11", _("R11: de tre rådene")),
    Term("R15", _("R15: virkninger og avveining hver for seg")),
    Term("R22", _("R22: habilitet")),
    Term("R36", _("R36: universelt utformet arbeidsbenk")),
    Term("R37", _("R37: klart språk")),
)
CONFIRMED_RULE = by_code(CONFIRMED_RULES)
