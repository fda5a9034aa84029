"""Closed lists of words as data: a `Term` is a stored code with its label.

Codes are English snake case and never change meaning; labels are bokmål source
strings, so nynorsk and English are catalogues.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise


@dataclass(frozen=True)
class Term:
    """One word of a vocabulary. Houses subclass it to attach consequences."""

    code: str
    label: str | Promise


def choices(terms: Iterable[Term]) -> list[tuple[str, str | Promise]]:
    """Return the terms as Django choices."""
    return [(term.code, term.label) for term in terms]


def by_code[T: Term](terms: Iterable[T]) -> dict[str, T]:
    """Return the terms keyed by their code."""
    return {term.code: term for term in terms}


class TermField(models.CharField):
    """A text field that holds the code of a term.

    The list of terms is left out of migrations: a new word is no change of the
    database, and a vocabulary must be free to move to another module.
    """

    def __init__(self, *args: Any, terms: Sequence[Term] = (), **kwargs: Any) -> None:
        self.terms = tuple(terms)
        kwargs.setdefault("max_length", 40)
        if self.terms:
            kwargs["choices"] = choices(self.terms)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Describe the field to migrations without its words."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, path, args, kwargs
