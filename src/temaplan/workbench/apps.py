"""The one Django app of Temaplan."""

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """Label `temaplan`: database tables are `temaplan_mandate` and so on."""

    name = "temaplan.workbench"
    label = "temaplan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the worker hear of changes (it registers itself as a listener)."""
        from temaplan.workbench.overview.documents import tasks  # noqa: F401
