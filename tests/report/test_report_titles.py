"""Titles are true: each rule in both directions, in ties, at zero, in both written forms."""

import pytest

from temaplan.report.language import Said, decimal, percent
from temaplan.report.titles.ahead import backtest_title, projection_title
from temaplan.report.titles.growth import growth_title, movers_title
from temaplan.report.titles.levels import HIGH, coverage_title, level_title, net_title
from temaplan.report.titles.productivity import parts_title
from temaplan.report.titles.shift import own_growth_title, shift_title
from temaplan.report.titles.structure import (
    largest_title,
    most_land_title,
    people_more,
    quotient_title,
    strong_and_growing_title,
)

NBSP, THIN, MINUS = "\u00a0", "\u202f", "\u2212"
PEOPLE = Said("Folketallet", "Folketalet")


def plain(said: Said) -> tuple[str, str]:
    """Return both forms with ordinary blanks and hyphens, as they are typed here."""
    return tuple(  # type: ignore[return-value]
        text.replace(NBSP, " ").replace(THIN, " ").replace(MINUS, "-")
        for text in (said.nb, said.nn)
    )


@pytest.mark.parametrize(
    ("rates", "nb", "nn"),
    [
        (
            {"Ås": 0.051, "Bø": 0.003},
            "Folketallet vokste mest i Ås (5,1 %) og minst i Bø (0,3 %) fra 2016 til 2026",
            "Folketalet voks mest i Ås (5,1 %) og minst i Bø (0,3 %) frå 2016 til 2026",
        ),
        (
            {"Ås": 0.051, "Bø": -0.02},
            "Folketallet vokste mest i Ås (5,1 %) og gikk mest ned i Bø (-2,0 %) fra 2016 til 2026",
            "Folketalet voks mest i Ås (5,1 %) og gjekk mest ned i Bø (-2,0 %) frå 2016 til 2026",
        ),
        (  # what is written as 0,0 % is no growth
            {"Ås": 0.051, "Bø": 0.0004},
            "Folketallet vokste mest i Ås (5,1 %) og sto stille i Bø fra 2016 til 2026",
            "Folketalet voks mest i Ås (5,1 %) og stod stille i Bø frå 2016 til 2026",
        ),
        (
            {"Ås": 0.0, "Bø": -0.02},
            "Folketallet sto stille i Ås og gikk mest ned i Bø (-2,0 %) fra 2016 til 2026",
            "Folketalet stod stille i Ås og gjekk mest ned i Bø (-2,0 %) frå 2016 til 2026",
        ),
        (
            {"Ås": -0.01, "Bø": -0.02},
            "Folketallet gikk ned overalt fra 2016 til 2026, mest i Bø (-2,0 %)",
            "Folketalet gjekk ned overalt frå 2016 til 2026, mest i Bø (-2,0 %)",
        ),
        (  # a tie at the written precision shares the place
            {"Ås": 0.0511, "Bø": 0.0509, "Re": 0.01},
            "Folketallet vokste mest i Ås og Bø (5,1 %) og minst i Re (1,0 %) fra 2016 til 2026",
            "Folketalet voks mest i Ås og Bø (5,1 %) og minst i Re (1,0 %) frå 2016 til 2026",
        ),
        (
            {"Ås": 0.02, "Bø": 0.02},
            "Folketallet vokste like mye overalt fra 2016 til 2026: 2,0 %",
            "Folketalet voks like mykje overalt frå 2016 til 2026: 2,0 %",
        ),
        (
            {"Ås": -0.02, "Bø": -0.02},
            "Folketallet gikk like mye ned overalt fra 2016 til 2026: 2,0 %",
            "Folketalet gjekk like mykje ned overalt frå 2016 til 2026: 2,0 %",
        ),
        (
            {"Ås": 0.0, "Bø": 0.0},
            "Folketallet sto stille overalt fra 2016 til 2026",
            "Folketalet stod stille overalt frå 2016 til 2026",
        ),
        (
            {"Ås": 0.02},
            "Folketallet i Ås vokste med 2,0 % fra 2016 til 2026",
            "Folketalet i Ås voks med 2,0 % frå 2016 til 2026",
        ),
        (
            {"Ås": -0.02},
            "Folketallet i Ås gikk ned med 2,0 % fra 2016 til 2026",
            "Folketalet i Ås gjekk ned med 2,0 % frå 2016 til 2026",
        ),
        (
            {"Ås": 0.0},
            "Folketallet i Ås sto stille fra 2016 til 2026",
            "Folketalet i Ås stod stille frå 2016 til 2026",
        ),
    ],
)
def test_growth_says_who_grew_and_who_shrank(rates: dict[str, float], nb: str, nn: str) -> None:
    assert plain(growth_title(PEOPLE, list(rates.items()), 2016, 2026)) == (nb, nn)


