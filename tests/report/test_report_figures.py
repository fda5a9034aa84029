"""The report's numbers, from the files as they came and by hand; and what every figure has."""

import csv
import io
import math
import re
from collections.abc import Iterator
from functools import cache

import pytest

from temaplan.analysis.regional.errors import BadQuestion
from temaplan.documents.document import Block, Figure, Heading, Listing, Paragraph, Table, plain
from temaplan.errors import BadInput
from temaplan.report import Brought, Question, Report, make_report
from temaplan.report.areas import chosen_areas
from temaplan.report.jobs import jobs_of
from temaplan.report.splits import nested_changes, split_changes
from temaplan.sources import files
from temaplan.sources.catalogue import EMPLOYED
from temaplan.sources.catalogue import REGIONAL_ACCOUNTS as ACCOUNTS
from temaplan.sources.reading import read

GRENLAND = ("4003", "4001", "4012", "4010")


@cache
def report(*regions: str, period: tuple[int, int] | None = None, form: str = "nb") -> Report:
    return make_report(Question(regions, period, form))


def grenland(form: str = "nb") -> Report:
    return report(*GRENLAND, period=(2021, 2022), form=form)


def rows(made: Report, anchor: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.downloads[anchor])))


@cache
def in_file(municipality: str, year: int) -> dict[str, float]:
    """Return the employed by the name of the industry, straight from the shipped file."""
    text = files.text(EMPLOYED.files[0])
    return {
        line["næring (SN2007)"]: float(line["value"])
        for line in csv.DictReader(io.StringIO(text))
        if line["region"] == municipality and line["år"] == str(year)
    }


@cache
def country_in_file(year: int) -> dict[str, float]:
    text = files.text(EMPLOYED.files[1])
    return {
        line["naering"]: float(line[f"sysselsatte_{year}"])
        for line in csv.DictReader(io.StringIO(text))
    }


def said(made: Report) -> Iterator[str]:
    """Yield every text of the document."""
    for block in made.document.blocks:
        match block:
            case Heading():
                yield block.text
            case Paragraph():
                yield plain(block.runs)
            case Listing():
                yield from map(plain, block.items)
            case Figure():
                yield from (block.title, block.description, plain(block.source))
                yield from _of_table(block.table)
            case Table():
                yield from _of_table(block)


def _of_table(table: Table) -> Iterator[str]:
    yield from (table.title, *table.head, plain(table.source))
    for row in table.rows:
        yield from map(plain, row)


def test_shares_and_quotients_are_those_of_the_file() -> None:
    here, there = in_file("Porsgrunn", 2022), country_in_file(2022)
    told = {row["Næring"]: row for row in rows(grenland(), "lq-4001")}
    for industry in ("Industri", "Undervisning", "Informasjon og kommunikasjon"):
        share = here[industry] / sum(here.values())
        quotient = share / (there[industry] / sum(there.values()))
        assert float(told[industry]["Sysselsatte"]) == here[industry]
        assert float(told[industry]["Andel"]) == pytest.approx(share, rel=1e-12)
        assert float(told[industry]["LQ landet"]) == pytest.approx(quotient, rel=1e-12)


def test_growth_of_porsgrunn_and_skien_is_split_without_remainder() -> None:
    jobs = jobs_of(chosen_areas(GRENLAND))
    assert jobs is not None
    splits = split_changes(jobs, jobs.codes, (2021, 2022), "0")
    for code, name, change in (("4001", "Porsgrunn", 464), ("4003", "Skien", -67)):
        base, end = in_file(name, 2021), in_file(name, 2022)
        assert sum(end.values()) - sum(base.values()) == change
        growth = sum(country_in_file(2022).values()) / sum(country_in_file(2021).values())
        national = sum(base.values()) * (growth - 1)
        mix = sum(
            count * (country_in_file(2022)[name] / country_in_file(2021)[name] - growth)
            for name, count in base.items()
        )
        split = splits[code]
        assert split.parts["national"] == pytest.approx(national, rel=1e-9)
        assert split.parts["mix"] == pytest.approx(mix, rel=1e-9)
        assert split.own == pytest.approx(change - national - mix, rel=1e-9)
        assert split.change == pytest.approx(change, rel=1e-9)


