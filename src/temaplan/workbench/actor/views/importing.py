"""Taking in a list of actors: choose a file, look over what would happen, take it in."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.workbench.actor.actions.importing import import_actors
from temaplan.workbench.actor.forms.importing import ImportForm
from temaplan.workbench.actor.rules.importing import FAULTY, KNOWN, NEW, ImportLine
from temaplan.workbench.actor.views.addresses import back, list_url
from temaplan.workbench.actor.vocabulary import ACTOR_GROUP
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability

MOST_SHOWN = 200


@dataclass(frozen=True)
class Told:
    """The rows that share a fate: how many, the first of them, and how many are not shown."""

    heading: str
    number: int
    rows: Sequence[tuple[int, str, str]]

    @property
    def more(self) -> int:
        """How many there are that the page does not show."""
        return self.number - len(self.rows)


@on_plan(Capability.EDIT)
def actor_import(request: HttpRequest, access: Access) -> HttpResponse:
    """Take in the actors of a file that the plan does not have."""
    form = ImportForm(request.POST, request.FILES, access=access)
    page = FormPage(
        title=_("Hent aktører fra en fil"),
        form=form,
        submit=_("Les filen"),
        cancel=list_url(access),
        back=back(access),
    )
    if request.method == "POST" and request.FILES and form.is_valid():
        return _show(request, page, form)
    return answer_form(
        request,
        access,
        page,
        act=lambda: import_actors(
            plan=access.plan, by=access.person, rows=form.sheet, submission=form.submission_key
        ),
        then=lambda _rows: list_url(access),
        said=_("De nye aktørene er lagt til."),
    )


def _show(request: HttpRequest, page: FormPage, form: ImportForm) -> HttpResponse:
    context = {
        "page": page,
        "told": [
            _told(_("Blir lagt til"), form.lines, NEW),
            _told(_("Finnes fra før, og blir stående som de er"), form.lines, KNOWN),
            _told(_("Kan ikke legges til slik de står"), form.lines, FAULTY),
        ],
        "new": sum(line.state == NEW for line in form.lines),
        "rows": json.dumps(form.sheet, ensure_ascii=False),
        "submission": form.initial["submission"],
    }
    return render(request, "actor/import.html", context)


def _told(heading: str, lines: Sequence[ImportLine], state: str) -> Told:
    chosen = [line for line in lines if line.state == state]
    shown = [(line.number, line.name, line.reason or _about(line)) for line in chosen[:MOST_SHOWN]]
    return Told(heading, len(chosen), shown)


def _about(line: ImportLine) -> str:
    group = str(ACTOR_GROUP[line.values["group"]].label)
    return ", ".join(word for word in (group, line.values["org_number"]) if word)
