"""How a fetch is told: its state in a sentence, what was asked for, and what came."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from temaplan.sources import municipalities
from temaplan.workbench.evidence.actions.fetches import may_try_again
from temaplan.workbench.evidence.models import TableFetch
from temaplan.workbench.evidence.queries.fetches import is_silent, stage, table_of
from temaplan.workbench.evidence.rules.fetches import UNDER_WAY
from temaplan.workbench.evidence.views.addresses import house_url, row_url
from temaplan.workbench.evidence.vocabulary import FETCH_STATE
from temaplan.workbench.pages.cells import Action, Cell, Fact
from temaplan.workbench.pages.list_page import Column
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import listed

LINES_SHOWN = 12
_COLOURS = {"failed": "danger", "fetched": "success", "taken_in": "success"}
_TAGS = {**_COLOURS, "fetched": "warning", "looked_over": "warning"}
_TO_LOOK_OVER = ("fetched", "looked_over")


def to_tables(access: Access) -> Action:
    """Lead back to the tables of the plan."""
    return Action(_("Datatabeller"), house_url(access, "data-tables"))


def columns(access: Access) -> Sequence[Column]:
    """Return what the list of fetches tells of each."""
    return (
        Column("tabell", _("Tabell"), _table_cell, header=True),
        Column("omrader", _("Områder"), region_names),
        Column("tilstand", _("Tilstand"), _state_cell, sort=("state",)),
        Column("bedt-om", _("Bedt om"), lambda row: _moment(row.asked_at), sort=("asked_at",)),
    )


def _table_cell(fetch: TableFetch) -> Cell:
    address = reverse("table-fetch", args=[fetch.plan.slug, fetch.key])
    return Cell(fetch.number, address, note=fetch.about.get("title", ""))


def _state_cell(fetch: TableFetch) -> Cell:
    reached = stage(fetch)
    return Cell(str(FETCH_STATE[reached].label), tag=_TAGS.get(reached, "neutral"))


def region_names(fetch: TableFetch) -> str:
    """Name the regions that were asked for."""
    return listed([_region_name(code) for code in fetch.regions])


def _region_name(code: str) -> str:
    return _("hele landet") if code == "0" else municipalities.name_of(code.removeprefix("K-"))


def years_asked(fetch: TableFetch) -> str:
    """Return the same first year as before, and whatever the office has now at the end."""
    first, sign, _last = fetch.periods.partition(":")
    return f"{first}:" if first and sign else ""


def show_fetch(request: HttpRequest, access: Access, fetch: TableFetch) -> HttpResponse:
    """Show the page of one fetch."""
    context = {
        "back": to_tables(access),
        "title": _("Henting av tabell %(number)s") % {"number": fetch.number},
        "sentence": _sentence(fetch),
        "colour": _COLOURS.get(stage(fetch), "info"),
        "advice": _advice(fetch),
        "under_way": fetch.state in UNDER_WAY,
        "facts": _facts(access, fetch),
        "start": _lines(fetch),
        **_verbs(access, fetch),
    }
    return render(request, "evidence/fetch.html", context)


def _sentence(fetch: TableFetch) -> str:
    reached = stage(fetch)
    if reached == "failed":
        return fetch.reason
    if reached == "running" and fetch.parts_wanted:
        return _("Del %(done)d av %(of)d er hentet.") % {
            "done": fetch.parts_done,
            "of": fetch.parts_wanted,
        }
    return {
        "waiting": _("Hentingen venter på tur."),
        "running": _("SSB blir spurt om tabellen."),
        "fetched": _("Tallene er kommet. Se over dem, og ta dem inn."),
        "looked_over": _("Noen ser over tallene. De er ikke tatt inn ennå."),
        "taken_in": _("Tallene er tatt inn i planen."),
    }[reached]


def _advice(fetch: TableFetch) -> str:
    if fetch.state == "failed":
        return _(
            "Ingenting i planen er endret. Deler som er kommet, er tatt vare på. Prøv igjen, "
            "eller be om noe annet."
        )
    if fetch.state in UNDER_WAY and is_silent(fetch):
        return _("Ingenting har skjedd siden %(moment)s. Prøv igjen.") % {
            "moment": _moment(fetch.changed_at)
        }
    if fetch.state in UNDER_WAY:
        return _("Du kan gå fra siden. Hentingen fortsetter.")
    return ""


def _facts(access: Access, fetch: TableFetch) -> list[Fact]:
    about = fetch.about
    facts = [
        Fact(_("Områder"), region_names(fetch)),
        Fact(_("År"), _years(fetch.periods)),
        Fact(_("Bedt om av"), fetch.begun_by),
        Fact(_("Bedt om"), _moment(fetch.asked_at)),
    ]
    if about:
        facts += [
            Fact(_("Kilde"), about.get("source", "")),
            Fact(_("Utgave"), about.get("vintage", "")),
        ]
    table = table_of(fetch)
    if table is not None:
        facts.append(Fact(_("Datatabell"), Cell(table.title, row_url(access, table, "data-table"))))
    return facts


def _years(periods: str) -> str:
    first, _sign, last = periods.partition(":")
    if first and last:
        return f"{first}–{last}"
    if first:
        return _("fra %(year)s") % {"year": first}
    return _("til %(year)s") % {"year": last} if last else _("alle årene tabellen har")


def _lines(fetch: TableFetch) -> dict[str, Any] | None:
    if stage(fetch) not in _TO_LOOK_OVER:
        return None
    lines = fetch.content.splitlines()
    return {"lines": lines[:LINES_SHOWN], "left_out": max(0, len(lines) - LINES_SHOWN)}


def _verbs(access: Access, fetch: TableFetch) -> dict[str, str]:
    """Return the addresses of what this person may do with the fetch now."""
    if not access.may(Capability.EDIT):
        return {}
    address = [fetch.plan.slug, fetch.key]
    found = {}
    if may_try_again(fetch).allowed:
        found["again_url"] = reverse("table-fetch-again", args=address)
    if stage(fetch) in _TO_LOOK_OVER:
        found["look_over_url"] = reverse("table-fetch-look-over", args=address)
    if fetch.state == "failed":
        found["other_url"] = house_url(access, "table-fetch-add")
    return found


def _moment(moment: Any) -> str:
    return date_format(timezone.localtime(moment), "j. F Y H:i")
