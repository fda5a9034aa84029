"""Addresses of the actor house, below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.actor.views import contacts, coverage, editing, listing, page

urlpatterns: list[URLPattern | URLResolver] = [
    path("aktor/", listing.actor_list, name="actors"),
    path("aktor/ny/", editing.actor_add, name="actor-add"),
    path("aktor/dekning/", coverage.actor_coverage, name="actor-coverage"),
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
