"""Root addresses: each house brings its own, the workbench of a plan is below `/arbeid/<plan>/`."""

from django.urls import include, path

from temaplan.workbench.actor import urls as actor
from temaplan.workbench.challenge import urls as challenge
from temaplan.workbench.evidence import urls as evidence
from temaplan.workbench.mandate import urls as mandate
from temaplan.workbench.overview import urls as overview
from temaplan.workbench.overview.public import urls as public
from temaplan.workbench.plan import urls as plan

# Along the chain; the plan's own addresses stand first.
ON_A_PLAN = [
    *plan.urlpatterns,
    *actor.urlpatterns,
    *mandate.urlpatterns,
    *evidence.urlpatterns,
    *challenge.urlpatterns,
    *overview.urlpatterns,
]

urlpatterns = [
    *public.urlpatterns,
    *plan.site,
    *overview.site,
    path("arbeid/<slug:plan>/", include(ON_A_PLAN)),
]
