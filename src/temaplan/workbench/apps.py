"""The one Django app of Temaplan."""

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """Label `temaplan`: database tables are `temaplan_mandate` and so on."""

    name = "temaplan.workbench"
    label = "temaplan"
    default_auto_field = "django.db.models.BigAutoField"
