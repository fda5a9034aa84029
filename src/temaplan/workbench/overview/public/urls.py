"""Addresses of the public pages."""

from django.urls import path

from temaplan.workbench.overview.public import figures, rules, trace_files, views

urlpatterns = [
    path("", views.front, name="public-front"),
    path("plan/<slug:plan>/", views.plan_front, name="public-plan"),
    path("plan/<slug:plan>/dokument/<slug:name>/", views.document, name="public-document"),
    path(
        "plan/<slug:plan>/dokument/<slug:name>.<str:format>",
        views.document_file,
        name="public-document-file",
    ),
    path("plan/<slug:plan>/sporing/", views.trace, name="public-trace"),
    path("plan/<slug:plan>/sporing.<str:format>", trace_files.trace_file, name="public-trace-file"),
    path("plan/<slug:plan>/data/<slug:run>/", figures.figures, name="public-figures"),
    path("plan/<slug:plan>/data/<slug:run>.csv", figures.figures_file, name="public-figures-file"),
    path(
        "plan/<slug:plan>/data/<slug:run>.<str:format>",
        figures.figures_picture,
        name="public-figures-picture",
    ),
    path("regler/", rules.rules, name="public-rules"),
    path("tilgjengelighet/", views.accessibility, name="accessibility"),
]
