"""The client against an office that misbehaves: patient, exact, and never anywhere else."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from temaplan.errors import BadInput
from temaplan.sources.network import klass
from temaplan.sources.network.addresses import AddressNotAllowed, AllowedHosts
from temaplan.sources.network.answers import NotWhatWeAskedFor, Refused, Unreachable
from temaplan.sources.network.fetching import Fetcher, Question
from temaplan.sources.network.keeping import Archive
from temaplan.sources.network.pxweb1 import PxWeb1
from temaplan.sources.network.pxweb2 import PxWeb2
from temaplan.sources.network.statbank import Selection
from temaplan.sources.network.tables import TableFetcher
from tests.sources.statistics_office import (
    FROM_SPECIFICATION,
    Office,
    Reply,
    open_office,
    packed,
    pxweb1_figures,
    pxweb2_figures,
    pxweb2_metadata,
    recorded,
)

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
DEEP_REGIONS = ("K-3301", "K-3312", "K-3314", "0")
WANTED = Selection({"Region": DEEP_REGIONS, "Tid": ("2023", "2024")})


@pytest.fixture
def office() -> Iterator[Office]:
    with open_office() as opened:
        yield opened


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def fetcher(office: Office, pauses: list[float]) -> Fetcher:
    own = AllowedHosts(
        hosts=frozenset(), insecure=frozenset({office.address.removeprefix("http://")})
    )
    return Fetcher(hosts=own, seconds=2.0, sleep=pauses.append, now=lambda: NOON)


@pytest.fixture
def tables(office: Office, fetcher: Fetcher, tmp_path: Path) -> TableFetcher:
    office.answers["/v2/tables/13470/metadata"] = pxweb2_metadata
    office.answers["/v2/tables/13470/data"] = pxweb2_figures
    return TableFetcher(PxWeb2(f"{office.address}/v2"), fetcher, Archive(tmp_path / "svar"))


def ask(office: Office, fetcher: Fetcher, reply: Reply) -> bytes:
    office.answers["/x"] = reply
    return fetcher.ask(Question(f"{office.address}/x")).content


# --- one question -------------------------------------------------------------------------


def test_answer_is_kept_byte_for_byte(office: Office, fetcher: Fetcher) -> None:
    content = recorded("ssb_12134_jsonstat2_real_response.json")

    assert ask(office, fetcher, Reply(content)) == content
    assert ask(office, fetcher, packed(content)) == content


@pytest.mark.parametrize(
    ("header", "pause"),
    [("7", 7.0), ("Wed, 25 Nov 2026 12:00:09 GMT", 9.0), ("snart", 1.0), ("9999", 60.0)],
)
def test_busy_office_is_asked_again_when_it_wishes(
    office: Office, fetcher: Fetcher, pauses: list[float], header: str, pause: float
) -> None:
    office.first = [Reply(status=429, headers={"Retry-After": header})]

    assert ask(office, fetcher, Reply(b"{}")) == b"{}"
    assert pauses == [pause]


def test_pause_grows_until_we_give_up(
    office: Office, fetcher: Fetcher, pauses: list[float]
) -> None:
    with pytest.raises(Unreachable, match=r"SSB svarte ikke etter 5 forsøk"):
        ask(office, fetcher, Reply(status=503))

    assert pauses == [1.0, 2.0, 4.0, 8.0]
    assert len(office.asked) == 5


def test_answer_that_is_cut_is_asked_for_again(office: Office, fetcher: Fetcher) -> None:
    office.first = [Reply(b'{"value": [1,', cut=True)]

    assert ask(office, fetcher, Reply(b"{}")) == b"{}"
    assert len(office.asked) == 2


def test_packed_answer_that_is_cut_is_asked_for_again(office: Office, fetcher: Fetcher) -> None:
    whole = packed(b"{}" * 1000)
    office.first = [replace(whole, content=whole.content[:-8])]

    assert ask(office, fetcher, whole) == b"{}" * 1000


def test_slow_office_is_left_after_the_time_out(office: Office, fetcher: Fetcher) -> None:
    impatient = replace(fetcher, seconds=0.2, attempts=2)

    with pytest.raises(Unreachable):
        ask(office, impatient, Reply(b"{}", slow=0.6))


def test_page_of_html_is_no_figures(office: Office, fetcher: Fetcher) -> None:
    with pytest.raises(NotWhatWeAskedFor, match=r"SSB svarte med «text/html», ikke med tall"):
        ask(office, fetcher, Reply(b"<html>Logg inn</html>", media_type="text/html"))


def test_wrong_question_is_not_asked_twice(office: Office, fetcher: Fetcher) -> None:
    with pytest.raises(Refused, match=r"spørringen ber om for mange tall på en gang"):
        ask(office, fetcher, Reply(status=403))

    assert len(office.asked) == 1


def test_answer_larger_than_allowed_is_refused(office: Office, fetcher: Fetcher) -> None:
    small = replace(fetcher, largest=1000)

    with pytest.raises(NotWhatWeAskedFor, match=r"Velg færre regioner eller år"):
        ask(office, small, packed(b" " * 5_000_000))


# --- whom we call -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "http://data.ssb.no/api",
        "https://data.ssb.no.evil.test/api",
        "https://evil.test/data.ssb.no",
        "https://data.ssb.no@evil.test/",
        "https://user:word@data.ssb.no/",
        "https://data.ssb.no:8443/",
        "https://127.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://0x7f000001/",
        "file:///etc/passwd",
        "//data.ssb.no/api",
        "https://[::1",
    ],
)
def test_nobody_else_is_called(address: str) -> None:
    with pytest.raises(AddressNotAllowed):
        AllowedHosts().check(address)


def test_official_address_is_allowed() -> None:
    address = "https://data.ssb.no/api/pxwebapi/v2/tables/13470/metadata"

    assert AllowedHosts().check(address) == address


@pytest.mark.parametrize(
    "target", ["https://evil.test/", "http://127.0.0.1:1/", "file:///etc/passwd"]
)
def test_redirect_elsewhere_is_not_followed(office: Office, fetcher: Fetcher, target: str) -> None:
    with pytest.raises((AddressNotAllowed, Refused)):
        ask(office, fetcher, Reply(status=302, headers={"Location": target}))

    assert len(office.asked) == 1


# --- a whole table ------------------------------------------------------------------------


def test_table_is_fetched_whole_and_kept(tables: TableFetcher) -> None:
    fetched = tables.fetch("13470", WANTED)

    rows = {key: cell.value for key, cell in fetched.cube.rows()}
    assert len(rows) == 4 * 3 * 1 * 2
    assert rows["K-3314", "45-47", "Sysselsatte", "2024"] == 221.0  # 100·2 + 10·2 + 1
    assert [kept.vintage for kept in fetched.answers] == ["2026-06-10T06:00:00Z"]
    assert [kept.fetched_at for kept in fetched.answers] == [NOON]


@pytest.mark.parametrize("limit", [6, 7, 12, 18, 24])
def test_table_in_parts_is_the_same_table(tables: TableFetcher, limit: int) -> None:
    whole = tables.fetch("13470", WANTED)
    parts = replace(tables, limit=limit).fetch("13470", WANTED)

    assert dict(parts.cube.rows()) == dict(whole.cube.rows())


def test_parts_along_an_inner_variable_are_put_together_in_order(tables: TableFetcher) -> None:
    wanted = Selection({"Region": ("K-3301", "0"), "Tid": ("2023", "2024")})  # industries are most
    whole = tables.fetch("13470", wanted)
    steps: list[tuple[int, int]] = []

    def note(done: int, of: int) -> None:
        steps.append((done, of))

    parts = replace(tables, limit=4).fetch("13470", wanted, note)

    assert parts.cube.cells == whole.cube.cells
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_no_part_asks_for_more_than_the_bank_gives(tables: TableFetcher, office: Office) -> None:
    replace(tables, limit=6).fetch("13470", WANTED)

    sizes = []
    for asked in office.asked[1:]:
        cells = 1
        for each in asked.json["selection"]:
            cells *= len(each["valueCodes"])
        sizes.append(cells)
    assert sizes == [6, 6, 6, 6]


def test_one_code_that_alone_is_too_much_is_refused(tables: TableFetcher) -> None:
    with pytest.raises(Refused, match=r"Velg færre koder"):
        replace(tables, limit=5).fetch("13470", WANTED)


def test_broken_fetch_goes_on_where_it_stopped(tables: TableFetcher, office: Office) -> None:
    resuming = replace(tables, limit=6, fresh_since=NOON)
    answers = office.answers.copy()
    office.answers["/v2/tables/13470/data"] = Reply(status=503)
    with pytest.raises(Unreachable):
        resuming.fetch("13470", WANTED)
    office.answers = answers
    asked_before = len(office.asked)

    resuming.fetch("13470", WANTED)
    resuming.fetch("13470", WANTED)

    assert len(office.asked) - asked_before == 4  # the four parts once, nothing else again


def test_changed_variable_is_named_with_those_there_are(tables: TableFetcher) -> None:
    with pytest.raises(Refused) as refused:
        tables.fetch("13470", Selection({"Kommune": ("K-3301",)}))

    assert refused.value.message == (
        "Tabell 13470 har ikke variabelen «Kommune». Den har nå Region, NACE2007, ContentsCode, "
        "Tid. SSB kan ha endret tabellen. Rett spørringen."
    )


def test_code_that_is_not_in_the_table_is_named(tables: TableFetcher, office: Office) -> None:
    with pytest.raises(Refused, match=r"Tabell 13470 har ikke K-0602 i «Region»"):
        tables.fetch("13470", Selection({"Region": ("K-0602",)}))

    assert len(office.asked) == 1  # the question itself was never sent


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


def test_version_1_gives_the_same_figures(tables: TableFetcher, office: Office) -> None:
    office.answers["/v1/13470/"] = pxweb1_figures
    older = replace(tables, dialect=PxWeb1(f"{office.address}/v1"))

    assert dict(older.fetch("13470", WANTED).cube.rows()) == dict(
        tables.fetch("13470", WANTED).cube.rows()
    )


def test_recorded_description_is_read() -> None:
    metadata = PxWeb2("http://x").metadata("TAB6471", recorded("pxwebpy_TAB6471_metadata.json"))

    time = next(each for each in metadata.variables if each.is_time)
    assert (time.code, time.codes[0]) == ("Tid", "2025M01")
    assert metadata.updated == "2026-06-08T06:00:00Z"


def test_bank_says_its_own_limit() -> None:
    assert PxWeb2("http://x").limit(recorded("pxwebpy_config.json")) == 150_000


def test_kept_answer_that_was_changed_is_not_used(tables: TableFetcher) -> None:
    kept = tables.fetch("13470", WANTED).answers[0]
    kept.path.write_bytes(kept.content().replace(b"221", b"999"))

    with pytest.raises(BadInput, match=r"er endret etter at den ble hentet"):
        kept.content()


# --- Klass --------------------------------------------------------------------------------


def test_klass_tells_codes_changes_and_correspondences() -> None:
    told = {name: json.dumps(value).encode() for name, value in FROM_SPECIFICATION.items()}

    assert [code.code for code in klass.read_codes(told["klass codes"])] == ["3301", "3312"]
    assert klass.read_changes(told["klass changes"]) == (
        klass.CodeChange("3005", "Drammen", "3301", "Drammen", date(2024, 1, 1)),
        klass.CodeChange("", "", "1580", "Haram", date(2024, 1, 1)),
    )
    assert klass.read_correspondence(told["klass correspondence"]) == (
        klass.Correspondence("3301", "33"),
    )


def test_klass_is_asked_as_its_documentation_says() -> None:
    asked = klass.Klass("https://x").changes(
        klass.MUNICIPALITIES, date(2020, 1, 1), date(2024, 1, 2)
    )

    assert asked.address == "https://x/classifications/131/changes?from=2020-01-01&to=2024-01-02"
