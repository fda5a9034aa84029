"""`build`: a plan's document as files, the same bytes for the same content."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from temaplan.cli.language import gettext as _
from temaplan.cli.progress import Progress

if TYPE_CHECKING:
    from temaplan.workbench.plan.models import Plan

NAME = "build"
HELP = "Bygg et dokument av en plan som nettside, PDF og Word."
NEEDS_WEB = True
FORMATS = ("html", "pdf", "docx")


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for the plan, the document, the formats and the folder."""
    add = parser.add_argument
    add("plan", metavar=_("PLAN"), help=_("planens slug"))
    add(
        "document",
        metavar=_("DOKUMENT"),
        nargs="?",
        help=_("dokumentets kode, for eksempel status"),
    )
    add("--list", action="store_true", help=_("skriv kode og tittel på dokumentene planen har"))
    add(
        "--format",
        type=formats_in,
        default=FORMATS,
        metavar=_("FORMAT"),
        help=_("ett eller flere av html, pdf og docx, med komma mellom"),
    )
    add("--out", type=Path, default=Path(), metavar=_("MAPPE"), help=_("mappen filene skrives i"))
    parser.set_defaults(refuse=parser.error)


def run(args: Namespace) -> int:
    """Write the files; the result is their paths."""
    from temaplan.cli.plans import plan_named

    if args.document is None and not args.list:
        args.refuse(
            _(
                "Si hvilket dokument som skal bygges. Se dem med «temaplan build {plan} --list»."
            ).format(plan=args.plan)
        )
    plan = plan_named(args.plan)
    if args.list:
        _list(plan)
    else:
        _build(plan, args)
    return 0


def formats_in(text: str) -> Sequence[str]:
    """Return the formats that were asked for, each once."""
    formats = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    unknown = [each for each in formats if each not in FORMATS]
    if unknown:
        raise ArgumentTypeError(
            _("«{format}» er ikke et format. Velg ett eller flere av {known}.").format(
                format=unknown[0], known=", ".join(FORMATS)
            )
        )
    return formats


def _list(plan: "Plan") -> None:
    from django.utils import translation

    from temaplan.workbench.overview.documents.kinds import DOCUMENT_KINDS

    with translation.override(plan.written_language):
        for kind in DOCUMENT_KINDS:
            print(f"{kind.code}\t{kind.title}")


def _build(plan: "Plan", args: Namespace) -> None:
    from temaplan.workbench.overview.documents.files import document_file, document_of

    document = document_of(plan, args.document, as_of=args.as_of)
    args.out.mkdir(parents=True, exist_ok=True)
    progress = Progress.of(args, steps=len(args.format))
    paths = [args.out / f"{document.code}.{form}" for form in args.format]
    for form, path in zip(args.format, paths, strict=True):
        progress.step(_("Bygger {path}").format(path=path))
        path.write_bytes(document_file(document, plan, form))
    progress.end()
    print("\n".join(map(str, paths)))