def test_two_steps_sum_to_the_change_and_to_the_one_step() -> None:
    jobs = jobs_of(chosen_areas(GRENLAND))
    assert jobs is not None
    one = split_changes(jobs, jobs.codes, (2021, 2022), "0")
    two = nested_changes(jobs, (2021, 2022), "0", dict.fromkeys(jobs.members, "Telemark"))
    for code in jobs.codes:
        steps = two[code].parts["outer_competitive"] + two[code].parts["inner_competitive"]
        assert steps == pytest.approx(one[code].parts["competitive"], rel=1e-9)
        assert two[code].change == pytest.approx(one[code].change, rel=1e-9)


def test_regions_that_the_user_brings_stand_between_country_and_municipality() -> None:
    brought = Brought(
        "regioner.csv",
        {"region": ["4001", "4003", "4010", "4012", "4005"], "area": ["Grenland"] * 4 + ["Ø"]},
    )
    made = make_report(Question(("4001", "4003"), (2021, 2022), areas=brought))
    told = {row["Kommune"]: row for row in rows(made, "egen-vekst-i-fylket")}
    # By hand: what the four of Grenland together grew beyond the country, in Porsgrunn's mix.
    outer = 0.0
    for industry, count in in_file("Porsgrunn", 2021).items():
        four = ("Porsgrunn", "Skien", "Siljan", "Bamble")
        base, end = (sum(in_file(name, year)[industry] for name in four) for year in (2021, 2022))
        country = country_in_file(2022)[industry] / country_in_file(2021)[industry]
        outer += count * (end / base - country)
    assert float(told["Porsgrunn"]["Veksten i regionen"]) == pytest.approx(outer, rel=1e-9)
    assert any("Regionene er dine egne (regioner.csv)" in text for text in said(made))
    with pytest.raises(BadInput, match=r"regioner.csv mangler 4014 Kragerø"):
        make_report(Question(("4014",), (2021, 2022), areas=brought))


def test_titles_tell_the_known_changes() -> None:
    titles = {block.title for block in figures_of(grenland())}
    assert (
        "Porsgrunn fikk 464 flere sysselsatte: 106 flere enn veksten i landet og næringene tilsa"
    ) in titles
    assert (
        "Skien fikk 67 færre sysselsatte: 497 færre enn veksten i landet og næringene tilsa"
    ) in titles


def test_buskerud_2011_is_over_published_totals() -> None:
    told = {row["Næring"]: row for row in rows(report("06", period=(2008, 2011)), "lq-06")}
    known = {
        "Industri": 1.53,
        "Bygge- og anleggsvirksomhet": 1.25,
        "Varehandel og reparasjon av motorvogner": 1.16,
        "Informasjon og kommunikasjon": 0.45,
        "Finansierings- og forsikringsvirksomhet": 0.50,
    }
    assert {name: round(float(told[name]["LQ landet"]), 2) for name in known} == known


def test_counties_have_what_no_industry_holds_as_a_part_of_its_own() -> None:
    told = rows(report("11", period=(2008, 2011)), "deler-11")
    names = [row["Del av endringen"] for row in told]
    assert "Ikke fordelt" in names
    values = [float(row["Sysselsatte"]) for row in told]
    assert math.fsum(values[:-1]) == pytest.approx(values[-1], rel=1e-9)


def test_suppressed_cells_are_told_and_are_not_zero() -> None:
    told = {row["Næring"]: row for row in rows(report("06", period=(2008, 2011)), "lq-06")}
    assert told["Fiske, fangst og akvakultur"]["Sysselsatte"] == ""
    figure = next(
        each for each in figures_of(report("06", period=(2008, 2011))) if each.anchor == "lq-06"
    )
    cells = {plain(row[0]): plain(row[1]) for row in figure.table.rows}
    assert cells["Fiske, fangst og akvakultur"] == "ukjent"