@pytest.mark.parametrize(
    ("changes", "nb"),
    [
        (
            {"Industri": 40, "Handel": -7},
            "«Industri» (+40) vokste mest i Ås fra 2016 til 2025, og «Handel» (-7) gikk mest ned",
        ),
        (
            {"Industri": 40, "Handel": 0},
            "«Industri» (+40) vokste mest i Ås fra 2016 til 2025, og ingen næring gikk ned",
        ),
        (
            {"Industri": -1, "Handel": -7},
            "«Handel» (-7) gikk mest ned i Ås fra 2016 til 2025, og ingen næring vokste",
        ),
        (
            {"Industri": 0, "Handel": 0.2},
            "Ingen næring i Ås fikk flere eller færre sysselsatte fra 2016 til 2025",
        ),
        (
            {"Industri": 40, "Handel": 40, "Skole": -7},
            "«Industri» og «Handel» (+40) vokste mest i Ås fra 2016 til 2025, og «Skole» (-7) gikk "
            "mest ned",
        ),
    ],
)
def test_movers_name_the_industries_at_both_ends(changes: dict[str, float], nb: str) -> None:
    assert plain(movers_title("Ås", list(changes.items()), 2016, 2025))[0] == nb


@pytest.mark.parametrize(
    ("levels", "compared", "nb", "nn"),
    [
        (
            {"Ås": 0.3, "Bø": 0.2},
            0.25,
            "Andelen var størst i Ås (30,0 %) og minst i Bø (20,0 %) i 2022, mot 25,0 % i landet",
            "Delen var størst i Ås (30,0 %) og minst i Bø (20,0 %) i 2022, mot 25,0 % i landet",
        ),
        (
            {"Ås": 0.3, "Bø": 0.3},
            None,
            "Andelen var 30,0 % overalt i 2022",
            "Delen var 30,0 % overalt i 2022",
        ),
        (
            {"Ås": 0.3},
            None,
            "Andelen var 30,0 % i Ås i 2022",
            "Delen var 30,0 % i Ås i 2022",
        ),
    ],
)
def test_levels_say_who_is_at_the_ends(
    levels: dict[str, float], compared: float | None, nb: str, nn: str
) -> None:
    beside = ("landet", compared) if compared else None
    said = level_title(
        Said("Andelen", "Delen"), list(levels.items()), percent, 2022, compared=beside
    )
    assert plain(said) == (nb, nn)


def test_levels_may_be_high_and_low() -> None:
    said = level_title(
        Said("Graden", "Graden"), [("Ås", 1.2), ("Bø", 0.8)], decimal, 2022, ends=HIGH
    )
    assert plain(said) == (
        "Graden var høyest i Ås (1,20) og lavest i Bø (0,80) i 2022",
        "Graden var høgast i Ås (1,20) og lågast i Bø (0,80) i 2022",
    )


@pytest.mark.parametrize(
    ("ratios", "nb"),
    [
        (
            {"Ås": 1.2, "Bø": 0.8, "Re": 1.003},
            "Ås hadde flere arbeidsplasser enn innbyggere i arbeid i 2021, Re omtrent like mange, "
            "Bø færre",
        ),
        ({"Ås": 1.2}, "Ås hadde flere arbeidsplasser enn innbyggere i arbeid i 2021"),
        (
            {"Ås": 0.9, "Bø": 0.8},
            "Ås og Bø hadde færre arbeidsplasser enn innbyggere i arbeid i 2021",
        ),
        (
            {"Ås": 1.0},
            "Ås hadde omtrent like mange arbeidsplasser som innbyggere i arbeid i 2021",
        ),
        (
            dict.fromkeys("ABCDEF", 0.5),
            "6 områder hadde færre arbeidsplasser enn innbyggere i arbeid i 2021",
        ),
    ],
)
def test_coverage_says_who_stands_on_which_side(ratios: dict[str, float], nb: str) -> None:
    assert plain(coverage_title(list(ratios.items()), 2021))[0] == nb


