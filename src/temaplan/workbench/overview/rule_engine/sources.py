"""Where the wording of the rules was read. Norwegian acts and regulations, open data (NLOD 2.0).

The texts are the consolidated ones as read on `READ_ON`. A rule whose wording has changed
since gets a new version beside the old one, so that earlier verdicts keep their words.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.overview.rule_engine.rule import Source

READ_ON = date(2026, 7, 28)


def _act(title: str, number: str) -> Source:
    kind = "lov" if number.startswith("LOV") else "forskrift"
    address = f"https://lovdata.no/dokument/{'NL' if kind == 'lov' else 'SF'}/{kind}/"
    return Source(title, number, READ_ON, address + number.partition("-")[2])


PLANNING_ACT = _act("plan- og bygningsloven", "LOV-2008-06-27-71")
MUNICIPAL_ACT = _act("kommuneloven", "LOV-2018-06-22-83")
ADMINISTRATION_ACT = _act("forvaltningsloven", "LOV-1967-02-10")
NEW_ADMINISTRATION_ACT = Source(
    "ny forvaltningslov",
    "LOV-2025-06-20-81",
    READ_ON,
    "https://lovdata.no/dokument/LTI/lov/2025-06-20-81",
    _("Vedtatt, men ikke trådt i kraft da teksten ble lest."),
)
PARTICIPATION_REGULATION = _act("forskrift om medvirkningsordninger", "FOR-2019-06-17-727")
PUBLIC_ACCESS_ACT = _act("offentleglova", "LOV-2006-05-19-16")
PUBLIC_ACCESS_REGULATION = _act("offentlegforskrifta", "FOR-2008-10-17-1119")
ARCHIVE_ACT = _act("arkivlova", "LOV-2025-06-20-96")
ARCHIVE_REGULATION = _act("arkivforskrifta", "FOR-2025-12-17-2647")
PERSONAL_DATA_ACT = _act("personopplysningsloven", "LOV-2018-06-15-38")
ACCESSIBILITY_REGULATION = _act(
    "forskrift om universell utforming av ikt-løsninger", "FOR-2013-06-21-732"
)
EQUALITY_ACT = _act("likestillings- og diskrimineringsloven", "LOV-2017-06-16-51")
LANGUAGE_ACT = _act("språklova", "LOV-2021-05-21-42")

# Not law: what municipalities do, and what guides advise. Said as what it is.
OBSERVED_HEARINGS = Source(
    "kommunenes egne høringer",
    "",
    None,
    note=_("Drammen hadde fire uker i 2023, Ringsaker seks uker i 2024."),
)
GOOD_PRACTICE = Source(
    "god forvaltningsskikk", "", None, note=_("Blir lovfestet når ny forvaltningslov trer i kraft.")
)
CASE_PAPER_GUIDE = Source("Miljødirektoratets veiledning om saksframlegg og innstilling", "", None)
OMBUDSMAN = Source(
    "Sivilombudets uttalelse om endringer etter høring",
    "",
    None,
    note=_("Uttalelsen gjelder reguleringsplaner. Loven gjelder bare kommuneplanens arealdel."),
)
