"""Addresses of the challenge house, below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.challenge.views import editing, listing, matrix, page, roles

_CHALLENGE = "utfordring/<slug:slug>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("utfordring/", listing.challenge_list, name="challenges"),
    path("utfordring/ny/", editing.challenge_add, name="challenge-add"),
    path("utfordring/roller/", matrix.role_matrix, name="roles"),
    path(_CHALLENGE, page.challenge_page, name="challenge"),
    path(f"{_CHALLENGE}endre/", editing.challenge_change, name="challenge-change"),
    path(f"{_CHALLENGE}forkast/", editing.challenge_discard, name="challenge-discard"),
    path(f"{_CHALLENGE}rolle/ny/", roles.role_add, name="role-add"),
    path(f"{_CHALLENGE}rolle/<slug:role>/endre/", roles.role_change, name="role-change"),
    path(f"{_CHALLENGE}rolle/<slug:role>/fjern/", roles.role_remove, name="role-remove"),
]
