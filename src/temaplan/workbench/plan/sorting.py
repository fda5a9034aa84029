"""Alphabetical order as in a Norwegian register: æ, ø and å last, case ignored."""

from django.db import connection
from django.db.models.functions import Collate


def norwegian(field: str) -> Collate:
    """Return an expression to sort a text field by, on either database."""
    by_vendor = {"postgresql": "nb-NO-x-icu", "sqlite": "norwegian"}
    return Collate(field, by_vendor[connection.vendor])
