"""Files that belong to a plan: kept as they came, with their checksum, before a row names them."""

import hashlib
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from temaplan.workbench.plan.actions.objects import add_object, discard_object
from temaplan.workbench.plan.file_kinds import KINDS, FileKind, kind_named, kind_of
from temaplan.workbench.plan.models import Attachment, Person, Plan
from temaplan.workbench.plan.rules import files as rules
from temaplan.workbench.plan.verdicts import require
from temaplan.workbench.plan.wording import listed

_LONGEST_NAME = 200


def keep_file(
    *, plan: Plan, upload: "UploadedFile[bytes]", by: Person | None, internal: bool
) -> Attachment:
    """Keep a file: its kind is checked by its bytes, which are on the disk before the row is.

    Refused when it is empty, too large, or not what its name says.
    """
    name = _shown(upload.name or "")
    limit: int = settings.MAX_ATTACHMENT_BYTES
    require(rules.may_be_kept(name, size=upload.size or 0, limit=limit))
    content: bytes = upload.read()
    kind = _kind(name, content)
    field = Attachment._meta.get_field("content")
    stored = field.storage.save(
        f"{field.upload_to}{uuid4().hex}{kind.suffixes[0]}", ContentFile(content)
    )
    return add_object(
        Attachment,
        plan=plan,
        by=by,
        values={
            "name": name,
            "media_type": kind.media_type,
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "content": stored,
            "internal": internal,
        },
        slug_from=name.rpartition(".")[0],
    )


def discard_if_unused(file: Attachment, *, by: Person | None, reason: str) -> None:
    """Remove a file that no row refers to any more, so that it is not left open behind it."""
    related = (field for field in Attachment._meta.related_objects)
    if not any(
        each.related_model._default_manager.filter(**{each.field.name: file}).exists()
        for each in related
    ):
        discard_object(file, by=by, reason=reason)


def _kind(name: str, content: bytes) -> FileKind:
    named = kind_named(name)
    found = kind_of(content, named)
    require(
        rules.is_what_it_says(
            name,
            named=named.word if named else "",
            found=found.word if found else "",
            accepted=listed([kind.word for kind in KINDS]),
        )
    )
    assert found is not None  # the rule has refused it otherwise
    return found


def _shown(name: str) -> str:
    """Return the name without signs that are not seen, such as those that turn the text around."""
    seen = "".join(sign for sign in name if sign.isprintable()).strip()
    return seen[-_LONGEST_NAME:]