def test_coverage_of_retail_is_the_hand_calculation() -> None:
    # A made-up table. Populations on 1 January 2022 from the shipped file, summed by hand below.
    turnover = Brought(
        "oppdiktet.csv",
        {"region": ["4003", "4001", "0"], "period": [2022] * 3, "value": [4000.0, 2100.0, 5e5]},
    )
    made = make_report(Question(GRENLAND, (2021, 2022), turnover=turnover))
    skien, porsgrunn = rows(made, "dekningsgrad")
    country = 5_425_270  # Statistics Norway's published population, 1 January 2022
    for row, sold in ((skien, 4000.0), (porsgrunn, 2100.0)):
        by_hand = (sold / float(row["Innbyggere"])) / (5e5 / country)
        assert float(row["Dekningsgrad"]) == pytest.approx(by_hand, abs=5e-4)
    assert any("din egen tabell (oppdiktet.csv)" in text for text in said(made))
    assert any(
        "De åpne tallene sier ikke hvor i kommunen det handles" in text for text in said(made)
    )


def test_land_is_jobs_times_quotas() -> None:
    quotas = Brought(
        "kvoter.csv",
        {
            "industry": ["10-33", "Transport og lagring"],
            "affected_share": [0.8, 0.9],
            "resettlement": [0.0015, 0.0015],
            "relocation": [0.007, 0.007],
            "area": [200.0, 300.0],
        },
    )
    made = make_report(Question(("4001",), (2021, 2022), quotas=quotas))
    told = {row["Næring"]: row for row in rows(made, "arealbehov")}
    jobs = in_file("Porsgrunn", 2022)["Industri"]
    assert float(told["Industri"]["Kvadratmeter i året"]) == pytest.approx(
        jobs * 0.8 * 0.0085 * 200
    )


def test_quotas_of_an_unknown_industry_are_refused_by_name() -> None:
    quotas = Brought(
        "kvoter.csv",
        {
            "industry": ["Romfart"],
            "affected_share": [1.0],
            "resettlement": [0.1],
            "relocation": [0.1],
            "area": [1.0],
        },
    )
    with pytest.raises(BadInput, match="Kvotene har næringen «Romfart»"):
        make_report(Question(("4001",), (2021, 2022), quotas=quotas))


def figures_of(made: Report) -> list[Figure]:
    return [block for block in made.document.blocks if isinstance(block, Figure)]


EVERY = [
    ((*GRENLAND,), (2021, 2022)),
    (("4003",), (2016, 2025)),
    (("3301", "3312", "3314"), None),
    (("06", "08"), (2008, 2011)),
    (("50",), (2018, 2019)),
    (("4003", "3301"), None),
]


@pytest.mark.parametrize(
    ("regions", "period", "form"),
    [*((*each, "nb") for each in EVERY), (GRENLAND, (2021, 2022), "nn")],
)
def test_every_figure_has_reading_source_table_and_file(
    regions: tuple[str, ...], period: tuple[int, int] | None, form: str
) -> None:
    made = report(*regions, period=period, form=form)
    before: Block | None = None
    for block in made.document.blocks:
        if isinstance(block, Figure):
            assert isinstance(before, Paragraph)
            assert plain(before.runs)
            assert re.match(r"K(ilde|jelde): .+tabell \d{5}", plain(block.source))
            assert block.table.rows
            assert block.anchor in made.downloads
            assert block.description.strip(". ")
        before = block


@pytest.mark.parametrize(("regions", "period"), EVERY)
def test_no_chapter_is_empty_without_its_reason(
    regions: tuple[str, ...], period: tuple[int, int] | None
) -> None:
    made = report(*regions, period=period)
    chapters: dict[str, list[Block]] = {}
    for block in made.document.blocks:
        if isinstance(block, Heading) and block.number and block.level == 1:
            chapters[block.number] = []
        elif chapters:
            chapters[[*chapters][-1]].append(block)
    assert [*chapters] == [str(number) for number in range(1, 15)]
    for number, blocks in chapters.items():
        answered = any(isinstance(block, Figure | Table) for block in blocks)
        reasons = [b for b in blocks if isinstance(b, Paragraph) and b.kind == "missing"]
        assert answered or len(reasons) > 1, number


def test_every_unanswered_question_is_listed_with_a_link_to_where_it_is_said() -> None:
    blocks = grenland().document.blocks
    at = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == "ubesvart")
    listing = blocks[at + 1]
    assert isinstance(listing, Listing)
    anchors = {f"#{block.anchor}" for block in blocks if isinstance(block, Heading)}
    assert {item[0].href for item in listing.items} <= anchors
    assert "#foretak" in {item[0].href for item in listing.items}


