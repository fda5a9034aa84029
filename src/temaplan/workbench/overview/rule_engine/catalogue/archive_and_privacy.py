"""Openness, archive and privacy."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.overview.rule_engine.catalogue.making import for_all, in_force, rule
from temaplan.workbench.overview.rule_engine.judging.later import later
from temaplan.workbench.overview.rule_engine.judging.registers import (
    closed_with_a_basis,
    nothing_overwritten,
)
from temaplan.workbench.overview.rule_engine.sources import (
    ARCHIVE_ACT,
    ARCHIVE_REGULATION,
    PERSONAL_DATA_ACT,
    PUBLIC_ACCESS_ACT,
    PUBLIC_ACCESS_REGULATION,
)

_NEW_YEAR_2026 = date(2026, 1, 1)  # FOR-2025-06-20-1103

ARCHIVE_AND_PRIVACY = (
    rule(
        "R29",
        _("Det som ikke kan ligge på nett, er stoppet, og det er sagt hvordan dokumentene velges"),
        later(_("Kontrolleres når uttalelser og saksdokumenter kan publiseres fra Temaplan.")),
        in_force(
            "offentlegforskrifta § 7 andre og tredje ledd",
            PUBLIC_ACCESS_REGULATION,
            for_all("regulation"),
            "skal opplyse kva for kriterium som ligg til grunn for utvalet av dokument",
        ),
    ),
    rule(
        "R30",
        _("Det som er lukket, har hjemmel, og merinnsyn er vurdert"),
        closed_with_a_basis,
        in_force("offentleglova §§ 11, 13 og 14", PUBLIC_ACCESS_ACT, for_all("law")),
    ),
    rule(
        "R31",
        _("Hvert saksdokument som kommer inn eller går ut, er journalført med seks opplysninger"),
        later(_("Kontrolleres når dokumenter inn og ut kan registreres i Temaplan.")),
        in_force(
            "arkivforskrifta §§ 14–15",
            ARCHIVE_REGULATION,
            for_all("regulation"),
            since=_NEW_YEAR_2026,
        ),
    ),
    rule(
        "R32",
        _("Ingenting blir slettet eller skrevet over uten spor: hvem, når og hva er logget"),
        nothing_overwritten,
        in_force(
            "arkivforskrifta § 11 og § 5",
            ARCHIVE_REGULATION,
            for_all("regulation"),
            since=_NEW_YEAR_2026,
        ),
    ),
    rule(
        "R33",
        _(
            "Kassasjon skjer bare med hjemmel. Retten til å få personopplysninger slettet er ikke "
            "nok"
        ),
        later(_("Kontrolleres når kassasjon kan gjøres i Temaplan.")),
        in_force(
            "arkivlova § 13 første og andre ledd",
            ARCHIVE_ACT,
            for_all("law"),
            since=_NEW_YEAR_2026,
        ),
    ),
    rule(
        "R34",
        _("Fødselsnummer lagres ikke når sikker identifisering ikke krever det"),
        later(_("Kontrolleres når Temaplan kan lete etter fødselsnummer i det som er lagret.")),
        in_force("personopplysningsloven § 12", PERSONAL_DATA_ACT, for_all("law")),
    ),
)
