"""The data folder and what lies in it: database, disk, clock, fonts, settings."""

import os
import shutil
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from temaplan.cli.faults import explain
from temaplan.cli.language import gettext as _
from temaplan.cli.machine.found import Found, Level
from temaplan.cli.web import set_up_django
from temaplan.config.bundled_sqlite.version import Version, sqlite_in_use, wal_can_be_trusted
from temaplan.errors import TemaplanError
from temaplan.sources.network.bank import OFFICE, SETTING, bank_at

LEAST_FREE_BYTES = 500_000_000
FONTS = ("Inter.ttf",)
# The day this version was made: an earlier date on the clock is wrong.
OLDEST_DATE = date(2026, 11, 25)


def look_at_data(args: Namespace) -> Iterator[Found]:
    """See whether data can be kept, and kept safely."""
    yield sqlite_finding(sqlite_in_use())
    try:
        set_up_django(args)
    except Exception as error:
        yield Found(_("innstillingene"), Level.ACT, explain(error)[1])
        return
    from django.conf import settings

    yield look_at_disk(Path(settings.DATA))
    yield from look_at_database()
    yield look_at_fonts()
    yield look_at_clock()
    yield look_at_mail(settings)
    yield look_at_statistics(settings.STATISTICS_FROM)


def sqlite_finding(version: Version) -> Found:
    """Tell whether a version of SQLite is one that is known to corrupt databases."""
    written = ".".join(map(str, version))
    if wal_can_be_trusted(version):
        return Found("SQLite", Level.FINE, f"{written}.")
    return Found(
        "SQLite",
        Level.NOTE,
        _(
            "{version} kan ødelegge en database når to skriver samtidig med WAL. Temaplan bruker "
            "derfor ikke WAL her. Det er trygt, men saktere."
        ).format(version=written),
        _("Installer pakken pysqlite3, eller bruk PostgreSQL med DATABASE_URL."),
    )


def look_at_disk(folder: Path) -> Found:
    """See whether the data folder can be written to and has room."""
    subject = _("datamappen")
    if not os.access(folder, os.W_OK):
        return Found(
            subject,
            Level.ACT,
            _("{folder} kan ikke skrives til.").format(folder=folder),
            _("Gi brukeren som kjører Temaplan, tilgang, eller velg en annen med TEMAPLAN_DATA."),
        )
    free = shutil.disk_usage(folder).free
    sentence = _("{folder} har {free} MB ledig.").format(folder=folder, free=free // 1_000_000)
    if free < LEAST_FREE_BYTES:
        return Found(subject, Level.ACT, sentence, _("Frigjør plass: minst 500 MB bør være ledig."))
    return Found(subject, Level.FINE, sentence)


def look_at_database() -> Iterator[Found]:
    """See whether the database answers and belongs to this version; an empty one is made."""
    from django.db import connection

    from temaplan.config.upgrading import bring_up_to_date, check_server, waiting_steps

    subject = _("databasen")
    try:
        check_server()
        if not connection.introspection.table_names():
            bring_up_to_date()
        waiting = len(waiting_steps())
    except Exception as error:
        yield Found(subject, Level.ACT, explain(error)[1])
        return
    name = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    if waiting:
        yield Found(
            subject,
            Level.NOTE,
            _("{database} har {number} steg til denne utgaven.").format(
                database=name, number=waiting
            ),
            _("De blir tatt ved neste «temaplan serve». Ta en kopi av datamappen først."),
        )
    else:
        yield Found(
            subject, Level.FINE, _("{database} svarer og er oppdatert.").format(database=name)
        )


def look_at_fonts() -> Found:
    """See whether the fonts of charts and documents came with the installation."""
    folder = files("temaplan.documents") / "fonts"
    missing = [name for name in FONTS if not (folder / name).is_file()]
    if missing:
        return Found(
            _("skrifter"),
            Level.ACT,
            _("{names} mangler, så dokumenter og diagrammer får feil bokstaver.").format(
                names=", ".join(missing)
            ),
            _("Installer Temaplan på nytt."),
        )
    return Found(_("skrifter"), Level.FINE, _("følger med."))


def look_at_clock() -> Found:
    """See whether the date can be right; deadlines are reckoned from it."""
    from django.utils import timezone

    day = timezone.localdate()
    if day < OLDEST_DATE:
        return Found(
            _("klokken"),
            Level.ACT,
            _("viser {day}, som er før denne utgaven ble laget.").format(day=day.isoformat()),
            _("Still klokken på maskinen. Frister blir regnet ut fra den."),
        )
    return Found(_("klokken"), Level.FINE, _("viser {day}.").format(day=day.isoformat()))


def look_at_mail(settings: Any) -> Found:
    """See whether invitations can be sent."""
    if settings.EMAIL_CONFIGURED:
        return Found(_("e-post"), Level.FINE, _("er satt opp."))
    return Found(
        _("e-post"),
        Level.NOTE,
        _("er ikke satt opp. Invitasjoner vises på siden, og du må sende dem selv."),
        _("Sett TEMAPLAN_EMAIL_URL."),
    )


def look_at_statistics(allowed_from: str) -> Found:
    """See whether figures may be fetched, and from a place that may be called."""
    if not allowed_from:
        cure = _("Sett {setting}={office} hvis tall skal kunne hentes fra SSB.")
        return Found(
            _("statistikk"),
            Level.NOTE,
            _("hentes ikke over nettet. Tall tas inn som fil."),
            cure.format(setting=SETTING, office=OFFICE),
        )
    try:
        address = bank_at(allowed_from).address
    except TemaplanError as fault:
        return Found(_("statistikk"), Level.ACT, fault.message, _("Rett {}.").format(SETTING))
    return Found(_("statistikk"), Level.FINE, _("kan hentes fra {}.").format(address))
