"""The evidence house's link of the chain."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from temaplan.workbench.evidence.models import Finding
from temaplan.workbench.evidence.queries.layers import visible_findings
from temaplan.workbench.evidence.queries.register import register, unused
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.menu import Count, MenuLink


def _findings(access: Access) -> object:
    return visible_findings(Finding.objects.filter(plan=access.plan), access)


def _unused_words(number: int) -> str:
    return _("%(number)d ikke brukt") % {"number": number}


def _source_words(number: int) -> str:
    return ngettext("%(number)d kilde", "%(number)d kilder", number) % {"number": number}


def _finding_words(number: int) -> str:
    return ngettext("%(number)d funn", "%(number)d funn", number) % {"number": number}


MENU = (
    MenuLink(
        code="evidence",
        label=gettext_lazy("Kunnskap"),
        url_name="evidence-list",
        number=register,
        notes=(Count(unused, _unused_words, "bruk=ubrukt", frozenset({"evidence_unused"})),),
        content=(Count(register, _source_words), Count(_findings, _finding_words)),
    ),
)
