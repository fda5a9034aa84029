"""The rules as data: their numbers, paragraphs and quoted words are those of the handbook.

The lists here were written down from the handbook of the field (section 2.2), apart from
the catalogue, so that a slip of the pen in either is found.
"""

from datetime import date

import pytest

from temaplan.workbench.overview.rule_engine.catalogue import RULE, RULES
from temaplan.workbench.overview.rule_engine.sources import READ_ON
from temaplan.workbench.overview.vocabulary import CONFIRMED_RULES
from temaplan.workbench.plan.vocabulary import PLAN_TYPES

PBL, KL = "plan- og bygningsloven", "kommuneloven"
PARAGRAPHS = {
    "R01": f"{PBL} § 11-1 tredje ledd",
    "R02": f"{PBL} § 4-1 andre ledd og § 11-13",
    "R03": f"{PBL} § 11-12 andre ledd",
    "R04": f"{PBL} § 11-13",
    "R05": f"{PBL} § 11-14",
    "R06": "",
    "R07": f"{PBL} § 11-14 og § 5-2 andre ledd",
    "R08": f"{PBL} § 5-2 første ledd",
    "R09": f"{PBL} § 5-2 tredje ledd",
    "R10": f"{PBL} § 5-1 andre ledd og § 3-3 tredje ledd",
    "R11": f"{KL} § 5-12 og forskrift om medvirkningsordninger § 2",
    "R12": "forskrift om medvirkningsordninger § 2",
    "R13": f"{PBL} § 11-14 andre ledd",
    "R14": f"{KL} § 13-1 tredje ledd",
    "R15": "",
    "R16": f"{KL} § 11-3 første til tredje ledd",
    "R17": f"{KL} § 11-12",
    "R18": f"{KL} § 11-3 femte ledd",
    "R19": f"{KL} § 11-4",
    "R20": f"{KL} § 11-9",
    "R21": f"{KL} §§ 11-5 og 11-7",
    "R22": f"forvaltningsloven §§ 6, 8 og 10 og {KL} § 11-10 andre ledd og § 13-3",
    "R23": f"{PBL} § 11-15 første ledd",
    "R24": f"{PBL} § 11-15 andre og tredje ledd",
    "R25": f"{PBL} § 11-1 fjerde ledd og § 11-2 tredje ledd",
    "R26": f"{PBL} § 11-4 andre ledd",
    "R27": f"{PBL} § 10-1",
    "R28": f"{PBL} § 11-15 første ledd (bare arealdelen)",
    "R29": "offentlegforskrifta § 7 andre og tredje ledd",
    "R30": "offentleglova §§ 11, 13 og 14",
    "R31": "arkivforskrifta §§ 14–15",
    "R32": "arkivforskrifta § 11 og § 5",
    "R33": "arkivlova § 13 første og andre ledd",
    "R34": "personopplysningsloven § 12",
    "R35": "forskrift om universell utforming av ikt-løsninger §§ 4b og 4e og likestillings- og "
    "diskrimineringsloven § 18",
    "R36": "forskrift om universell utforming av ikt-løsninger § 4b fjerde ledd",
    "R37": "språklova §§ 9 og 10",
    "R38": f"{KL} § 12-1 andre ledd",
    "R39": "",
    "R40": "forvaltningsloven § 11 a",
}
# Every text that the handbook quotes; the other rules are named by their paragraph alone.
WORDS = {
    "R01": (
        "Det kan utarbeides kommunedelplan for bestemte områder, temaer eller virksomhetsområder.",
    ),
    "R03": ("på internett",),
    "R04": ("minst seks uker",),
    "R05": ("Fristen … skal være minst seks uker",),
    "R11": (
        "rett til å uttale seg i saker som gjelder …",
        "så tidlig tidspunkt … at uttalelsene … har mulighet til å påvirke utfallet",
    ),
    "R12": ("Uttalelsene skal følge saksdokumentene til det … organet som avgjør saken endelig",),
    "R14": ("forsvarlig utredet … faktisk og rettslig grunnlag",),
    "R16": ("rimelig varsel",),
    "R23": ("selv",),
    "R29": ("skal opplyse kva for kriterium som ligg til grunn for utvalet av dokument",),
    "R38": ("pågående plansak etter plan- og bygningsloven",),
    "R40": ("uforholdsmessig lang tid",),
}
COMING = {
    "R22": ("ny forvaltningslov §§ 25–29", ()),
    "R39": (
        "ny forvaltningslov § 10 andre ledd tredje punktum",
        ("skal det snarest bekrefte at henvendelsen er mottatt",),
    ),
    "R40": ("ny forvaltningslov § 17 andre ledd", ("mer enn én måned",)),
}
# T temaplan, K kommunedelplan, S samfunnsdel, H handlingsdel × L law, F regulation, R local,
# P practice, - not at all: the columns «Applies» and «Sev».
WEIGHTS = {
    **dict.fromkeys(["R01", "R15", "R28", "R39"], "PPPP"),
    **dict.fromkeys(["R02", "R03", "R04", "R05", "R07", "R08", "R09", "R23", "R24"], "-LL-"),
    "R06": "P---",
    **dict.fromkeys(["R10", "R13", "R27"], "PLL-"),
    **dict.fromkeys(["R12", "R29", "R31", "R32", "R35", "R36"], "FFFF"),
    **dict.fromkeys(["R11", "R14", "R16", "R18", "R19", "R20", "R21", "R22"], "LLLL"),
    **dict.fromkeys(["R30", "R33", "R34", "R37", "R38", "R40"], "LLLL"),
    "R17": "RRRR",
    "R25": "-LLL",
    "R26": "---L",
}
LETTERS = {"law": "L", "regulation": "F", "local": "R", "practice": "P", "": "-"}
NUMBERS = [f"R{number:02}" for number in range(1, 41)]


