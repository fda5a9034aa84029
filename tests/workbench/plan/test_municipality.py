"""The municipality's settings: measured contrast, numbers over time, arms that cannot act."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from temaplan.errors import BadInput
from temaplan.workbench.plan.arms import suffix_of_arms
from temaplan.workbench.plan.events import broken_events
from temaplan.workbench.plan.models import Event, Municipality, Person, Plan
from temaplan.workbench.plan.municipality_numbers import (
    numbers_in_words,
    numbers_of_text,
    text_of_numbers,
)
from temaplan.workbench.plan.rules.municipality import (
    colour_can_be_read,
    contrast_with_white,
    host_is_a_name,
)
from tests.fixtures.cast import Visit

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\x1b\xb6\xeeV\x00\x00\x00\x00IEND\xaeB`\x82"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\x00" * 20 + b"\xff\xd9"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def svg(inside: str, attributes: str = "") -> bytes:
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {space} {attributes}>{inside}</svg>".encode()


class TestColour:
    @pytest.mark.parametrize(
        ("colour", "ratio"),
        [
            # Worked by hand from the formula of WCAG 2.2 for black and white; the others are
            # those that contrast checkers give for well-known colours.
            ("#000000", 21.0),
            ("#ffffff", 1.0),
            ("#ff0000", 4.0),
            ("#0000ff", 8.59),
            ("#767676", 4.54),
            ("#777777", 4.48),
        ],
    )
    def test_contrast_is_that_of_wcag(self, colour: str, ratio: float) -> None:
        assert contrast_with_white(colour) == pytest.approx(ratio, abs=0.005)

    @pytest.mark.parametrize(
        ("colour", "sentence"),
        [
            ("#ffaa00", "Fargen #ffaa00 har kontrast 1,9:1 mot hvitt. Den må ha minst 4,5:1."),
            # 4.48 rounded would read «4,5:1 … må ha minst 4,5:1».
            ("#777777", "Fargen #777777 har kontrast 4,4:1 mot hvitt. Den må ha minst 4,5:1."),
        ],
    )
    def test_too_little_is_refused_with_the_measured_ratio(
        self, colour: str, sentence: str
    ) -> None:
        assert colour_can_be_read(colour).reason == sentence

    def test_enough_is_allowed(self) -> None:
        assert colour_can_be_read("#767676").allowed

    @pytest.mark.parametrize("colour", ["", "red", "#fff", "#12345g", "#0b4f3a;}", "#0b4f3a\n"])
    def test_what_is_no_colour_is_refused(self, colour: str) -> None:
        assert "er ikke forstått" in colour_can_be_read(colour).reason


class TestNumbers:
    DRAMMEN = (
        "0602; 1. januar 1838; 31. desember 2019\n3005; 01.01.2020; 31.12.2023\n3301; 2024-01-01"
    )
    STORED = [
        {"number": "0602", "valid_from": "1838-01-01", "valid_to": "2020-01-01"},
        {"number": "3005", "valid_from": "2020-01-01", "valid_to": "2024-01-01"},
        {"number": "3301", "valid_from": "2024-01-01"},
    ]

    def test_lines_are_read_with_the_first_day_after_as_klass_has_it(self) -> None:
        assert numbers_of_text(self.DRAMMEN) == self.STORED

    def test_what_is_stored_is_written_so_that_it_reads_back(self) -> None:
        assert numbers_of_text(text_of_numbers(self.STORED)) == self.STORED

    def test_no_number_is_allowed(self) -> None:
        assert numbers_of_text(" \n") == []

    def test_in_words(self) -> None:
        assert numbers_in_words(self.STORED) == [
            "0602 (1838–2019)",
            "3005 (2020–2023)",
            "3301 (fra 2024)",
        ]

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("602; 1.1.1838", "Linje 1: kommunenummeret «602» har ikke fire siffer."),
            ("3005; 1.1.2020\n33O1; 1.1.2024", "Linje 2: kommunenummeret «33O1»"),
            ("3005", "Linje 1: skriv nummer, første dag og siste dag"),
            ("3005; 31. juni 2020", "Linje 1: Første dag 31. juni 2020 finnes ikke."),
            ("3005; juni 2020", "Linje 1: skriv også dagen i måneden."),
            ("3005; 1.1.2020; 1.1.2019", "Linje 1: siste dag er før første dag."),
            ("3005; 1.1.2020\n3301; 1.1.2024", "Nummer 3005 og 3301 gjelder samtidig."),
        ],
    )
    def test_a_fault_names_its_line(self, text: str, sentence: str) -> None:
        with pytest.raises(BadInput) as refusal:
            numbers_of_text(text)
        assert refusal.value.message.startswith(sentence)


class TestHost:
    @pytest.mark.parametrize("host", ["", "plan.drammen.kommune.no", "localhost"])
    def test_a_name_is_allowed(self, host: str) -> None:
        assert host_is_a_name(host).allowed

    @pytest.mark.parametrize(
        "host",
        ["https://plan.no", "plan.no/", "plan.no:80", "-plan.no", "plan..no", "a b", "*", ".no"],
    )
    def test_anything_else_is_refused(self, host: str) -> None:
        assert not host_is_a_name(host).allowed


class TestArms:
    @pytest.mark.parametrize(
        ("name", "content", "suffix"),
        [
            ("vapen.png", PNG, ".png"),
            ("vapen.JPG", JPEG, ".jpg"),
            ("vapen.jpeg", JPEG, ".jpg"),
            ("vapen.svg", SVG, ".svg"),
            ("vapen.svg", b'<?xml version="1.0"?>\n<!-- tegnet -->\n' + SVG, ".svg"),
            ("vapen.svg", svg('<use xlink:href="#a"/><path fill="url(#b)" d=""/>'), ".svg"),
        ],
    )
    def test_a_picture_is_what_its_name_says(self, name: str, content: bytes, suffix: str) -> None:
        assert suffix_of_arms(name, content) == suffix

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("vapen.png", b"<html><script>alert(1)</script></html>"),
            ("vapen.png", JPEG),
            ("vapen.png", PNG[:-5]),
            ("vapen.png", b""),
            ("vapen", PNG),
            ("vapen.html", SVG),
            ("vapen.svg", b"<html>" + SVG + b"</html>"),
            ("vapen.svg", SVG[:-3]),
            ("vapen.svg", SVG.decode().encode("utf-16")),
            ("vapen.gif", b"GIF89a/*<svg*/=alert(1)//"),
        ],
    )
    def test_what_is_not_is_refused(self, name: str, content: bytes) -> None:
        with pytest.raises(BadInput):
            suffix_of_arms(name, content)

    @pytest.mark.parametrize(
        "content",
        [
            svg("<script>alert(1)</script>"),
            svg('<a xlink:href="javascript:alert(1)"><path d=""/></a>'),
            svg('<a href=" JavaScript:alert(1)"><path d=""/></a>'),
            svg("<foreignObject><p>x</p></foreignObject>"),
            svg("", 'onload="alert(1)"'),
            svg('<image href="https://ond.example/x.png"/>'),
            svg('<image href="//ond.example/x.png"/>'),
            svg('<image href="data:image/svg+xml;base64,AAAA"/>'),
            svg("<style>@import 'https://ond.example/x.css'</style>"),
            svg('<path style="fill:url(https://ond.example/x)" d=""/>'),
            svg('<set attributeName="onmouseover" to="javascript:alert(1)"/>'),
            b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG,
            b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>"),
        ],
    )
    def test_a_drawing_that_acts_or_reaches_out_is_refused(self, content: bytes) -> None:
        with pytest.raises(BadInput):
            suffix_of_arms("vapen.svg", content)

    def test_a_large_file_is_refused_with_its_name(self) -> None:
        with pytest.raises(BadInput, match=r"«vapen\.png» er større enn 1 MB"):
            suffix_of_arms("vapen.png", PNG + b"\x00" * 1_000_000)


class TestPages:
    @pytest.fixture
    def change(self, plan: Plan) -> str:
        return reverse("municipality-change", args=[plan.slug])

    def filled(self, row: Municipality, **other: Any) -> dict[str, Any]:
        return {
            "name": row.name,
            "language": row.language,
            "council_name": row.council_name,
            "executive_committee_name": row.executive_committee_name,
            "chief_executive_title": row.chief_executive_title,
            "colour": row.colour,
            "revision": row.revision,
            **other,
        }

    def test_words_and_number_are_stored_with_their_event(
        self, visit: Visit, administrator: Person, prove: Municipality, change: str
    ) -> None:
        sent = self.filled(prove, council_name="heradsstyret", numbers="9001; 1.1.2020")
        assert visit(administrator).post(change, sent).status_code == 302
        prove.refresh_from_db()
        assert prove.council_name == "heradsstyret"
        assert prove.numbers == [{"number": "9001", "valid_from": "2020-01-01"}]
        event = Event.objects.get(chain=prove.chain)
        assert (event.verb, event.ref) == ("changed", "municipality/prove")
        assert event.values.before["council_name"] == "kommunestyret"
        assert list(broken_events(prove)) == []

    def test_the_history_stands_on_the_page(
        self, visit: Visit, administrator: Person, plan: Plan, prove: Municipality, change: str
    ) -> None:
        visit(administrator).post(change, self.filled(prove, council_name="heradsstyret"))
        page = visit(administrator).get(reverse("municipality", args=[plan.slug]))
        assert "<ins>heradsstyret</ins>" in page.content.decode()

    def test_a_pale_colour_is_refused_with_the_sentence_and_what_was_typed(
        self, visit: Visit, administrator: Person, prove: Municipality, change: str
    ) -> None:
        answer = visit(administrator).post(
            change, self.filled(prove, colour="#FFAA00", council_name="heradsstyret")
        )
        text = answer.content.decode()
        assert answer.status_code == 422
        assert "Fargen #ffaa00 har kontrast 1,9:1 mot hvitt. Den må ha minst 4,5:1." in text
        assert 'value="heradsstyret"' in text
        prove.refresh_from_db()
        assert (prove.colour, prove.council_name) == ("#0b4f3a", "kommunestyret")

    def test_a_save_over_somebody_elses_keeps_both(
        self, visit: Visit, administrator: Person, prove: Municipality, change: str
    ) -> None:
        first = self.filled(prove, council_name="heradsstyret")
        visit(administrator).post(change, first)
        answer = visit(administrator).post(change, self.filled(prove, council_name="bystyret"))
        text = answer.content.decode()
        assert answer.status_code == 409
        assert "heradsstyret" in text
        assert "bystyret" in text
        prove.refresh_from_db()
        assert prove.council_name == "heradsstyret"

    def test_a_planner_may_read_and_not_change(
        self, visit: Visit, planner: Person, plan: Plan, prove: Municipality, change: str
    ) -> None:
        page = visit(planner).get(reverse("municipality", args=[plan.slug])).content.decode()
        assert change not in page
        answer = visit(planner).post(change, self.filled(prove, name="Tatt kommune"))
        assert answer.status_code == 403
        prove.refresh_from_db()
        assert prove.name == "Prøve kommune"

    def test_a_role_on_one_plan_does_not_reach_the_municipality(
        self, visit: Visit, planner: Person, plan: Plan, change: str
    ) -> None:
        """Whatever the role on a plan is called, settings belong to the whole municipality."""
        planner.memberships.update(plan=plan, role="administrator")
        assert visit(planner).get(change).status_code == 403

    def test_extra_fields_are_ignored(
        self, visit: Visit, administrator: Person, prove: Municipality, change: str
    ) -> None:
        sent = self.filled(prove, slug="tatt", fictional="", last_event_number="99", pk="2")
        visit(administrator).post(change, {**sent, "name": "Ny kommune"})
        prove.refresh_from_db()
        assert (prove.slug, prove.fictional, prove.name) == ("prove", True, "Ny kommune")
        assert prove.last_event_number == 1

    def test_a_host_of_another_municipality_is_refused(
        self,
        visit: Visit,
        administrator: Person,
        prove: Municipality,
        nabo: Municipality,
        change: str,
    ) -> None:
        Municipality.objects.filter(pk=nabo.pk).update(host="plan.nabo.example")
        answer = visit(administrator).post(change, self.filled(prove, host="Plan.Nabo.example"))
        assert answer.status_code == 422
        assert "er brukt på denne installasjonen" in answer.content.decode()

    def test_arms_are_stored_told_and_shown_to_everybody(
        self, visit: Visit, administrator: Person, plan: Plan, prove: Municipality, change: str
    ) -> None:
        sent = self.filled(
            prove, arms=SimpleUploadedFile("vapen.svg", SVG), arms_alt="Et svart skjold"
        )
        assert visit(administrator).post(change, sent).status_code == 302
        assert Event.objects.get(chain=prove.chain).values.after["arms"].startswith("arms/prove-")
        picture = Client().get("/kommune/prove/vapen/")
        assert (picture.status_code, picture.content) == (200, SVG)
        assert picture["Content-Type"] == "image/svg+xml"
        assert "sandbox" in picture["Content-Security-Policy"]
        assert "default-src 'none'" in picture["Content-Security-Policy"]
        assert picture["X-Content-Type-Options"] == "nosniff"
        assert (
            Client()
            .get("/kommune/prove/vapen/", headers={"If-None-Match": picture["ETag"]})
            .status_code
            == 304
        )

    def test_the_same_arms_again_tell_nothing(
        self, visit: Visit, administrator: Person, prove: Municipality, change: str
    ) -> None:
        for _ in range(2):
            prove.refresh_from_db()
            sent = self.filled(
                prove, arms=SimpleUploadedFile("vapen.svg", SVG), arms_alt="Et svart skjold"
            )
            visit(administrator).post(change, sent)
        assert Event.objects.filter(chain=prove.chain).count() == 1

    def test_arms_without_words_are_refused(
        self, visit: Visit, administrator: Person, prove: Municipality, change: str
    ) -> None:
        sent = self.filled(prove, arms=SimpleUploadedFile("vapen.png", PNG))
        answer = visit(administrator).post(change, sent)
        assert answer.status_code == 422
        assert "Skriv hva bildet viser." in answer.content.decode()

    def test_arms_can_be_taken_away(
        self, visit: Visit, administrator: Person, prove: Municipality, change: str
    ) -> None:
        sent = self.filled(
            prove, arms=SimpleUploadedFile("vapen.svg", SVG), arms_alt="Et svart skjold"
        )
        visit(administrator).post(change, sent)
        prove.refresh_from_db()
        visit(administrator).post(change, self.filled(prove, without_arms="on"))
        prove.refresh_from_db()
        assert (prove.arms.name, prove.arms_alt) == ("", "")
        assert Client().get("/kommune/prove/vapen/").status_code == 404

    def test_a_page_named_as_a_picture_changes_nothing(
        self, visit: Visit, administrator: Person, prove: Municipality, change: str
    ) -> None:
        html = SimpleUploadedFile("vapen.png", b"<html><script>alert(1)</script>", "image/png")
        answer = visit(administrator).post(change, self.filled(prove, arms=html, arms_alt="x"))
        assert answer.status_code == 422
        assert "er ikke et bilde i formatet PNG, JPEG eller SVG" in answer.content.decode()
        prove.refresh_from_db()
        assert not prove.arms
