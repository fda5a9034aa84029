"""Addresses of the actor house, below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.actor.views import editing, listing, page

urlpatterns: list[URLPattern | URLResolver] = [
    path("aktor/", listing.actor_list, name="actors"),
    path("aktor/ny/", editing.actor_add, name="actor-add"),
    path("aktor/<slug:slug>/", page.actor_page, name="actor"),
    path("aktor/<slug:slug>/endre/", editing.actor_change, name="actor-change"),
    path("aktor/<slug:slug>/forkast/", editing.actor_discard, name="actor-discard"),
]