def test_the_rules_are_r01_to_r40() -> None:
    assert [rule.id for rule in RULES] == NUMBERS


@pytest.mark.parametrize("number", NUMBERS)
def test_paragraph_is_that_of_the_handbook(number: str) -> None:
    assert RULE[number].newest.paragraph == PARAGRAPHS[number]


@pytest.mark.parametrize("number", NUMBERS)
def test_quoted_words_are_those_of_the_handbook(number: str) -> None:
    assert RULE[number].newest.words == WORDS.get(number, ())


@pytest.mark.parametrize("number", NUMBERS)
def test_a_law_that_is_not_in_force_stands_beside_and_judges_nothing(number: str) -> None:
    coming = {text.paragraph: text.words for text in RULE[number].coming}

    assert coming == (dict([COMING[number]]) if number in COMING else {})
    assert not RULE[number].text_on(date(2030, 1, 1)).adopted_only


@pytest.mark.parametrize("number", NUMBERS)
def test_weight_for_each_plan_type_is_that_of_the_handbook(number: str) -> None:
    held = RULE[number].newest.severities

    assert "".join(LETTERS[held.get(term.code, "")] for term in PLAN_TYPES) == WEIGHTS[number]


def test_rules_confirmed_by_a_person_are_those_that_no_data_can_show() -> None:
    by_person = [rule.id for rule in RULES if rule.confirmed_by_person]

    assert by_person == ["R08", "R09", "R10", "R11", "R15", "R22", "R36", "R37"]
    assert by_person == [term.code for term in CONFIRMED_RULES]


def test_every_text_of_law_says_where_and_when_it_was_read() -> None:
    texts = [text for rule in RULES for text in rule.texts]
    laws = [text for text in texts if {"law", "regulation"} & set(text.severities.values())]

    assert all(source.number and source.read_on == READ_ON for t in laws for source in t.sources)
    assert date(2026, 7, 28) == READ_ON


def test_every_version_of_a_rule_has_its_own_name() -> None:
    for rule in RULES:
        versions = [text.version for text in rule.texts]
        assert len(set(versions)) == len(versions)
