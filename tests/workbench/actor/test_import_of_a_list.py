"""A list of actors from a sheet: seen before anything is stored, nothing there is overwritten."""

import io
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from temaplan.errors import BadInput
from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.plan.models import Event, Person, Plan
from temaplan.workbench.plan.sheet_file import read_sheet
from tests.fixtures.cast import Visit
from tests.workbench.mandate.test_order_pages import refusals, text_of

HOUSE = "/arbeid/prove-naering/aktor/"
PAGE = f"{HOUSE}hent/"
HEAD = "Navn;Org.nr.;Gruppe;Nivå"


@pytest.fixture
def client(visit: Visit, planner: Person) -> Client:
    return visit(planner)


def sent(client: Client, content: str | bytes, name: str = "aktorer.csv") -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(PAGE, {"file": SimpleUploadedFile(name, data)})


def taken_in(client: Client, seen: Any) -> Any:
    """Press the button of the page on which the rows were looked over."""
    return client.post(
        PAGE, {"rows": seen.context["rows"], "submission": seen.context["submission"]}
    )


def excel(*rows: list[Any], formula: bool = False) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def part(page: Any, heading: str) -> str:
    text = text_of(page)
    return text.partition(heading)[2].partition("Finnes fra før")[0]


def test_list_is_seen_before_anything_is_stored(client: Client, plan: Plan) -> None:
    Organisation.objects.create(
        plan=plan, slug="bvd", name="Byen Vår", group="public", org_number="988077917"
    )
    seen = sent(
        client,
        f"{HEAD}\nNye Verk;921 234 554;lokalt og regionalt næringsliv;lokalt\n"
        "Byen vår drift;988077917;public;\nbyen  VÅR;;business;\nUten gruppe;;;\n"
        "Nye verk;;business;\n",
    )
    told = text_of(seen)

    assert Organisation.objects.count() == 1
    assert (
        "Blir lagt til (1) Blir lagt til Rad Navn Hva filen sier 2 Nye Verk lokalt og regionalt"
        in told
    )
    assert "3 Byen vår drift «Byen Vår» har dette organisasjonsnummeret." in told
    assert "4 byen VÅR «Byen Vår» har dette navnet." in told
    assert "6 Nye verk «Nye Verk» har dette navnet." in told
    assert "5 Uten gruppe «Gruppe» mangler. Skriv en av: «lokalt og regionalt næringsliv»" in told
    assert taken_in(client, seen)["Location"] == HOUSE
    added = Organisation.objects.get(name="Nye Verk")
    assert (added.org_number, added.group, added.level) == ("921234554", "business", "local")
    assert Organisation.objects.get(slug="bvd").name == "Byen Vår"
    assert Event.objects.filter(ref=added.ref, verb="imported").count() == 1


def test_list_that_is_sent_twice_is_taken_in_once(client: Client) -> None:
    seen = sent(client, f"{HEAD}\nEn;;public;\nTo;;public;\n")
    for _time in range(2):
        assert taken_in(client, seen).status_code == 302
    assert Organisation.objects.count() == 2


def test_actor_that_came_meanwhile_is_not_added_again(client: Client, plan: Plan) -> None:
    seen = sent(client, f"{HEAD}\nEn;;public;\nTo;;public;\n")
    Organisation.objects.create(plan=plan, slug="en", name="en", group="business")
    taken_in(client, seen)

    assert sorted(Organisation.objects.values_list("name", flat=True)) == ["To", "en"]


