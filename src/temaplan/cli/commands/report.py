"""`report`: the default report of industrial structure, from the figures at hand."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from temaplan.cli.commands.build import FORMATS, formats_in
from temaplan.cli.language import gettext as _
from temaplan.cli.progress import Progress

if TYPE_CHECKING:
    from temaplan.report import Brought, Question

NAME = "report"
HELP = "Lag standardrapporten om næringsstruktur som nettside, PDF og Word."
CODE = "report"
KEPT = "report.json"


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for areas, period, formats, folder, and the tables that a user may bring."""
    add = parser.add_argument
    add(
        "--regions",
        type=codes_in,
        metavar=_("NUMMER"),
        help=_("kommunenummer eller gamle fylkesnummer med komma mellom: 4003,4001"),
    )
    add("--list", action="store_true", help=_("skriv områdene som har næringstall, og årene"))
    add(
        "--period",
        type=period_in,
        metavar=_("ÅR:ÅR"),
        help=_("start og slutt, for eksempel 2021:2022; ellers årene landet har tall for"),
    )
    add(
        "--format",
        type=formats_in,
        default=FORMATS,
        metavar=_("FORMAT"),
        help=_("ett eller flere av html, pdf og docx, med komma mellom"),
    )
    add("--out", type=Path, default=Path(), metavar=_("MAPPE"), help=_("mappen filene skrives i"))
    add(
        "--turnover",
        type=Path,
        metavar=_("FIL"),
        help=_("egen CSV med omsetning i varehandelen: region, period, value i mill. kr"),
    )
    add(
        "--quotas",
        type=Path,
        metavar=_("FIL"),
        help=_(
            "egen CSV med kvoter for næringsareal: industry, affected_share, resettlement, "
            "relocation, area"
        ),
    )
    add(
        "--areas",
        type=Path,
        metavar=_("FIL"),
        help=_("egen CSV med regionen hver kommune ligger i: region, area"),
    )
    parser.set_defaults(refuse=parser.error)


def run(args: Namespace) -> int:
    """Write the files, unless they are there for the same question; the result is their paths."""
    if args.list:
        return _list()
    if args.regions is None:
        args.refuse(_("Si hvilke områder med --regions. Se dem med «temaplan report --list»."))
    return _make(args)


def _list() -> int:
    """Write `number<TAB>name<TAB>years` for every area that can have a whole report."""
    from temaplan.report.areas import with_industries

    for area, years in with_industries():
        print(f"{area.code}\t{area.name}\t{years}")
    return 0


def _make(args: Namespace) -> int:
    from temaplan.cli.report_files import ReportFolder
    from temaplan.cli.web import require_web, set_up_django

    require_web(args)
    progress = Progress.of(args, steps=len(args.format) + 2)
    folder = ReportFolder(args.out, CODE, KEPT)
    question = _question(args)
    if folder.holds(question, args.format):
        progress.note(_("Ingenting er endret siden sist. Filene står som de er."))
    else:
        set_up_django(args)
        folder.write(question, args.format, progress)
    progress.end()
    print("\n".join(str(args.out / f"{CODE}.{form}") for form in args.format))
    return 0


def codes_in(text: str) -> tuple[str, ...]:
    """Return the numbers that a text holds."""
    codes = tuple(part.strip() for part in text.split(",") if part.strip())
    if not codes:
        raise ArgumentTypeError(_("Skriv minst ett nummer, for eksempel 4003."))
    return codes


def period_in(text: str) -> tuple[int, int]:
    """Return base and end."""
    first, colon, last = text.partition(":")
    if not colon or not first.strip().isdigit() or not last.strip().isdigit():
        raise ArgumentTypeError(
            _("«{text}» er ikke en periode. Skriv to årstall med kolon mellom: 2021:2022.").format(
                text=text
            )
        )
    return int(first), int(last)


def _question(args: Namespace) -> "Question":
    from temaplan.report import Question, middle
    from temaplan.report.chapters import land, retail

    return Question(
        regions=args.regions,
        period=args.period,
        form="nn" if args.language == "nn" else "nb",
        turnover=_brought(args.turnover, retail.COLUMNS),
        quotas=_brought(args.quotas, land.COLUMNS),
        areas=_brought(args.areas, middle.COLUMNS),
        translate=_,
    )


def _brought(path: Path | None, columns: str) -> "Brought | None":
    """Read a table that the user brings. Raises `BadInput` with every fault by line."""
    if path is None:
        return None
    from temaplan.analysis.descriptor import columns_of
    from temaplan.cli.tables.reading import read_table
    from temaplan.report import Brought

    wanted = columns_of(columns)
    table = read_table(path, wanted, {})
    return Brought(path.name, {column.name: table[column.name] for column in wanted})
