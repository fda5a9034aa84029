"""The client against an office that misbehaves: patient, exact, and never anywhere else."""

import json
from dataclasses import replace
from datetime import date

import pytest

from temaplan.sources.archive import Question
from temaplan.sources.network import klass
from temaplan.sources.network.addresses import AddressNotAllowed, AllowedHosts
from temaplan.sources.network.answers import NotWhatWeAskedFor, Refused, Unreachable
from temaplan.sources.network.bank import NetworkNotAllowed, bank_at
from temaplan.sources.network.fetching import Fetcher
from tests.sources.statistics_office import FROM_SPECIFICATION, Office, Reply, packed, recorded


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


@pytest.mark.parametrize("setting", ["", "  "])
def test_nothing_is_called_until_somebody_allows_it(setting: str) -> None:
    with pytest.raises(NetworkNotAllowed) as refused:
        bank_at(setting)

    assert refused.value.message == (
        "Temaplan henter ikke noe over nettet før det er tillatt. Sett miljøvariabelen "
        "TEMAPLAN_STATISTICS_FROM=https://data.ssb.no for å tillate det. Ellers: last ned "
        "tabellen som CSV fra ssb.no og bruk filen."
    )


@pytest.mark.parametrize(
    "setting",
    [
        "https://evil.test",
        "http://data.ssb.no",
        "data.ssb.no",
        "ja",
        "https://127.0.0.1.evil.test",
        "http://127.0.0.1.evil.test:80",
        "https://[::1",
    ],
)
def test_setting_cannot_name_another_office(setting: str) -> None:
    with pytest.raises(AddressNotAllowed, match=r"data\.ssb\.no|ikke en nettadresse"):
        bank_at(setting)


def test_setting_names_the_office_or_a_server_on_this_machine() -> None:
    assert bank_at("https://data.ssb.no/").address == "https://data.ssb.no"
    assert bank_at("http://127.0.0.1:8340").address == "http://127.0.0.1:8340"


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
