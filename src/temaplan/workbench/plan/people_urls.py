"""Addresses of accounts, people and the municipality, put in by `urls.py`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.plan.views import accounts, calendar, municipality, one_time, people, roles

Addresses = list[URLPattern | URLResolver]

ACCOUNTS: Addresses = [
    path("konto/", accounts.my_account, name="my-account"),
    path("konto/logg-inn/", accounts.log_in, name="account_login"),
    path("konto/logg-inn/demo/", accounts.log_in_as_cast, name="demo-log-in"),
    path("konto/logg-ut/", accounts.log_out, name="account_logout"),
    path("konto/passord/", accounts.new_password, name="password-change"),
    path("konto/fortsett/", accounts.show_kept_form, name="kept-form"),
    path("konto/velg-passord/<str:token>/", one_time.choose_password_page, name="choose-password"),
    path(
        "konto/forste-administrator/<str:token>/",
        one_time.first_administrator_page,
        name="first-administrator",
    ),
    path("konto/kalender/<str:token>.ics", calendar.calendar_feed, name="calendar-feed"),
    path("kommune/<slug:slug>/vapen/", municipality.arms, name="municipality-arms"),
]


def _roles(folder: str, place: roles.Place) -> Addresses:
    return [
        path(f"{folder}historikk/", roles.history_page(place), name=place.history),
        path(f"{folder}<int:number>/", roles.role_page(place), name=place.role),
        path(f"{folder}<int:number>/siste-dag/", roles.until_page(place), name=place.until),
        path(f"{folder}<int:number>/avslutt/", roles.end_page(place), name=place.end),
        path(f"{folder}<int:number>/passord/", roles.password_page(place), name=place.password),
    ]


PEOPLE: Addresses = [
    path("personer/", people.people_on_plan, name="plan-people"),
    path("personer/inviter/", people.invite_to_plan, name="person-invite"),
    *_roles("personer/", roles.ON_PLAN),
    path("kommune/", municipality.municipality, name="municipality"),
    path("kommune/endre/", municipality.change_settings, name="municipality-change"),
    path("kommune/personer/", people.people_in_municipality, name="municipality-people"),
    path("kommune/personer/inviter/", people.invite_to_municipality, name="municipality-invite"),
    *_roles("kommune/personer/", roles.IN_MUNICIPALITY),
]
