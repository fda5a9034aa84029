"""A whole table from an office that misbehaves: in parts, resumed, and never half of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from temaplan.errors import TemaplanError
from temaplan.sources.archive import Archive, KeptTable, kept_tables, known_editions, read_table
from temaplan.sources.cube import UnreadableTable
from temaplan.sources.editions import Edition
from temaplan.sources.network.answers import NotWhatWeAskedFor, Refused, Unreachable
from temaplan.sources.network.choosing import Wanted
from temaplan.sources.network.pxweb1 import PxWeb1
from temaplan.sources.network.pxweb2 import PxWeb2
from temaplan.sources.network.statbank import Selection
from temaplan.sources.network.tables import TableFetcher
from tests.sources.statistics_office import (
    NOON,
    Asked,
    Office,
    Reply,
    cube_of,
    figure,
    pxweb1_figures,
    pxweb2_figures,
    pxweb2_metadata,
    recorded,
)

DATA = "/v2/tables/13470/data"
WANTED = Wanted("13470", regions=("K-3301", "K-3312", "K-3314", "0"), periods="2023:2024")


def figures(archive: Archive, table: KeptTable) -> dict[tuple[str, ...], float | None]:
    return {codes: cell.value for codes, cell in read_table(archive, table).rows()}


def whole(archive: Archive) -> list[KeptTable]:
    return [table for table in kept_tables(archive) if table.is_whole]


def changed(change: Callable[[dict[str, Any]], None]) -> Callable[[Asked], Reply]:
    """Answer with right figures in which one thing is changed."""

    def answer(asked: Asked) -> Reply:
        cube = json.loads(pxweb2_figures(asked).content)
        change(cube)
        return Reply(json.dumps(cube).encode())

    return answer


# --- what is asked and what is kept -------------------------------------------------------


def test_table_is_fetched_whole_and_kept(tables: TableFetcher, archive: Archive) -> None:
    kept = tables.fetch(WANTED)

    rows = figures(archive, kept)
    assert len(rows) == 4 * 3 * 1 * 2  # regions, industries without the sum, contents, years
    assert rows["K-3314", "45-47", "SysselsatteArb", "2024"] == figure(
        "K-3314", "45-47", "SysselsatteArb", "2024"
    )
    assert rows["0", "10-33", "SysselsatteArb", "2023"] == figure(
        "0", "10-33", "SysselsatteArb", "2023"
    )
    assert (kept.source, kept.edition.vintage) == (
        "Statistisk sentralbyrå, tabell 13470",
        "2021–2024, oppdatert 2026-06-10",
    )
    assert (kept.begun_at, kept.finished_at) == (NOON, NOON)


def test_every_answer_is_kept_with_address_query_time_edition_and_checksum(
    tables: TableFetcher, archive: Archive, office: Office
) -> None:
    kept = tables.fetch(WANTED)

    answer = archive.answer(kept.blocks[0].parts[0].paper)
    asked = next(each for each in office.asked if each.path.startswith(DATA))
    assert answer.address == f"{office.address}{asked.path}"
    assert answer.query == asked.body.decode()
    assert answer.fetched_at == NOON
    assert answer.vintage == "2026-06-10T06:00:00Z"
    assert answer.content() == pxweb2_figures(asked).content


def test_regions_of_two_groupings_are_asked_for_apart(tables: TableFetcher, office: Office) -> None:
    tables.fetch(WANTED)

    asked = [each.json["selection"] for each in office.asked if each.path.startswith(DATA)]
    regions = [next(v for v in chosen if v["variableCode"] == "Region") for chosen in asked]
    assert regions == [
        {
            "variableCode": "Region",
            "valueCodes": ["K-3301", "K-3312", "K-3314"],
            "codelist": "agg_KommSummer",
        },
        {"variableCode": "Region", "valueCodes": ["0"]},
    ]


def test_same_bytes_lie_there_once_and_each_fetch_has_its_paper(
    tables: TableFetcher, archive: Archive
) -> None:
    tables.fetch(WANTED)
    later = replace(tables.fetcher, now=lambda: NOON + timedelta(days=1))
    replace(tables, fetcher=later).fetch(WANTED)

    content = {answer.sha256 for answer in archive}
    assert {path.name for path in (archive.folder / "answers").iterdir()} == content
    assert len(list(archive)) == 2 * len(content)
    assert [table.begun_at for table in whole(archive)] == [NOON, NOON + timedelta(days=1)]


def test_edition_of_the_office_is_known_after_a_look_at_the_table(
    tables: TableFetcher, archive: Archive
) -> None:
    tables.describe("13470")

    assert known_editions(archive) == [Edition("ssb/13470", "2021", "2024", "2026-06-10")]
    assert whole(archive) == []


def test_version_1_gives_the_same_figures(
    tables: TableFetcher, archive: Archive, office: Office
) -> None:
    office.answers["/v1/13470/"] = pxweb1_figures
    older = replace(tables, dialect=PxWeb1(f"{office.address}/v1"))

    assert figures(archive, older.fetch(WANTED)) == figures(archive, tables.fetch(WANTED))


# --- in parts -----------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [6, 7, 12, 18, 24])
def test_table_in_parts_is_the_same_table(
    tables: TableFetcher, archive: Archive, limit: int
) -> None:
    kept = tables.fetch(WANTED)
    parts = replace(tables, limit=limit).fetch(WANTED)

    assert list(figures(archive, parts).items()) == list(figures(archive, kept).items())


@pytest.mark.parametrize("limit", [6, 7, 12])
def test_no_part_asks_for_more_than_the_bank_says_that_it_gives(
    tables: TableFetcher, office: Office, limit: int
) -> None:
    office.answers["/v2/config"] = Reply(json.dumps({"maxDataCells": limit}).encode())
    steps: list[tuple[int, int]] = []
    tables.fetch(WANTED, lambda done, of: steps.append((done, of)))

    sizes = [cells(each) for each in office.asked if each.path.startswith(DATA)]
    assert max(sizes) <= limit
    assert sum(sizes) == 24
    assert steps == [(number, len(sizes)) for number in range(1, len(sizes) + 1)]


def cells(asked: Asked) -> int:
    product = 1
    for each in asked.json["selection"]:
        product *= len(each["valueCodes"])
    return product


def test_one_code_that_alone_is_too_much_is_refused(tables: TableFetcher, archive: Archive) -> None:
    with pytest.raises(Refused, match=r"Velg færre koder"):
        replace(tables, limit=5).fetch(WANTED)

    assert list(kept_tables(archive)) == []


# --- cut and resumed ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        Reply(status=503),
        Reply(b'{"value": [1,', cut=True),
        Reply(b"<html>Logg inn</html>", media_type="text/html"),
        Reply(b"<html>Logg inn</html>"),
        Reply(b'{"version": "2.0", "class": "dataset"}'),
        Reply(status=403),
        Reply(status=400),
    ],
)
def test_cut_fetch_asks_again_only_for_what_is_missing(
    tables: TableFetcher, archive: Archive, office: Office, fault: Reply
) -> None:
    parts = replace(tables, limit=6)
    answered = []

    def two_and_then(asked: Asked) -> Reply:
        answered.append(asked)
        return pxweb2_figures(asked) if len(answered) <= 2 else fault

    office.answers[DATA] = two_and_then
    with pytest.raises(TemaplanError):
        parts.fetch(WANTED)
    assert whole(archive) == []
    assert [(table.is_whole, table.parts_wanted) for table in kept_tables(archive)] == [(False, 4)]

    office.answers[DATA] = pxweb2_figures
    before = len(office.asked)
    resumed = parts.fetch(WANTED)

    asked_again = [each for each in office.asked[before:] if each.path.startswith(DATA)]
    assert len(asked_again) == 2
    assert figures(archive, resumed) == figures(archive, tables.fetch(WANTED))
    assert resumed.parts_wanted == 4


def test_interrupted_fetch_goes_on_where_it_stopped(
    tables: TableFetcher, archive: Archive, office: Office
) -> None:
    def interrupt(done: int, of: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    parts = replace(tables, limit=6)
    with pytest.raises(KeyboardInterrupt):
        parts.fetch(WANTED, interrupt)
    before = len(office.asked)
    parts.fetch(WANTED)

    assert sum(each.path.startswith(DATA) for each in office.asked[before:]) == 1
    assert [table.is_whole for table in kept_tables(archive)] == [True]


def test_new_edition_begins_anew(tables: TableFetcher, archive: Archive, office: Office) -> None:
    parts = replace(tables, limit=6)
    answered = iter([pxweb2_figures, pxweb2_figures])

    def two_and_no_more(asked: Asked) -> Reply:
        answer = next(answered, None)
        return answer(asked) if answer else Reply(status=503)

    office.answers[DATA] = two_and_no_more
    with pytest.raises(Unreachable):
        parts.fetch(WANTED)

    newer = "2026-12-01T06:00:00Z"
    office.answers["/v2/tables/13470/metadata"] = Reply(
        pxweb2_metadata(Asked("GET", "", b"")).content.replace(
            b"2026-06-10T06:00:00Z", b"%s" % newer.encode()
        )
    )
    office.answers[DATA] = changed(lambda cube: cube.update(updated=newer))
    kept = parts.fetch(WANTED)

    assert kept.edition.updated == "2026-12-01"
    assert list(kept_tables(archive)) == [kept]


def test_table_that_is_updated_while_it_is_fetched_is_no_table(
    tables: TableFetcher, archive: Archive, office: Office
) -> None:
    days = iter(["2026-06-10", "2026-06-10", "2026-12-01", "2026-12-01"])
    office.answers[DATA] = changed(lambda cube: cube.update(updated=next(days)))

    with pytest.raises(UnreadableTable, match=r"SSB oppdaterte tabellen mens den ble hentet"):
        replace(tables, limit=6).fetch(WANTED)

    assert list(kept_tables(archive)) == []


# --- answers that are not what we asked for -----------------------------------------------


def other_year(cube: dict[str, Any]) -> None:
    index = cube["dimension"]["Tid"]["category"]
    index["index"] = {"2023": 0, "2019": 1}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (other_year, r"andre koder enn det ble spurt om i «Tid»: 2019, 2024"),
        (lambda cube: cube["value"].pop(), r"skal ha \d+ tall, men har \d+"),
        (lambda cube: cube["value"].__setitem__(0, "1 234"), r"holder «1 234»"),
        (lambda cube: cube.__setitem__("value", None), r"Tabellen har ingen tall"),
    ],
)
def test_nothing_is_kept_of_an_answer_to_another_question(
    tables: TableFetcher,
    archive: Archive,
    office: Office,
    change: Callable[[dict[str, Any]], None],
    told: str,
) -> None:
    office.answers[DATA] = changed(change)

    with pytest.raises((NotWhatWeAskedFor, UnreadableTable), match=told):
        tables.fetch(WANTED)

    assert whole(archive) == []
    assert not any(DATA in answer.address for answer in archive)
    assert not list(archive.folder.rglob(".halvskrevet-*"))


def test_changed_variable_is_named_with_those_there_are(tables: TableFetcher) -> None:
    with pytest.raises(Refused) as refused:
        tables.fetch(replace(WANTED, others={"Kommune": ("K-3301",)}))

    assert refused.value.message == (
        "Tabell 13470 har ikke variabelen «Kommune». Den har nå Region, NACE2007, ContentsCode, "
        "Tid. SSB kan ha endret tabellen. Rett spørringen."
    )


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (replace(WANTED, regions=("K-0602",)), r"Tabellen har ikke K-0602 i «Region»"),
        (replace(WANTED, periods="2011"), r"har ikke 2011. Den går fra 2021 til 2024"),
        (replace(WANTED, periods="1999:2001"), r"har ikke 1999:2001. Den går fra 2021 til 2024"),
        (replace(WANTED, contents=("Ansatte",)), r"har ikke Ansatte i «ContentsCode»"),
        (replace(WANTED, others={"NACE2007": ("99",)}), r"har ikke 99 i «NACE2007»"),
    ],
)
def test_code_that_is_not_in_the_table_is_named_before_figures_are_asked_for(
    tables: TableFetcher, office: Office, wanted: Wanted, told: str
) -> None:
    with pytest.raises(Refused, match=told):
        tables.fetch(wanted)

    assert not any(each.path.startswith(DATA) for each in office.asked)


@pytest.mark.parametrize("number", ["../../x", "13470?x=1", "13470/", "", "1347o%2f"])
def test_what_is_no_number_of_a_table_is_never_asked_for(
    tables: TableFetcher, office: Office, number: str
) -> None:
    with pytest.raises(Refused, match=r"er ikke et tabellnummer"):
        tables.fetch(Wanted(number))

    assert office.asked == []


@pytest.mark.parametrize(
    ("periods", "years"),
    [
        ("2021,2023", ["2021", "2023"]),
        ("2023:", ["2023", "2024"]),
        (":2022", ["2021", "2022"]),
        ("", ["2021", "2022", "2023", "2024"]),
    ],
)
def test_periods_are_a_list_or_a_stretch(
    tables: TableFetcher, archive: Archive, periods: str, years: list[str]
) -> None:
    kept = tables.fetch(replace(WANTED, periods=periods))

    assert list(read_table(archive, kept).dimension("Tid").codes) == years


def test_whole_grouping_can_be_asked_for(tables: TableFetcher, archive: Archive) -> None:
    kept = tables.fetch(replace(WANTED, regions=(), others={"Region": ("agg_KommSummer",)}))

    assert read_table(archive, kept).dimension("Region").codes == ("K-3301", "K-3312", "K-3314")


# --- as each version of the interface says it ---------------------------------------------


def test_grouping_is_named_as_each_version_names_it() -> None:
    grouped = Selection({"Region": ("K-3301",)}, {"Region": "agg_KommSummer"})

    first = json.loads(PxWeb1("http://x").data("13470", grouped).body)
    second = json.loads(PxWeb2("http://x").data("13470", grouped).body)

    assert first["query"][0]["selection"] == {"filter": "agg:KommSummer", "values": ["K-3301"]}
    assert second["selection"][0] == {
        "variableCode": "Region",
        "valueCodes": ["K-3301"],
        "codelist": "agg_KommSummer",
    }


def test_recorded_description_is_read() -> None:
    metadata = PxWeb2("http://x").metadata("TAB6471", recorded("pxwebpy_TAB6471_metadata.json"))

    time = metadata.with_role("time")
    assert time is not None
    assert (time.code, time.codes[0]) == ("Tid", "2025M01")
    assert metadata.updated == "2026-06-08T06:00:00Z"
    assert metadata.variable("Region").code_lists == (
        "vs_CKM01Riket",
        "vs_CKM02Län",
        "vs_CKM03Kommun",
    )


def test_recorded_grouping_is_read() -> None:
    codes = PxWeb2("http://x").codes_in("agg", recorded("pxwebpy_agg_Ålder10årJ.json"))

    assert codes[:3] == ("-9", "10-19", "20-29")


def test_bank_says_its_own_limit() -> None:
    assert PxWeb2("http://x").limit(recorded("pxwebpy_config.json")) == 150_000


def test_answer_of_the_office_itself_has_the_shape_that_is_played(
    tables: TableFetcher,
) -> None:
    real = json.loads(recorded("ssb_12134_jsonstat2_real_response.json"))
    played = cube_of(
        {"Region": ["0"], "NACE2007": ["10-33"], "ContentsCode": ["Sysselsatte"], "Tid": ["2024"]}
    )

    assert set(played) <= set(real)
