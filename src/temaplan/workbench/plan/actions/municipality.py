"""Adding a municipality, and changing its settings."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from temaplan.workbench.plan.actions.objects import change_head
from temaplan.workbench.plan.arms import suffix_of_arms
from temaplan.workbench.plan.events import append_event
from temaplan.workbench.plan.models import Municipality, Person
from temaplan.workbench.plan.records import values_of
from temaplan.workbench.plan.rules.municipality import (
    LOCAL_NUMBERS,
    colour_can_be_read,
    host_is_a_name,
    local_number_is_founded,
)
from temaplan.workbench.plan.slugs import slugify_norwegian
from temaplan.workbench.plan.verdicts import require


@transaction.atomic
def add_municipality(
    name: str, *, by: Person | None, numbers: Sequence[Mapping[str, str | None]] = ()
) -> Municipality:
    """Add a municipality under a free short name, made from its own."""
    short = slugify_norwegian(name.removesuffix(" kommune"))
    slug, number = short, 2
    while Municipality.objects.filter(slug=slug).exists():
        slug, number = f"{short}-{number}", number + 1
    municipality = Municipality.objects.create(slug=slug, name=name, numbers=list(numbers))
    append_event(
        municipality,
        by=by,
        verb="added",
        ref=municipality.ref,
        title=name,
        after=values_of(municipality),
    )
    return municipality


@transaction.atomic
def change_municipality(
    municipality: Municipality,
    *,
    by: Person,
    changes: Mapping[str, Any],
    revision: int,
    arms: tuple[str, bytes] | None = None,
    without_arms: bool = False,
) -> Municipality:
    """Change the settings; `arms` is a file's name and bytes, kept under the hash of the bytes.

    The file is on disk before the row that names it is stored. Raises `Conflict`.
    """
    require(colour_can_be_read(changes["colour"]))
    require(host_is_a_name(changes["host"]))
    for days, source in LOCAL_NUMBERS:
        require(local_number_is_founded(changes.get(days), changes.get(source, "")))
    wanted = dict(changes)
    if without_arms:
        wanted |= {"arms": "", "arms_alt": ""}
    elif arms is not None:
        file = _file(municipality, *arms)
        # The storage may have put something behind the name; the hash in it says the same.
        kept = PurePath(municipality.arms.name or "").name
        if not kept.startswith(PurePath(file.name or "").stem):
            wanted["arms"] = file
    return change_head(municipality, by=by, changes=wanted, revision=revision)


def _file(municipality: Municipality, name: str, content: bytes) -> ContentFile[bytes]:
    suffix = suffix_of_arms(name, content)
    digest = hashlib.sha256(content).hexdigest()[:16]
    return ContentFile(content, name=f"{municipality.slug}-{digest}{suffix}")