def test_excel_is_read_as_it_looks(client: Client) -> None:
    content = excel(["Navn", "Orgnr", "Gruppe"], ["Nye Verk", 921234554.0, "public"], [None])
    taken_in(client, sent(client, content, "liste.xlsx"))

    assert Organisation.objects.get().org_number == "921234554"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Filen er tom. Velg en annen."),
        ("\n", "Filen har ingen rader. Legg overskriftene i første rad."),
        (
            "Firma;Gruppe\nA;public\n",
            "Første rad må ha overskriften «Navn». Den kan også ha: Organisasjonsnummer, Gruppe, "
            "Nivå, Kortnavn og Merknad.",
        ),
        (b"\x00\x01\x02", "Filen er verken CSV eller Excel. Lagre arket som en av dem."),
        (
            b"PK\x03\x04tull",
            "Filen er ikke en Excel-fil som kan leses. Lagre den på nytt, eller bruk CSV.",
        ),
        (
            "Navn;Gruppe\n" + "A;public\n" * 10_001,
            "Filen har flere enn 10000 rader. Del den opp.",
        ),
        (excel(["Navn", "Gruppe"], ["A", "#REF!"]), "Rad 2 har feilen #REF! i en celle."),
    ],
    ids=["empty", "blank", "no name", "binary", "broken zip", "too many", "fault in a cell"],
)
def test_bad_file_is_refused_in_one_sentence(
    client: Client, content: bytes | str, sentence: str
) -> None:
    refused = sent(client, content)

    assert refused.status_code == 422
    assert [fault.startswith(sentence) for fault in refusals(refused)] == [True]
    assert not Organisation.objects.exists()


def test_page_without_a_file_asks_for_one(client: Client) -> None:
    assert refusals(client.post(PAGE, {"rows": ""})) == ["Velg filen med aktørene."]


@pytest.mark.parametrize("rows", ["{", "[]", '{"a": 1}', "[[1]]", '["Navn"]'])
def test_rows_that_were_tampered_with_are_refused(client: Client, rows: str) -> None:
    refused = client.post(PAGE, {"rows": rows})
    assert refusals(refused) == ["Radene kom ikke tilbake hele. Velg filen på nytt."]


def test_long_name_and_wrong_number_are_told_by_row(client: Client) -> None:
    seen = sent(client, f"{HEAD}\n{'x' * 201};;public;\nA;921234555;public;\nB;;public;hjemme\n")
    told = text_of(seen)

    assert "er lengre enn 200 tegn." in told
    assert "3 A Organisasjonsnummeret 921 234 555 er feil: kontrollsifferet er 5" in told
    assert "4 B «hjemme» er ikke en kjent verdi for «Nivå». Skriv en av: «lokalt»" in told
    assert "Legg til" not in told


def test_either_written_form_is_understood(client: Client) -> None:
    sheet = "Namn;Gruppe\nEin;forsking og utdanning\nTo;Forskning og utdanning\n"
    taken_in(client, sent(client, sheet))
    assert set(Organisation.objects.values_list("group", flat=True)) == {"research_education"}


def test_rows_of_the_page_are_the_rows_of_the_file(client: Client) -> None:
    seen = sent(client, f'{HEAD}\n"A; ""B"" & <C>";;public;\n')
    assert json.loads(seen.context["rows"])[1] == ['A; "B" & <C>', "", "public"]
    assert "&lt;C&gt;" in seen.content.decode()


@pytest.mark.parametrize(
    "content",
    ["Navn,Gruppe\nÅse,public\n", "Navn\tGruppe\nÅse\tpublic\n", "\ufeffNavn;Gruppe\r\nÅse;public"],
)
def test_every_usual_kind_of_csv_is_read(content: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        assert read_sheet(content.encode(encoding), most_rows=9) == [
            ["Navn", "Gruppe"],
            ["Åse", "public"],
        ]


def test_old_windows_letters_are_read() -> None:
    assert read_sheet("Navn\nÅse Ærlig\n".encode("cp1252"), most_rows=9)[1] == ["Åse Ærlig"]


def test_file_with_merged_cells_and_a_hidden_sheet_is_read() -> None:
    book = Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.append(["Skjult"])
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("Liste")
    sheet.append(["Navn", "Gruppe"])
    sheet.append(["En", "public"])
    sheet.append(["To", None])
    sheet.merge_cells("B2:B3")
    buffer = io.BytesIO()
    book.save(buffer)

    rows = read_sheet(buffer.getvalue(), most_rows=9)
    assert rows == [["Navn", "Gruppe"], ["En", "public"], ["To"]]


def test_archive_that_grows_when_unpacked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("temaplan.workbench.plan.sheet_file.MOST_UNPACKED", 100)
    with pytest.raises(BadInput, match="for stor når den pakkes ut"):
        read_sheet(excel(["Navn"]), most_rows=9)
