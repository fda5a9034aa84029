"""What every page's frame needs: installation, plan, menu."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from temaplan.workbench.overview.menu import menu_for


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the frame's values; the menu is counted only when a template draws it.

    What is not there on a public page is told in the frame of the public pages.
    """
    access = getattr(request, "access", None)
    is_public = access is not None and access.person is None
    return {
        "access": access,
        "fault_frame": "frame/public.html" if is_public else "frame/workbench.html",
        "is_demo": settings.DEMO,
        "menu": SimpleLazyObject(lambda: menu_for(request, access)),
    }
