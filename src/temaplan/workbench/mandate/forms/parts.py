"""Forms about what an order demands: criteria and deliverables."""

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.mandate.forms.orders import CHOOSE
from temaplan.workbench.mandate.vocabulary import DELIVERABLE_KINDS, DELIVERABLE_STATES
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.terms import choices


class CriterionForm(PlanForm):
    """Something that the answer to the order must meet."""

    text = forms.CharField(
        label=_("Kriterium"), max_length=300, help_text=_("Bruk ordrens egne ord.")
    )


class DeliverableForm(PlanForm):
    """Something that the order shall bring."""

    title = forms.CharField(label=_("Leveranse"), max_length=200)
    kind = forms.ChoiceField(label=_("Type"), choices=[CHOOSE, *choices(DELIVERABLE_KINDS)])
    state = forms.ChoiceField(
        label=_("Status"), choices=choices(DELIVERABLE_STATES), initial="not_started"
    )
