"""The worker's part of a fetch: ask the office, keep what comes, write down how it went.

May run twice, also after the worker was killed in the middle: parts that came are kept in
the archive and not asked for again, and a fetch that is done is left alone.
"""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from temaplan.errors import BadInput, TemaplanError
from temaplan.sources.archive import Archive, KeptTable, read_table
from temaplan.sources.network.bank import bank_at
from temaplan.sources.network.choosing import Wanted
from temaplan.sources.tidy import CONTENTS, INDUSTRY, PERIOD, REGION, Tidy, tidy, years_only
from temaplan.workbench.evidence.models import TableFetch

# The worker has other things to do than to wait for a busy office; a person may ask again.
ATTEMPTS = 3
LONGEST_TITLE, LONGEST_UNIT = 200, 60
_SHAPES = ((REGION, INDUSTRY, PERIOD), (REGION, PERIOD))


def carry_out(fetch_id: int) -> None:
    """Fetch one table, unless that has been done."""
    unfinished = TableFetch.objects.filter(pk=fetch_id, state__in=("waiting", "running"))
    fetch = unfinished.first()
    if fetch is None:
        return
    _note(fetch, state="running", reason="")
    try:
        found = _figures(fetch)
    except TemaplanError as fault:
        _note(fetch, state="failed", reason=fault.message)
    except OSError as fault:
        told = _(
            "Svaret kunne ikke lagres på tjeneren: %(reason)s. Si fra til den som drifter den."
        )
        _note(fetch, state="failed", reason=told % {"reason": fault.strerror or fault})
        raise
    except Exception:
        # The log has it. A worker that is told to stop leaves the row, and goes on later.
        _note(fetch, state="failed", reason=_("Det er en feil i Temaplan. Meld fra om den."))
        raise
    else:
        _note(fetch, state="fetched", **found)


def _figures(fetch: TableFetch) -> dict[str, Any]:
    archive = Archive(settings.STATISTICS_FOLDER)
    bank = bank_at(settings.STATISTICS_FROM)
    patient = replace(bank, fetcher=replace(bank.fetcher, attempts=ATTEMPTS))
    wanted = Wanted(
        fetch.number,
        regions=tuple(fetch.regions),
        periods=fetch.periods,
        contents=tuple(code.strip() for code in fetch.contents.split(",") if code.strip()),
    )

    def progress(done: int, of: int) -> None:
        _note(fetch, parts_done=done, parts_wanted=of)

    kept = patient.tables(archive).fetch(wanted, progress)
    table = tidy(read_table(archive, kept))
    _check_shape(table)
    return {"content": table.as_csv(named=True), "about": _about(kept, table)}


def _check_shape(table: Tidy) -> None:
    """Refuse what no analysis of the workbench can take, with what to choose instead."""
    if CONTENTS in table.keys:
        told = ", ".join(f"{code} ({name})" for code, name in table.names[CONTENTS].items())
        raise BadInput(_("Tabellen teller flere ting. Velg én statistikkvariabel: ") + told)
    if table.keys not in _SHAPES:
        raise BadInput(
            _(
                "Tabellen har flere variabler enn område, næring og år: %(columns)s. Hent den med "
                "«temaplan sources fetch», velg én kode for hver, og ta den inn som fil."
            )
            % {"columns": ", ".join(table.keys)}
        )
    if not years_only(table):
        raise BadInput(_("Tabellen har ikke tall for hele år. Analysene tar bare år."))


def _about(kept: KeptTable, table: Tidy) -> dict[str, str]:
    at = table.keys.index(PERIOD)
    years = sorted({codes[at] for codes, _cell in table.rows})
    counted = table.contents or kept.title.partition(":")[2].strip() or kept.title
    span = years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    return {
        "title": f"{counted} {span}"[:LONGEST_TITLE],
        "unit": (table.unit or counted.lower())[:LONGEST_UNIT],
        "source": kept.source,
        "vintage": kept.edition.vintage,
        "retrieved_on": timezone.localdate(kept.begun_at).isoformat(),
        "kept": kept.name,
        "sha256": kept.sha256,
    }


def _note(fetch: TableFetch, **changes: Any) -> None:
    """Store how far it has come; nothing else of the row, which a person may be changing."""
    for name, value in changes.items():
        setattr(fetch, name, value)
    fetch.save(update_fields=[*changes, "changed_at"])
