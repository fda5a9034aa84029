"""Addresses of the overview house: `site` at the root, `urlpatterns` below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.overview.views import documents, front, my_work, row, rules

site: list[URLPattern | URLResolver] = [
    path("arbeid/", my_work.my_work, name="my-work"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front.plan_root, name="plan-root"),
    path("oversikt/", front.overview, name="overview"),
    path("oversikt/grunnlag/", front.what_lacks, name="what-lacks"),
    path("oversikt/regler/", rules.rules, name="rules"),
    path("oversikt/regler/<slug:rule>/", rules.rule, name="rule"),
    path("oversikt/regler/<slug:rule>/bekreft/", rules.rule_confirm, name="rule-confirm"),
    path("oversikt/regler/<slug:rule>/trekk/", rules.rule_withdraw, name="rule-withdraw"),
    path("objekt/<slug:kind>/<slug:slug>/", row.row, name="row"),
    path("dokumenter/", documents.documents, name="documents"),
    path("dokumenter/<slug:name>/", documents.document, name="document"),
    path("dokumenter/<slug:name>.<str:format>", documents.document_file, name="document-file"),
]
