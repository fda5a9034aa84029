"""What every page's frame needs: installation, plan, menu."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the frame's values; the menu is fetched only when a template asks for it."""
    return {"access": getattr(request, "access", None), "is_demo": settings.DEMO}
