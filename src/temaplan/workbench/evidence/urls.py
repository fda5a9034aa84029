"""Addresses of the evidence house, below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.evidence.views import (
    draft_editing,
    draft_judging,
    drafts,
    evidence,
    evidence_editing,
    fetching,
    files,
    finding_editing,
    findings,
    pictures,
    quoting,
    refresh,
    register,
    run_editing,
    run_list,
    runs,
    standard_report,
    table_editing,
    tables,
)

_RUN = "kunnskap/analyser/<slug:slug>/"
_TABLE = "kunnskap/tabeller/<slug:slug>/"
_FETCH = "kunnskap/tabeller/hent/<slug:key>/"
_DRAFT = "kunnskap/tabeller/kladd/<uuid:key>/"
_FINDING = "kunnskap/funn/<slug:slug>/"
_SOURCE = "kunnskap/<slug:slug>/"

# Fixed words first: a source whose title is one of them gets another slug.
urlpatterns: list[URLPattern | URLResolver] = [
    path("kunnskap/", register.evidence_list, name="evidence-list"),
    path("kunnskap/ny/", evidence_editing.evidence_add, name="evidence-add"),
    path("kunnskap/standardrapport/", standard_report.standard_report, name="standard-report"),
    path("kunnskap/funn/", findings.findings, name="findings"),
    path(_FINDING, findings.finding, name="finding"),
    path(f"{_FINDING}endre/", finding_editing.finding_change, name="finding-change"),
    path(f"{_FINDING}forkast/", finding_editing.finding_discard, name="finding-discard"),
    path("kunnskap/tabeller/", tables.data_tables, name="data-tables"),
    path("kunnskap/tabeller/ny/", table_editing.data_table_add, name="data-table-add"),
    path("kunnskap/tabeller/hent/", fetching.table_fetches, name="table-fetches"),
    path("kunnskap/tabeller/hent/ny/", fetching.table_fetch_add, name="table-fetch-add"),
    path(_FETCH, fetching.table_fetch, name="table-fetch"),
    path(f"{_FETCH}igjen/", fetching.table_fetch_again, name="table-fetch-again"),
    path(f"{_FETCH}se-over/", fetching.table_fetch_look_over, name="table-fetch-look-over"),
    path(_DRAFT, drafts.table_draft, name="table-draft"),
    path(f"{_DRAFT}om/", draft_editing.draft_about, name="table-draft-about"),
    path(f"{_DRAFT}linje/<int:line>/", draft_editing.draft_line, name="table-draft-line"),
    path(f"{_DRAFT}sum/", draft_editing.draft_without, name="table-draft-without"),
    path(f"{_DRAFT}godta/", draft_judging.draft_accept, name="table-draft-accept"),
    path(f"{_DRAFT}angre/", draft_judging.draft_withdraw, name="table-draft-withdraw"),
    path(f"{_DRAFT}ta-inn/", drafts.draft_take_in, name="table-draft-take-in"),
    path(f"{_DRAFT}forkast/", drafts.draft_discard, name="table-draft-discard"),
    path(_TABLE, tables.data_table, name="data-table"),
    path(f"{_TABLE}hent/", fetching.data_table_fetch, name="data-table-fetch"),
    path(f"{_TABLE}tall/", tables.data_table_file, name="data-table-file"),
    path(f"{_TABLE}endre/", table_editing.data_table_change, name="data-table-change"),
    path(f"{_TABLE}forkast/", table_editing.data_table_discard, name="data-table-discard"),
    path("kunnskap/analyser/", run_list.runs, name="runs"),
    path(_RUN, runs.run, name="run"),
    path(f"{_RUN}resultat/", runs.run_file, name="run-file"),
    path(f"{_RUN}figur.<str:format>", pictures.run_picture, name="run-picture"),
    path(f"{_RUN}beregn/", refresh.run_refresh, name="run-again"),
    path(f"{_RUN}endre/", run_editing.run_change, name="run-change"),
    path(f"{_RUN}forkast/", run_editing.run_discard, name="run-discard"),
    path(f"{_RUN}sitat/", quoting.choose, name="run-quote"),
    path(f"{_RUN}sitat-nytt/", quoting.quote_new, name="run-quote-new"),
    path(f"{_RUN}sitat/<slug:finding>/", quoting.quote_in, name="run-quote-in"),
    path("kunnskap/filer/<slug:slug>/", files.attachment, name="attachment"),
    path(_SOURCE, evidence.evidence, name="evidence"),
    path(f"{_SOURCE}endre/", evidence_editing.evidence_change, name="evidence-change"),
    path(f"{_SOURCE}forkast/", evidence_editing.evidence_discard, name="evidence-discard"),
    path(f"{_SOURCE}funn/ny/", finding_editing.finding_add, name="finding-add"),
    path(f"{_SOURCE}analyse/ny/", run_editing.run_add, name="run-add"),
]