@pytest.mark.parametrize(
    ("form", "foreign"),
    [
        ("nn", r"ikke|hvor|hva|fra|sysselsatte|noen|hver|hvis|kommunene|andelen|næringene|egen"),
        ("nb", r"ikkje|kvar|kva|frå|sysselsette|nokon|kvar|dersom|kommunane|næringane|eigen|åra"),
    ],
)
def test_no_word_of_the_other_form_is_in_the_report(form: str, foreign: str) -> None:
    made = make_report(
        Question(GRENLAND, (2021, 2022), form, translate=lambda text: "")  # tables' own words
    )
    # Names of industries are as published, in both forms.
    names = {*read(EMPLOYED.id).industry_names.values(), *read(ACCOUNTS.id).industries}
    found = [
        text
        for text in said(made)
        if text not in names
        and re.search(rf"\b({foreign})\b", re.sub("«[^»]*»", "", text), re.IGNORECASE)
    ]
    assert found == []


def test_same_question_gives_the_same_document() -> None:
    one = make_report(Question(("4003",), (2021, 2022)))
    other = make_report(Question(("4003",), (2021, 2022)))
    assert one.document.sha256 == other.document.sha256


def test_drammen_of_today_says_that_it_holds_svelvik() -> None:
    text = " ".join(said(report("3301", "3312", "3314")))
    assert (
        "Dagens Drammen (3301) er det som i 2005 var 0602 Drammen, 0625 Nedre Eiker og 0711 "
        "Svelvik. En eldre analyse som bare gjelder noen av dem, handler derfor om et annet område."
    ) in text


@pytest.mark.parametrize(("code", "name"), [("1508", "Ålesund"), ("1580", "Haram")])
def test_figures_across_a_split_are_marked_as_estimates(code: str, name: str) -> None:
    made = report(code)
    assert (
        f"{name} ({code}) har en grense fra en kommunedeling etter 2005. Tall fra før delingen er "
        "anslag."
    ) in said(made)
    first = figures_of(made)[0]
    assert plain(first.source).endswith("Tall fra før en kommunedeling er anslag.")
    assert "anslag" not in plain(figures_of(report("4003"))[0].source)


def test_the_four_municipalities_of_2011_are_the_three_of_today() -> None:
    chosen = chosen_areas(["0602", "0625", "0624", "0626"])
    assert [area.code for area in chosen.areas] == ["3301", "3314", "3312"]
    told = " ".join(each.nb for each in chosen.borders)
    assert "Du ba ikke om Svelvik, men området kan ikke skilles ut av tallene." in told
    assert "Du ba om 0626 Lier. Tallene står under dagens nummer, 3312 Lier." in told


@pytest.mark.parametrize(
    ("regions", "period", "sentence"),
    [
        (("9999",), None, "«9999» er ikke en kommune. Rapporten tar de 357 kommunene fra 2024"),
        (("40",), None, "Fylket «40» er ikke i tabell 11713, som har fylkene i grensene før 2020"),
        (("06", "3301"), None, "«06» er et fylke, og de andre er kommuner."),
        (("Skien",), None, "Skriv kommunenummeret: Skien er 4003."),
        (("4003",), (2010, 2022), "tabell 13470 har årene 2016–2025. Du ba om 2010:2022."),
        (("4003",), (2022, 2021), "Perioden 2022:2021 går ikke framover."),
        (("50",), (2008, 2019), "50 Trøndelag har bare tall for 2018–2019"),
        (("3301",), (1999, 2020), "har årene 2005–2026. Du ba om 1999:2020."),
    ],
)
def test_what_cannot_be_answered_is_refused_with_what_can(
    regions: tuple[str, ...], period: tuple[int, int] | None, sentence: str
) -> None:
    with pytest.raises(BadInput, match=re.escape(sentence)):
        make_report(Question(regions, period))


def test_shares_are_no_percentages() -> None:
    quotas = Brought(
        "kvoter.csv",
        {
            "industry": ["10-33"],
            "affected_share": [80.0],
            "resettlement": [0.1],
            "relocation": [0.1],
            "area": [1.0],
        },
    )
    with pytest.raises(BadQuestion, match="Kvoter er andeler"):
        make_report(Question(("4001",), (2021, 2022), quotas=quotas))