@pytest.mark.parametrize(
    ("change", "own", "nb", "nn"),
    [
        (
            464,
            106,
            "Ås fikk 464 flere sysselsatte: 106 flere enn veksten i landet og næringene tilsa",
            "Ås fekk 464 fleire sysselsette: 106 fleire enn veksten i landet og næringane tilsa",
        ),
        (
            -67,
            -497,
            "Ås fikk 67 færre sysselsatte: 497 færre enn veksten i landet og næringene tilsa",
            "Ås fekk 67 færre sysselsette: 497 færre enn veksten i landet og næringane tilsa",
        ),
        (
            8,
            -85,
            "Ås fikk 8 flere sysselsatte: 85 færre enn veksten i landet og næringene tilsa",
            "Ås fekk 8 fleire sysselsette: 85 færre enn veksten i landet og næringane tilsa",
        ),
        (
            0,
            0.3,
            "Ås fikk like mange sysselsatte, akkurat som veksten i landet og næringene tilsa",
            "Ås fekk like mange sysselsette, akkurat som veksten i landet og næringane tilsa",
        ),
        (
            1,
            1,
            "Ås fikk én flere sysselsatt: 1 flere enn veksten i landet og næringene tilsa",
            "Ås fekk éin fleire sysselsett: 1 fleire enn veksten i landet og næringane tilsa",
        ),
    ],
)
def test_shift_says_what_happened_and_what_was_beyond(
    change: float, own: float, nb: str, nn: str
) -> None:
    assert plain(shift_title("Ås", change, own, "landet")) == (nb, nn)


@pytest.mark.parametrize(
    ("parts", "nb"),
    [
        (
            {"Ås": 5, "Bø": -5},
            "Ås fikk flere sysselsatte enn landet og næringene tilsa fra 2021 til 2022, Bø færre",
        ),
        ({"Ås": 5}, "Ås fikk flere sysselsatte enn landet og næringene tilsa fra 2021 til 2022"),
        (
            {"Ås": -5, "Bø": 0.2},
            "Ås fikk færre sysselsatte enn landet og næringene tilsa fra 2021 til 2022",
        ),
        ({"Ås": 0.2}, "Alle vokste som landet og næringene tilsa fra 2021 til 2022"),
    ],
)
def test_own_growth_divides_those_above_from_those_below(parts: dict[str, float], nb: str) -> None:
    assert plain(own_growth_title(list(parts.items()), "landet", 2021, 2022))[0] == nb


def test_quotient_goes_by_people_and_not_by_the_highest_quotient() -> None:
    said = quotient_title(
        "Ås",
        [("Industri", 1287.0), ("Kraft", 12.0), ("Handel", -1299.0)],
        {"Industri": 1.95, "Kraft": 7.0, "Handel": 0.6},
        "landet",
        2022,
    )
    assert plain(said) == (
        "«Industri» ga Ås 1 287 flere sysselsatte enn andelen i landet skulle tilsi i 2022 "
        "(LQ 1,95)",
        "«Industri» gav Ås 1 287 fleire sysselsette enn delen i landet skulle tilseie i 2022 "
        "(LQ 1,95)",
    )


def test_quotient_of_equals_and_of_ties() -> None:
    even = quotient_title("området", [("Industri", 0.2)], {"Industri": 1.0}, "landet", 2022)
    assert even.nb == "Området hadde samme fordeling av næringer som landet i 2022"
    tie = quotient_title(
        "Ås", [("A", 5.0), ("B", 5.0), ("C", -10.0)], {"A": 2, "B": 3, "C": 0.1}, "landet", 2022
    )
    assert tie.nb == (
        "«A» og «B» ga Ås 5 flere sysselsatte hver enn andelen i landet skulle tilsi i 2022"
    )


def test_largest_industry_and_two_that_are_as_large() -> None:
    one = largest_title("Ås", [("Industri", 0.3), ("Handel", 0.2)], 2022)
    two = largest_title("Ås", [("Industri", 0.3), ("Handel", 0.3)], 2022)
    assert plain(one)[0] == (
        "«Industri» var den største næringen i Ås i 2022, med 30,0 % av de sysselsatte"
    )
    assert plain(two)[1] == (
        "«Industri» og «Handel» var like store og størst i Ås i 2022: 30,0 % av dei sysselsette "
        "kvar"
    )


def test_one_person_is_said_in_the_singular() -> None:
    assert people_more(-1).nn == "éin færre sysselsett"
    assert plain(people_more(-1200))[0] == "1 200 færre sysselsatte"


