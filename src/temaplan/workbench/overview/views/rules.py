"""The rules of a plan: all of them, one, and the forms that confirm and withdraw."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.workbench.overview.actions import confirm_rule, withdraw_confirmation
from temaplan.workbench.overview.forms import ConfirmForm, WithdrawForm
from temaplan.workbench.overview.models import RuleConfirmation
from temaplan.workbench.overview.rule_engine.catalogue import RULE
from temaplan.workbench.overview.rule_engine.engine import Result, judge, judged_by, red_first
from temaplan.workbench.overview.rule_engine.reading import facts_of
from temaplan.workbench.overview.views.rule_words import rule_url, shown_rule
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.pages.history import history_of
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan, person_of
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.working_days import COUNTING_RULE

# What the address can narrow the list to: a colour, or what waits for somebody.
_SHOWN = {
    "rode": lambda each: each.is_red,
    "gule": lambda each: each.colour == "amber",
    "venter": lambda each: each.verdict == "not_yet",
    "i-orden": lambda each: each.colour == "green",
    "gjelder-ikke": lambda each: each.verdict == "not_applicable",
}


@on_plan(Capability.SEE)
def rules(request: HttpRequest, access: Access) -> HttpResponse:
    """List every rule with its answer, what is red first."""
    results = red_first(judge(facts_of(access.plan)))
    chosen = request.GET.get("vis", "")
    if chosen and chosen not in _SHOWN:
        raise Http404(_("Listen kan ikke filtreres slik adressen sier."))
    shown = [each for each in results if not chosen or _SHOWN[chosen](each)]
    return render(
        request,
        "overview/rules.html",
        {
            "rules": [shown_rule(each, access) for each in shown],
            "filters": _filters(results, chosen),
            "chosen": chosen,
            "counting_rule": COUNTING_RULE,
        },
    )


def _filters(results: Sequence[Result], chosen: str) -> list[dict[str, Any]]:
    words = {
        "rode": _("røde"),
        "gule": _("gule"),
        "venter": _("venter"),
        "i-orden": _("i orden"),
        "gjelder-ikke": _("gjelder ikke"),
    }
    return [
        {
            "code": code,
            "label": label,
            "number": sum(_SHOWN[code](each) for each in results),
            "current": code == chosen,
        }
        for code, label in words.items()
    ]


@on_plan(Capability.SEE)
def rule(request: HttpRequest, access: Access, rule: str) -> HttpResponse:
    """Show one rule, its answer, and who has confirmed it."""
    result = _result(access, rule)
    confirmations = list(
        RuleConfirmation.objects.filter(plan=access.plan, rule=result.rule.id).select_related(
            "plan"
        )
    )
    standing = next((each for each in confirmations if each.stands), None)
    return render(
        request,
        "overview/rule.html",
        {
            "rule": shown_rule(result, access),
            "coming": result.rule.coming,
            "confirmations": confirmations,
            "may_withdraw": standing is not None and access.may(Capability.DECIDE),
            "history": [step for each in confirmations[:1] for step in history_of(each, access)],
        },
    )


@on_plan(Capability.DECIDE)
def rule_confirm(request: HttpRequest, access: Access, rule: str) -> HttpResponse:
    """Confirm that a rule is kept."""
    result = _result(access, rule)
    form = ConfirmForm(request.POST, access=access)
    back = rule_url(access, result.rule)
    page = FormPage(
        title=_("Bekreft %(rule)s") % {"rule": result.rule.id},
        form=form,
        submit=_("Bekreft regelen"),
        cancel=back,
        back=Action(str(result.rule.title), back),
        intro=_("Navnet ditt, datoen og begrunnelsen blir stående, også om du trekker den."),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: confirm_rule(
            result,
            plan=access.plan,
            by=person_of(request),
            submission=form.submission_key,
            **form.values(),
        ),
        then=lambda _row: back,
        said=_("Bekreftelsen er lagret."),
    )


@on_plan(Capability.DECIDE)
def rule_withdraw(request: HttpRequest, access: Access, rule: str) -> HttpResponse:
    """Withdraw the confirmation of a rule."""
    result = _result(access, rule)
    row = _standing(access, result)
    form = WithdrawForm(request.POST, access=access, row=row)
    back = rule_url(access, result.rule)
    page = FormPage(
        title=_("Trekk bekreftelsen av %(rule)s") % {"rule": result.rule.id},
        form=form,
        submit=_("Trekk bekreftelsen"),
        cancel=back,
        back=Action(str(result.rule.title), back),
        intro=_("Bekreftelsen blir stående i historikken, men regelen regnes ikke som bekreftet."),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: withdraw_confirmation(
            row,
            by=person_of(request),
            reason=form.values()["reason"],
            revision=form.revision_read,
        ),
        then=lambda _row: back,
        said=_("Bekreftelsen er trukket."),
    )


def _result(access: Access, rule: str) -> Result:
    found = RULE.get(rule.upper())
    if found is None:
        raise Http404(_("Det finnes ingen regel med dette nummeret."))
    return judged_by(found, facts_of(access.plan))


def _standing(access: Access, result: Result) -> RuleConfirmation:
    rows = RuleConfirmation.objects.filter(
        plan=access.plan, rule=result.rule.id, withdrawn_on__isnull=True
    )
    row = rows.select_related("plan").first()
    if row is None:
        raise Http404(_("Regelen er ikke bekreftet, så det er ingenting å trekke."))
    return row
