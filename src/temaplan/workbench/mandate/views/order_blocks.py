"""The parts of an order's page that only this house knows: demands, relations, course."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.mandate.models import Mandate, MandateRelation
from temaplan.workbench.mandate.views.addresses import order_url, part_url, source_url
from temaplan.workbench.mandate.vocabulary import RELATION
from temaplan.workbench.pages.cells import Action, Block, Cell, Line, lines_block
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.vocabulary import Capability


def blocks(access: Access, order: Mandate) -> Sequence[Block]:
    """Return what the order demands, how it hangs together with others, what happened."""
    return (
        _lines(
            access,
            order,
            heading=_("Leveranser"),
            anchor="leveranser",
            lines=[
                Line(
                    [
                        Cell(str(each.get_state_display()), tag="neutral"),
                        Cell(each.title, note=str(each.get_kind_display())),
                    ],
                    _links(access, order, each.slug, each.title, "deliverable"),
                )
                for each in order.deliverables.all()
            ],
            none=_("Ingen leveranser er registrert."),
            add=Action(
                _("Legg til leveranse"), order_url(access, order, "mandate-deliverable-add")
            ),
        ),
        _lines(
            access,
            order,
            heading=_("Kriterier"),
            anchor="kriterier",
            lines=[
                Line([Cell(each.text)], _links(access, order, each.slug, each.text, "criterion"))
                for each in order.criteria.all()
            ],
            none=_("Ordren har ingen registrerte kriterier."),
            add=Action(_("Legg til kriterium"), order_url(access, order, "mandate-criterion-add")),
        ),
        _lines(
            access,
            order,
            heading=_("Forhold til andre ordrer"),
            anchor="forhold",
            lines=_relations(access, order),
            none=_("Ingen forhold til andre ordrer er registrert."),
            add=Action(_("Legg til forhold"), order_url(access, order, "mandate-relation-add")),
        ),
        Block(_("Forløp"), "mandate/course.html", {"steps": _course(access, order)}, "forlop"),
    )


def _lines(
    access: Access,
    order: Mandate,
    *,
    heading: str,
    anchor: str,
    lines: Sequence[Line],
    none: str,
    add: Action,
) -> Block:
    may_add = add if access.may(Capability.EDIT) else None
    return lines_block(heading, lines, none=none, add=may_add, anchor=anchor)


def _links(access: Access, order: Mandate, part: str, about: str, kind: str) -> Sequence[Cell]:
    if not access.may(Capability.EDIT):
        return ()
    return (
        Cell(_("Endre"), part_url(access, order, part, f"mandate-{kind}-change"), about=about),
        Cell(_("Fjern"), part_url(access, order, part, f"mandate-{kind}-discard"), about=about),
    )


def _relations(access: Access, order: Mandate) -> list[Line]:
    """Tell both halves: what this order does with earlier ones, and later ones with it."""
    own = [
        _relation(access, order, each, RELATION[each.relation].label, each.earlier)
        for each in order.relations.all()
    ]
    inverse = [
        _relation(access, order, each, RELATION[each.relation].inverse, each.later)
        for each in order.inverse_relations.all()
    ]
    return own + inverse


def _relation(
    access: Access, order: Mandate, row: MandateRelation, word: object, other: Mandate
) -> Line:
    about = f"{word} {other.title}"
    remove = Cell(
        _("Fjern"), part_url(access, order, row.slug, "mandate-relation-remove"), about=about
    )
    return Line(
        [
            Cell(str(word), tag="neutral"),
            Cell(other.title, order_url(access, other), note=row.reason or other.document.title),
        ],
        (remove,) if access.may(Capability.EDIT) else (),
    )


@dataclass(frozen=True)
class CourseStep:
    """One thing that happened to the order."""

    when: str
    what: str
    document: Cell | None
    reason: str = ""


def _course(access: Access, order: Mandate) -> list[CourseStep]:
    source = order.document
    given = CourseStep(
        _day(source.decided_on), _("gitt"), Cell(source.title, source_url(access, source))
    )
    return [
        given,
        *(
            CourseStep(
                _day(step.taken_on),
                str(step.get_state_display()),
                Cell(step.document.title, source_url(access, step.document))
                if step.document
                else None,
                step.reason,
            )
            for step in order.steps.all()
        ),
    ]


def _day(day: date | None) -> str:
    return written_date(day) if day else _("ukjent dato")
