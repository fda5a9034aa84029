"""`new`: a plan of one's own from a template, with the questions that the browser asks."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from temaplan.cli.asking import ask, ask_which, can_ask, lacking
from temaplan.cli.faults import printable
from temaplan.cli.language import gettext as _
from temaplan.errors import BadInput

if TYPE_CHECKING:
    from temaplan.workbench.plan.models import Municipality

NAME = "new"
HELP = "Start en ny plan fra en mal."
NEEDS_WEB = True


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for the plan's short name; what else is missing is asked for on a terminal."""
    add = parser.add_argument
    add("slug", metavar=_("KORTNAVN"), help=_("planens adresse, for eksempel naeringsplan-2027"))
    add("--type", metavar=_("TYPE"), help=_("temaplan, kommunedelplan, samfunnsdel, handlingsdel"))
    add("--template", metavar=_("MAL"), help=_("temaplan (milepæler for en vår) eller tom"))
    add("--municipality", metavar=_("KODE"), help=_("kommunens nummer eller kortnavn"))
    add("--title", metavar=_("TEKST"), help=_("planens tittel"))
    add("--period", metavar=_("ÅR-ÅR"), help=_("planperioden, for eksempel 2027-2031"))
    add("--first-year", type=int, metavar=_("ÅR"), help=_("året milepælene legges i"))


def run(args: Namespace) -> int:
    """Start the plan; the result is a sentence with its short name."""
    from django.db import transaction

    from temaplan.workbench.plan.access import today
    from temaplan.workbench.plan.actions.start import start_plan
    from temaplan.workbench.plan.queries.start import plan_slug_verdict, usual_first_year
    from temaplan.workbench.plan.verdicts import require

    require(plan_slug_verdict(args.slug))
    values = {"plan_type": _plan_type(args), **_title_and_period(args)}
    template = _template(args)
    with transaction.atomic():
        municipality = _municipality(args)
        plan = start_plan(
            municipality=municipality,
            by=None,
            values=values,
            template=template,
            first_year=args.first_year or usual_first_year(today()),
            slug=args.slug,
        )
    words = _("Planen «{slug}» er startet i {municipality}, med {number} milepæler.")
    number = plan.milestone_set.count()
    print(printable(words.format(slug=plan.slug, municipality=municipality, number=number)))
    return 0


def _plan_type(args: Namespace) -> str:
    from temaplan.workbench.plan.vocabulary import PLAN_TYPE_WORDS

    codes = {word: code for code, word in PLAN_TYPE_WORDS.items()}
    word = args.type or _asked("--type", _("Hvilken plantype?"), {word: word for word in codes})
    if word not in codes:
        sentence = _("Plantypen «{word}» finnes ikke. Velg mellom {known}.")
        raise BadInput(sentence.format(word=word, known=", ".join(codes)))
    return codes[word]


def _template(args: Namespace) -> str:
    from temaplan.workbench.plan.plan_templates import PLAN_TEMPLATES

    known = {each.code: str(each.sentence) for each in PLAN_TEMPLATES}
    return args.template or _asked("--template", _("Hva skal tidslinjen begynne med?"), known)


def _asked(option: str, question: str, choices: dict[str, str]) -> str:
    if can_ask():
        return ask_which(question, choices)
    sentence = _("Skriv {option} med ett av disse ordene: {known}.")
    raise lacking(sentence.format(option=option, known=", ".join(choices)))


def _title_and_period(args: Namespace) -> dict[str, Any]:
    usual = args.slug.replace("-", " ").capitalize()
    title = args.title or (ask(_("Planens tittel"), usual=usual) if can_ask() else usual)
    return {"title": title, **_period(args.period)}


def _period(text: str | None) -> dict[str, int]:
    if not text:
        return {}
    years = text.replace("–", "-").split("-")
    if not all(year.isascii() and year.isdigit() for year in years) or len(years) not in {1, 2}:
        sentence = _("Perioden «{text}» er ikke forstått. Skriv for eksempel 2027-2031.")
        raise BadInput(sentence.format(text=text))
    return {"period_start": int(years[0]), "period_end": int(years[-1])}


def _municipality(args: Namespace) -> "Municipality":
    from temaplan.cli.places import municipality_for

    return municipality_for(args.municipality, quiet=args.quiet)
