"""Addresses of the actor house, below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.actor.views import (
    contacts,
    coverage,
    editing,
    group_editing,
    group_list,
    group_page,
    importing,
    listing,
    members,
    page,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("aktor/", listing.actor_list, name="actors"),
    path("aktor/ny/", editing.actor_add, name="actor-add"),
    path("aktor/hent/", importing.actor_import, name="actor-import"),
    path("aktor/dekning/", coverage.actor_coverage, name="actor-coverage"),
    path("aktor/grupper/", group_list.group_list, name="groups"),
    path("aktor/grupper/ny/", group_editing.group_add, name="group-add"),
    path("aktor/grupper/<slug:slug>/", group_page.group_page, name="group"),
    path("aktor/grupper/<slug:slug>/endre/", group_editing.group_change, name="group-change"),
    path("aktor/grupper/<slug:slug>/forkast/", group_editing.group_discard, name="group-discard"),
    path("aktor/grupper/<slug:slug>/hent-medlemmer/", group_editing.group_copy, name="group-copy"),
    path("aktor/grupper/<slug:slug>/medlem/ny/", members.member_add, name="member-add"),
    path(
        "aktor/grupper/<slug:slug>/medlem/<slug:member>/endre/",
        members.member_change,
        name="member-change",
    ),
    path(
        "aktor/grupper/<slug:slug>/medlem/<slug:member>/fjern/",
        members.member_discard,
        name="member-discard",
    ),
    path("aktor/<slug:slug>/", page.actor_page, name="actor"),
    path("aktor/<slug:slug>/endre/", editing.actor_change, name="actor-change"),
    path("aktor/<slug:slug>/forkast/", editing.actor_discard, name="actor-discard"),
    path("aktor/<slug:slug>/kontakt/ny/", contacts.contact_add, name="contact-add"),
    path(
        "aktor/<slug:slug>/kontakt/<slug:contact>/endre/",
        contacts.contact_change,
        name="contact-change",
    ),
    path(
        "aktor/<slug:slug>/kontakt/<slug:contact>/fjern/",
        contacts.contact_remove,
        name="contact-remove",
    ),
]
