"""`new`: the questions of the browser, asked on a terminal and refused elsewhere."""

import io
from collections.abc import Iterator

import pytest
from django.utils import translation

from temaplan.cli import main
from temaplan.workbench.plan.models import Event, Municipality, Plan

pytestmark = pytest.mark.django_db

Captured = pytest.CaptureFixture[str]
WHOLE = ("new", "naering", "--type", "temaplan", "--template", "temaplan")


class Terminal(io.StringIO):
    """Somebody who types these lines."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A command speaks for its whole process; these share one."""
    with translation.override("nb"):
        yield


@pytest.fixture(autouse=True)
def nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())


def test_plan_is_started_as_the_reference_says(capsys: Captured) -> None:
    assert main([*WHOLE, "--municipality", "3301"]) == 0

    plan = Plan.objects.select_related("municipality").get(slug="naering")
    assert (plan.plan_type, plan.template, plan.title) == ("thematic_plan", "temaplan", "Naering")
    assert plan.milestone_set.count() == 17
    assert plan.municipality.name == "Drammen kommune"
    assert plan.municipality.numbers == [
        # Klass 131: Drammen has had 3301 since Viken was divided.
        {"number": "3301", "valid_from": "2024-01-01", "valid_to": None}
    ]
    assert Event.objects.filter(chain=plan.chain, verb="started").get().person_name == "Temaplan"
    assert capsys.readouterr().out == (
        "Planen «naering» er startet i Drammen kommune, med 17 milepæler.\n"
    )


def test_first_plan_makes_the_first_municipality(capsys: Captured) -> None:
    assert main([*WHOLE]) == 0

    assert Municipality.objects.get().name == "Min kommune"
    assert capsys.readouterr().err == "Kommunen heter «Min kommune» til du endrer navnet.\n"


def test_only_municipality_goes_without_saying(prove: Municipality) -> None:
    assert main([*WHOLE]) == 0
    assert Plan.objects.get().municipality == prove


@pytest.mark.parametrize("code", ["nabo", "9902"])
def test_municipality_is_chosen_by_short_name_or_number(
    prove: Municipality, nabo: Municipality, code: str
) -> None:
    Municipality.objects.filter(pk=nabo.pk).update(numbers=[{"number": "9902"}])

    assert main([*WHOLE, "--municipality", code]) == 0
    assert Plan.objects.get().municipality == nabo


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("new", "naering", "--template", "tom"),
            "Skriv --type med ett av disse ordene: "
            "temaplan, kommunedelplan, samfunnsdel, handlingsdel.",
        ),
        (
            ("new", "naering", "--type", "temaplan"),
            "Skriv --template med ett av disse ordene: temaplan, tom.",
        ),
        (WHOLE, "Skriv --municipality med nummer eller kortnavn: nabo, prove."),
    ],
)
def test_without_a_terminal_what_is_missing_is_named(
    prove: Municipality,
    nabo: Municipality,
    capsys: Captured,
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    assert main([*arguments]) == 2
    assert capsys.readouterr().err == f"{sentence}\n"
    assert list(Plan.objects.all()) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("new", "x", "--type", "tull", "--template", "tom"),
            "Plantypen «tull» finnes ikke. "
            "Velg mellom temaplan, kommunedelplan, samfunnsdel, handlingsdel.",
        ),
        (
            ("new", "x", "--type", "temaplan", "--template", "borte"),
            "Malen «borte» finnes ikke. Velg mellom temaplan, tom.",
        ),
        (
            (*WHOLE, "--municipality", "4444"),
            "Kommunen «4444» finnes ikke her. Velg mellom prove.",
        ),
        (
            (*WHOLE, "--period", "2031-2027"),
            "Perioden kan ikke slutte i 2027 når den begynner i 2031.",
        ),
        (
            (*WHOLE, "--period", "snart"),
            "Perioden «snart» er ikke forstått. Skriv for eksempel 2027-2031.",
        ),
        ((*WHOLE, "--first-year", "99"), "Året 99 er ikke mulig. Skriv et år mellom 1900 og 2200."),
        (
            ("new", "ny", "--type", "temaplan", "--template", "tom"),
            "Adressen «ny» brukes av Temaplan selv. Velg en annen.",
        ),
        (
            ("new", "Næring", "--type", "temaplan", "--template", "tom"),
            "«Næring» kan ikke være adressen til en plan. Bruk små bokstaver fra a til z, "
            "tall og bindestrek, høyst 60 tegn.",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_made(
    prove: Municipality, capsys: Captured, arguments: tuple[str, ...], sentence: str
) -> None:
    assert main([*arguments]) == 3
    assert capsys.readouterr().err == f"{sentence}\n"
    assert list(Plan.objects.all()) == []


@pytest.mark.parametrize("code", ["9876", "9999", "602", "33011"])
def test_unknown_number_makes_no_municipality(db: None, capsys: Captured, code: str) -> None:
    assert main([*WHOLE, "--municipality", code]) == 3
    assert capsys.readouterr().err == (
        f"Kommunenummeret «{code}» finnes ikke. Skriv fire siffer, for eksempel 3301.\n"
    )
    assert list(Municipality.objects.all()) == []


def test_taken_short_name_is_refused(plan: Plan, capsys: Captured) -> None:
    assert main(["new", plan.slug, "--type", "temaplan", "--template", "tom"]) == 3
    assert capsys.readouterr().err == (
        "Det finnes allerede en plan med adressen «prove-naering». Velg en annen.\n"
    )


def test_on_a_terminal_everything_missing_is_asked(
    prove: Municipality, nabo: Municipality, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    # Not a number of the list, then the second type; the title as it is; a bare timeline.
    typed = ["", "9", "2", "Kulturplan for Nabo", "tom", "1"]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(typed) + "\n"))

    assert main(["new", "kultur"]) == 0
    plan = Plan.objects.get()
    assert (plan.plan_type, plan.title, plan.template, plan.municipality.slug) == (
        "municipal_sub_plan",
        "Kulturplan for Nabo",
        "tom",
        "nabo",
    )
    out, err = capsys.readouterr()
    assert out == "Planen «kultur» er startet i Nabo kommune, med 0 milepæler.\n"
    assert "Hvilken plantype?" in err


def test_whoever_stops_answering_starts_nothing(
    prove: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("1\n"))

    assert main(["new", "kultur"]) == 130
    assert list(Plan.objects.all()) == []
