"""`build`: a plan's document as files, the same bytes for the same content."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from temaplan.cli.language import gettext as _
from temaplan.cli.progress import Progress
from temaplan.errors import BadInput

if TYPE_CHECKING:
    from temaplan.workbench.plan.models import Plan

NAME = "build"
HELP = "Bygg et dokument av en plan: nettside, PDF og Word."
NEEDS_WEB = True
FORMATS = ("html", "pdf", "docx")


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for the plan, the document, the formats and the folder."""
    parser.add_argument("plan", metavar=_("PLAN"), help=_("planens slug"))
    parser.add_argument(
        "document",
        metavar=_("DOKUMENT"),
        nargs="?",
        help=_("dokumentets kode, for eksempel status"),
    )
    parser.add_argument(
        "--list", action="store_true", help=_("skriv kode og tittel på dokumentene planen har")
    )
    parser.add_argument(
        "--format",
        default=",".join(FORMATS),
        metavar=_("FORMAT"),
        help=_("ett eller flere av html, pdf og docx, med komma mellom"),
    )
    parser.add_argument(
        "--out", type=Path, default=Path(), metavar=_("MAPPE"), help=_("mappen filene skrives i")
    )


def run(args: Namespace) -> int:
    """Write the files; the result is their paths."""
    from temaplan.cli.plans import plan_named

    plan = plan_named(args.plan)
    if args.list:
        return _list(plan)
    if args.document is None:
        raise BadInput(
            _(
                "Si hvilket dokument som skal bygges. Se dem med «temaplan build {plan} --list»."
            ).format(plan=plan.slug)
        )
    _build(plan, args)
    return 0


def _list(plan: "Plan") -> int:
    from django.utils import translation

    from temaplan.workbench.overview.documents.kinds import DOCUMENT_KINDS

    with translation.override(plan.written_language):
        for kind in DOCUMENT_KINDS:
            print(f"{kind.code}\t{kind.title}")
    return 0


def _build(plan: "Plan", args: Namespace) -> None:
    from temaplan.workbench.overview.documents.files import document_file, document_of

    formats = wanted_formats(args.format)
    document = document_of(plan, args.document, as_of=args.as_of)
    args.out.mkdir(parents=True, exist_ok=True)
    progress = Progress.of(args, steps=len(formats))
    for format_ in formats:
        path = args.out / f"{document.code}.{format_}"
        progress.step(_("Bygger {path}").format(path=path))
        path.write_bytes(document_file(document, plan, format_))
        print(path)
        sys.stdout.flush()
    progress.end()


def wanted_formats(text: str) -> Sequence[str]:
    """Return the formats that were asked for, each once."""
    formats = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [each for each in formats if each not in FORMATS]
    if unknown or not formats:
        raise BadInput(
            _("«{format}» er ikke et format. Velg ett eller flere av {known}.").format(
                format=unknown[0] if unknown else text, known=", ".join(FORMATS)
            ),
            code="unknown_format",
        )
    return formats