@pytest.mark.parametrize(
    ("paths", "nb"),
    [
        ((110, 120, 130), "Alle tre banene gir flere sysselsatte i Ås i 2030: 110–130"),
        ((70, 80, 90), "Alle tre banene gir færre sysselsatte i Ås i 2030: 70–90"),
        (
            (90, 105, 130),
            "Banene spriker fra 90 til 130 sysselsatte i Ås i 2030; den midterste gir 5,0 % flere",
        ),
        (
            (90, 95, 130),
            "Banene spriker fra 90 til 130 sysselsatte i Ås i 2030; den midterste gir 5,0 % færre",
        ),
        (
            (90, 100, 130),
            "Banene spriker fra 90 til 130 sysselsatte i Ås i 2030; den midterste gir som i dag",
        ),
    ],
)
def test_projection_says_which_way_the_paths_go(paths: tuple[float, float, float], nb: str) -> None:
    assert plain(projection_title("Ås", 100, paths, 2030))[0] == nb


@pytest.mark.parametrize(
    ("happened", "nb"),
    [
        (100, "For Ås traff den midterste banen 2025, og utfallet lå innenfor båndet"),
        (
            98,
            "For Ås var den midterste banen 2,0 % for høy i 2025, og utfallet lå innenfor båndet",
        ),
        (
            125,
            "For Ås var den midterste banen 20,0 % for lav i 2025, og utfallet lå utenfor båndet",
        ),
    ],
)
def test_backtest_says_how_wrong_and_whether_the_band_held(happened: float, nb: str) -> None:
    assert plain(backtest_title("Ås", happened, (90, 100, 110), 2025))[0] == nb


@pytest.mark.parametrize(
    ("parts", "nb"),
    [
        (
            {"within": 20, "between": 3, "cross": -1},
            "Økningen i bruttoprodukt per sysselsatt i Ås fra 2008 til 2019 kom mest av endringer "
            "i næringene selv, prisvekst medregnet",
        ),
        (
            {"within": 2, "between": -30, "cross": -1},
            "Nedgangen i bruttoprodukt per sysselsatt i Ås fra 2008 til 2019 kom mest av at "
            "sysselsatte skiftet næring, prisvekst medregnet",
        ),
        (
            {"within": 2, "between": -2, "cross": 0},
            "Bruttoproduktet per sysselsatt i Ås var det samme i 2019 som i 2008",
        ),
    ],
)
def test_productivity_names_the_part_that_weighs_most(parts: dict[str, float], nb: str) -> None:
    assert plain(parts_title("Ås", parts, 2008, 2019))[0] == nb


def test_land_names_the_industry_that_asks_for_most() -> None:
    assert plain(most_land_title("Ås", [("Industri", 9000), ("Handel", 10)]))[0] == (
        "«Industri» trenger mest nytt næringsareal i Ås: 9 000 kvadratmeter i året"
    )
    assert plain(most_land_title("Ås", [("Industri", 0.0)]))[0] == (
        "Kvotene gir ikke behov for nytt næringsareal i Ås"
    )


@pytest.mark.parametrize(
    ("net", "nb", "nn"),
    [
        (
            {"Ås": 370, "Bø": -649},
            "Flere pendlet inn enn ut i Ås i 2021, i Bø var det omvendt",
            "Fleire pendla inn enn ut i Ås i 2021, i Bø var det omvendt",
        ),
        (
            {"Ås": 370, "Bø": 0},
            "Flere pendlet inn enn ut i Ås i 2021",
            "Fleire pendla inn enn ut i Ås i 2021",
        ),
        (
            {"Ås": -1, "Bø": -649},
            "Flere pendlet ut enn inn i Ås og Bø i 2021",
            "Fleire pendla ut enn inn i Ås og Bø i 2021",
        ),
        (
            {"Ås": 0},
            "Like mange pendlet inn som ut i 2021",
            "Like mange pendla inn som ut i 2021",
        ),
    ],
)
def test_net_says_on_which_side_each_stands(net: dict[str, float], nb: str, nn: str) -> None:
    assert plain(net_title(list(net.items()), 2021)) == (nb, nn)


@pytest.mark.parametrize(
    ("names", "nb"),
    [
        (["A"], "«A» er større i Ås enn i landet og vokste fra 2016 til 2025"),
        (["A", "B"], "«A» og «B» er større i Ås enn i landet og vokste fra 2016 til 2025"),
        (
            ["A", "B", "C", "D", "E"],
            "«A», «B», «C» og 2 til er større i Ås enn i landet og vokste fra 2016 til 2025",
        ),
        (
            [],
            "Ingen næring var både større i Ås enn i landet og i vekst fra 2016 til 2025",
        ),
    ],
)
def test_strength_and_growth_names_the_largest(names: list[str], nb: str) -> None:
    assert plain(strong_and_growing_title("Ås", names, "landet", 2016, 2025))[0] == nb
