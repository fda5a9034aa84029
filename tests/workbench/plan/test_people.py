"""People of a plan and a municipality: inviting, ending, and what nobody may do to another."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from temaplan.workbench.plan.access import today
from temaplan.workbench.plan.models import (
    Event,
    Membership,
    Municipality,
    OneTimeLink,
    Person,
    Plan,
)
from tests.fixtures.cast import Visit, person_with

TOMORROW = today() + timedelta(days=1)


def address(name: str, plan: Plan, *more: object) -> str:
    return reverse(name, args=[plan.slug, *more])


def invitation(**other: Any) -> dict[str, Any]:
    return {"email": "ny@eksempel.test", "name": "Kommunalsjef", "role": "reader", **other}


def role_of(person: Person) -> Membership:
    return Membership.objects.get(person=person)


class TestInviting:
    def test_gives_the_role_and_shows_the_address_once(
        self, visit: Visit, planner: Person, plan: Plan
    ) -> None:
        answer = visit(planner).post(address("person-invite", plan), invitation())
        held = Membership.objects.get(person__email="ny@eksempel.test")
        assert (held.plan, held.role, held.ends_on) == (plan, "reader", None)
        text = answer.content.decode()
        assert text.count("/konto/velg-passord/") == 1
        assert answer["Cache-Control"].startswith("max-age=0, no-cache, no-store")
        shown_later = visit(planner).get(address("plan-people", plan)).content.decode()
        assert "/konto/velg-passord/" not in shown_later

    def test_is_told_on_the_chain_of_the_plan_without_the_address(
        self, visit: Visit, planner: Person, plan: Plan
    ) -> None:
        visit(planner).post(address("person-invite", plan), invitation())
        event = Event.objects.get(chain=plan.chain, verb="role_given")
        assert event.values.after == {"person": "Kommunalsjef", "role": "reader", "ends_on": None}
        assert "ny@eksempel.test" not in f"{event.title} {event.ref} {event.values.after}"

    def test_for_all_plans_is_told_on_the_chain_of_the_municipality(
        self, visit: Visit, administrator: Person, plan: Plan, prove: Municipality
    ) -> None:
        sent = invitation(role="planner")
        visit(administrator).post(address("municipality-invite", plan), sent)
        held = Membership.objects.get(person__email="ny@eksempel.test")
        assert (held.plan, held.municipality, held.role) == (None, prove, "planner")
        assert Event.objects.filter(chain=prove.chain, verb="role_given").count() == 1
        assert Event.objects.filter(chain=plan.chain).count() == 0

    def test_twice_gives_one_role_and_one_event(
        self, visit: Visit, planner: Person, plan: Plan
    ) -> None:
        for _ in range(2):
            visit(planner).post(address("person-invite", plan), invitation())
        assert Membership.objects.filter(person__email="ny@eksempel.test").count() == 1
        assert Event.objects.filter(verb="role_given").count() == 1
        assert OneTimeLink.objects.count() == 1, "only the newest address works"

    def test_an_address_in_capitals_is_the_same_person(
        self, visit: Visit, planner: Person, plan: Plan
    ) -> None:
        visit(planner).post(address("person-invite", plan), invitation())
        sent = invitation(email="NY@Eksempel.test", role="editor")
        visit(planner).post(address("person-invite", plan), sent)
        assert Person.objects.filter(email__iexact="ny@eksempel.test").count() == 1

    @pytest.mark.parametrize(
        ("page", "role"),
        [
            ("person-invite", "administrator"),
            ("person-invite", "operator"),
            ("person-invite", "adviser_after_contract"),
            ("person-invite", "king"),
            ("municipality-invite", "operator"),
            ("municipality-invite", "adviser"),
        ],
    )
    def test_a_role_that_cannot_be_given_there_is_refused(
        self, visit: Visit, administrator: Person, plan: Plan, page: str, role: str
    ) -> None:
        sent = invitation(role=role, ends_on=TOMORROW.isoformat())
        answer = visit(administrator).post(address(page, plan), sent)
        assert answer.status_code == 422
        assert not Person.objects.filter(email="ny@eksempel.test").exists()

    def test_an_adviser_must_have_a_last_day(
        self, visit: Visit, planner: Person, plan: Plan
    ) -> None:
        answer = visit(planner).post(address("person-invite", plan), invitation(role="adviser"))
        assert answer.status_code == 422
        assert "Skriv når avtalen slutter." in answer.content.decode()
        assert not Person.objects.filter(email="ny@eksempel.test").exists()

    def test_a_last_day_that_has_passed_is_refused(
        self, visit: Visit, planner: Person, plan: Plan
    ) -> None:
        answer = visit(planner).post(
            address("person-invite", plan), invitation(ends_on="1. mars 2020")
        )
        assert answer.status_code == 422
        assert "Sluttdatoen 1. mars 2020 er passert." in answer.content.decode()

    def test_extra_fields_are_ignored(self, visit: Visit, planner: Person, plan: Plan) -> None:
        sent = invitation(is_operator="on", demo_cast="on", municipality="2", plan="", person="1")
        visit(planner).post(address("person-invite", plan), sent)
        held = Membership.objects.get(person__email="ny@eksempel.test")
        assert (held.plan, held.municipality) == (plan, plan.municipality)
        assert (held.person.is_operator, held.person.demo_cast) == (False, False)

    def test_a_script_as_name_is_shown_as_text(
        self, visit: Visit, planner: Person, plan: Plan
    ) -> None:
        visit(planner).post(address("person-invite", plan), invitation(name="<script>x</script>"))
        text = visit(planner).get(address("plan-people", plan)).content.decode()
        assert "<script>x" not in text
        assert "&lt;script&gt;x&lt;/script&gt;" in text


class TestSomebodyWithAnAccount:
    def test_gets_the_role_and_no_address(
        self, visit: Visit, planner: Person, plan: Plan, planner_of_nabo: Person
    ) -> None:
        planner_of_nabo.set_password("grønn sykkel i regn")
        planner_of_nabo.save()
        sent = invitation(email=planner_of_nabo.email)
        text = visit(planner).post(address("person-invite", plan), sent).content.decode()
        assert "Personen har konto fra før" in text
        assert OneTimeLink.objects.count() == 0

    def test_keeps_name_and_password(
        self, visit: Visit, planner: Person, plan: Plan, planner_of_nabo: Person
    ) -> None:
        before = (planner_of_nabo.name, planner_of_nabo.password)
        sent = invitation(email=planner_of_nabo.email, name="et annet navn")
        visit(planner).post(address("person-invite", plan), sent)
        planner_of_nabo.refresh_from_db()
        assert (planner_of_nabo.name, planner_of_nabo.password) == before

    def test_and_no_password_yet_elsewhere_gives_no_address_to_the_inviter(
        self, visit: Visit, administrator: Person, plan: Plan, planner_of_nabo: Person
    ) -> None:
        """Else a municipality could become somebody in another by inviting them."""
        sent = invitation(email=planner_of_nabo.email)
        text = visit(administrator).post(address("person-invite", plan), sent).content.decode()
        assert "/konto/velg-passord/" not in text
        assert "Personen er invitert før" in text
        assert OneTimeLink.objects.count() == 0


class TestNewPassword:
    def page(self, plan: Plan, membership: Membership) -> str:
        where = "role-on-plan" if membership.plan_id else "role-in-municipality"
        return address(f"{where}-password", plan, membership.pk)

    def test_of_a_reader_is_given_to_the_planner(
        self, visit: Visit, planner: Person, plan: Plan, reader: Person
    ) -> None:
        answer = visit(planner).post(self.page(plan, role_of(reader)))
        assert "/konto/velg-passord/" in answer.content.decode()
        assert Event.objects.get(chain=plan.chain).verb == "password_link_made"

    def test_of_somebody_with_a_role_elsewhere_is_given_to_nobody_here(
        self, visit: Visit, administrator: Person, plan: Plan, reader: Person, plan_of_nabo: Plan
    ) -> None:
        Membership.objects.create(
            person=reader, municipality=plan_of_nabo.municipality, role="reader"
        )
        here = Membership.objects.get(person=reader, plan=plan)
        answer = visit(administrator).post(self.page(plan, here))
        assert answer.status_code == 422
        assert "Personen har en rolle som du ikke kan gi." in answer.content.decode()
        assert OneTimeLink.objects.count() == 0
        assert Event.objects.count() == 0

    def test_of_an_administrator_is_not_given_to_a_planner(
        self, visit: Visit, planner: Person, plan: Plan, administrator: Person
    ) -> None:
        on_plan = Membership.objects.create(
            person=administrator, municipality=plan.municipality, plan=plan, role="reader"
        )
        assert visit(planner).post(self.page(plan, on_plan)).status_code == 422
        assert OneTimeLink.objects.count() == 0

    def test_the_page_tells_the_reason_that_the_action_gives(
        self, visit: Visit, planner: Person, plan: Plan, administrator: Person
    ) -> None:
        on_plan = Membership.objects.create(
            person=administrator, municipality=plan.municipality, plan=plan, role="reader"
        )
        page = visit(planner).get(address("role-on-plan", plan, on_plan.pk)).content.decode()
        assert "Personen har en rolle som du ikke kan gi." in page
        assert self.page(plan, on_plan) not in page

    def test_is_made_by_the_button_and_not_by_a_link(
        self, visit: Visit, planner: Person, plan: Plan, reader: Person
    ) -> None:
        answer = visit(planner).get(self.page(plan, role_of(reader)))
        assert (answer.status_code, answer["Allow"]) == (405, "POST")
        assert "bruk knappen der" in answer.content.decode()
        assert OneTimeLink.objects.count() == 0


class TestEnding:
    def test_takes_effect_with_the_next_request(
        self, visit: Visit, planner: Person, plan: Plan, reader: Person
    ) -> None:
        reading = visit(reader)
        assert reading.get(address("plan-people", plan)).status_code == 200
        end = address("role-on-plan-end", plan, role_of(reader).pk)
        assert visit(planner).post(end, {"submission": ""}).status_code == 302
        assert reading.get(address("plan-people", plan)).status_code == 404
        assert Event.objects.get(chain=plan.chain).values.before["role"] == "reader"

    def test_asks_before_it_ends(
        self, visit: Visit, planner: Person, plan: Plan, reader: Person
    ) -> None:
        end = address("role-on-plan-end", plan, role_of(reader).pk)
        text = visit(planner).get(end).content.decode()
        assert "er ikke lenger leser fra neste side som åpnes" in text
        assert Membership.objects.filter(person=reader).exists()

    def test_the_last_administrator_stays(
        self, visit: Visit, administrator: Person, plan: Plan
    ) -> None:
        mine = role_of(administrator)
        end = address("role-in-municipality-end", plan, mine.pk)
        answer = visit(administrator).post(end, {"submission": ""})
        assert answer.status_code == 422
        sentence = "Dette er den siste administratoren uten sluttdato i kommunen."
        assert sentence in answer.content.decode()
        page = visit(administrator).get(address("role-in-municipality", plan, mine.pk))
        assert sentence in page.content.decode()
        assert end not in page.content.decode()
        assert Membership.objects.filter(pk=mine.pk).exists()

    def test_an_administrator_may_go_when_another_remains(
        self, visit: Visit, administrator: Person, plan: Plan
    ) -> None:
        other = Person.objects.create(email="to@eksempel.test", name="en annen")
        Membership.objects.create(
            person=other, municipality=plan.municipality, role="administrator"
        )
        end = address("role-in-municipality-end", plan, role_of(administrator).pk)
        assert visit(administrator).post(end, {"submission": ""}).status_code == 302

    def test_another_whose_role_ends_soon_does_not_count(
        self, visit: Visit, administrator: Person, plan: Plan
    ) -> None:
        other = Person.objects.create(email="to@eksempel.test", name="en annen")
        Membership.objects.create(
            person=other, municipality=plan.municipality, role="administrator", ends_on=TOMORROW
        )
        end = address("role-in-municipality-end", plan, role_of(administrator).pk)
        assert visit(administrator).post(end, {"submission": ""}).status_code == 422

    def test_the_last_administrator_cannot_set_a_last_day_either(
        self, visit: Visit, administrator: Person, plan: Plan
    ) -> None:
        mine = role_of(administrator)
        until = address("role-in-municipality-until", plan, mine.pk)
        answer = visit(administrator).post(until, {"ends_on": TOMORROW.isoformat()})
        assert answer.status_code == 422
        sent = invitation(
            email=administrator.email, role="administrator", ends_on=TOMORROW.isoformat()
        )
        again = visit(administrator).post(address("municipality-invite", plan), sent)
        assert again.status_code == 422
        mine.refresh_from_db()
        assert mine.ends_on is None

    def test_the_last_who_can_give_roles_on_a_plan_stays(self, visit: Visit, plan: Plan) -> None:
        alone = person_with("planner", plan)
        end = address("role-on-plan-end", plan, role_of(alone).pk)
        answer = visit(alone).post(end, {"submission": ""})
        assert answer.status_code == 422
        assert "Ingen andre uten sluttdato kan gi roller på planen." in answer.content.decode()

    def test_a_role_of_the_municipality_is_not_ended_from_a_plan(
        self, visit: Visit, planner: Person, plan: Plan, administrator: Person
    ) -> None:
        end = address("role-on-plan-end", plan, role_of(administrator).pk)
        assert visit(planner).post(end, {"submission": ""}).status_code == 404


class TestLastDay:
    def test_is_a_day_of_access_and_the_next_is_not(
        self, visit: Visit, plan: Plan, reader: Person
    ) -> None:
        held = role_of(reader)
        held.ends_on = today()
        held.save()
        assert visit(reader).get(address("plan-people", plan)).status_code == 200
        held.ends_on = today() - timedelta(days=1)
        held.save()
        assert visit(reader).get(address("plan-people", plan)).status_code == 404

    def test_can_be_moved_and_the_log_holds_both(
        self, visit: Visit, planner: Person, plan: Plan, reader: Person
    ) -> None:
        until = address("role-on-plan-until", plan, role_of(reader).pk)
        assert visit(planner).post(until, {"ends_on": "31.12.2099"}).status_code == 302
        assert role_of(reader).ends_on == date(2099, 12, 31)
        values = Event.objects.get(chain=plan.chain, verb="role_changed").values
        assert (values.before["ends_on"], values.after["ends_on"]) == (None, "2099-12-31")


class TestTheOtherMunicipality:
    @pytest.mark.parametrize("page", ["", "-end", "-until", "-password"])
    def test_its_roles_are_not_found_here(
        self,
        visit: Visit,
        administrator: Person,
        plan: Plan,
        planner_of_nabo: Person,
        page: str,
    ) -> None:
        for where in ("role-on-plan", "role-in-municipality"):
            path = address(f"{where}{page}", plan, role_of(planner_of_nabo).pk)
            answer = visit(administrator).post(path, {"submission": "", "ends_on": ""})
            assert answer.status_code == 404
        assert Membership.objects.filter(person=planner_of_nabo).exists()

    def test_its_people_are_not_listed(
        self, visit: Visit, administrator: Person, plan: Plan, planner_of_nabo: Person
    ) -> None:
        for page in ("plan-people", "municipality-people"):
            text = visit(administrator).get(address(page, plan)).content.decode()
            assert administrator.name in text
            assert planner_of_nabo.name not in text
            assert planner_of_nabo.email not in text


class TestTheList:
    def test_shows_addresses_only_to_those_who_look_after_people(
        self, visit: Visit, plan: Plan, planner: Person, reader: Person, group_member: Person
    ) -> None:
        page = address("plan-people", plan)
        assert group_member.email in visit(planner).get(page).content.decode()
        for path in (page, f"{page}?format=csv"):
            text = visit(reader).get(path).content.decode()
            assert group_member.name in text
            assert group_member.email not in text

    @pytest.mark.parametrize("number", [1, 3, 60])
    def test_takes_the_same_few_statements_for_any_number(
        self,
        visit: Visit,
        plan: Plan,
        planner: Person,
        number: int,
        django_assert_max_num_queries: Any,
    ) -> None:
        for n in range(number):
            other = Person.objects.create(email=f"{n}@eksempel.test", name=f"Nummer {n}")
            Membership.objects.create(
                person=other, municipality=plan.municipality, plan=plan, role="reader"
            )
        visitor = visit(planner)
        with django_assert_max_num_queries(8):
            visitor.get(address("plan-people", plan))

    def test_the_history_says_who_gave_what(
        self, visit: Visit, planner: Person, plan: Plan
    ) -> None:
        visit(planner).post(address("person-invite", plan), invitation())
        text = visit(planner).get(address("people-history", plan)).content.decode()
        assert "Planlegger, Prøve kommune ga Kommunalsjef rollen leser." in text


class TestMail:
    @pytest.fixture(autouse=True)
    def set_up(self, settings: Any) -> None:
        """An installation that can send mail."""
        settings.EMAIL_CONFIGURED = True

    def test_is_sent_when_the_role_is_stored_and_holds_the_address(
        self,
        visit: Visit,
        planner: Person,
        plan: Plan,
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        with django_capture_on_commit_callbacks() as waiting:
            answer = visit(planner).post(address("person-invite", plan), invitation())
            assert mail.outbox == []
        assert "Den sendes også til ny@eksempel.test." in answer.content.decode()
        for callback in waiting:
            callback()
        (sent,) = mail.outbox
        assert sent.to == ["ny@eksempel.test"]
        assert sent.subject == "Du har fått en rolle på Næringsplan for Prøve"
        assert "http://127.0.0.1:8000/konto/velg-passord/" in sent.body
        assert "Planlegger, Prøve kommune har gitt deg rollen leser" in sent.body

    def test_is_not_sent_when_the_role_is_refused(
        self,
        visit: Visit,
        planner: Person,
        plan: Plan,
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            visit(planner).post(address("person-invite", plan), invitation(role="adviser"))
        assert mail.outbox == []

    def test_reaches_a_person_whose_address_the_inviter_may_not_hold(
        self,
        visit: Visit,
        administrator: Person,
        plan: Plan,
        planner_of_nabo: Person,
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            answer = visit(administrator).post(
                address("person-invite", plan), invitation(email=planner_of_nabo.email)
            )
        assert "/konto/velg-passord/" not in answer.content.decode()
        assert "/konto/velg-passord/" in mail.outbox[0].body

    def test_takes_its_address_from_the_settings_and_not_from_the_host(
        self,
        visit: Visit,
        planner: Person,
        plan: Plan,
        settings: Any,
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        settings.ALLOWED_HOSTS = ["*"]
        with django_capture_on_commit_callbacks(execute=True):
            visit(planner).post(
                address("person-invite", plan), invitation(), headers={"host": "ond.example"}
            )
        assert "ond.example" not in mail.outbox[0].body

    def test_a_title_with_a_line_break_makes_no_second_header(
        self,
        visit: Visit,
        planner: Person,
        plan: Plan,
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        Plan.objects.filter(pk=plan.pk).update(title="Plan\nBcc: alle@eksempel.test")
        with django_capture_on_commit_callbacks(execute=True):
            visit(planner).post(address("person-invite", plan), invitation())
        (sent,) = mail.outbox
        assert "\n" not in sent.subject
        assert sent.recipients() == ["ny@eksempel.test"]
