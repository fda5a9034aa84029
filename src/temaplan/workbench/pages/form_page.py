"""Page types 4–6: a form, what an act has for consequence, and two people who saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.errors import TemaplanError
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.pages.history import newest_reason
from temaplan.workbench.pages.merge import differing_fields, lost_files
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.objects import AlreadySubmitted, Conflict


@dataclass(frozen=True)
class Consequence:
    """What happens if this is done: whole sentences, or cells with links."""

    loses: Sequence[Any] = ()
    changes: Sequence[Any] = ()
    stays: Sequence[Any] = ()


@dataclass(frozen=True)
class FormPage:
    """A form with its frame. `submit` is a verb with its object: «Legg til mandat»."""

    title: str
    form: PlanForm
    submit: str
    cancel: str
    intro: str = ""
    back: Action | None = None
    consequence: Consequence | None = None
    warning: str = ""


def answer_form(
    request: HttpRequest,
    access: Access | None,
    page: FormPage,
    *,
    act: Callable[[], Any],
    then: Callable[[Any], str],
    said: str = "",
) -> HttpResponse:
    """Show the form, or run its one action and go on.

    What was typed is kept on every refusal: a bad field, a rule that says no, or
    somebody else's newer save.
    """
    if request.method != "POST" or not page.form.is_valid():
        return show_form(request, page)
    try:
        row = act()
    except AlreadySubmitted as repeated:
        return HttpResponseRedirect(then(repeated.row))
    except Conflict as conflict:
        if _is_stored_already(conflict):
            return HttpResponseRedirect(then(conflict.current))
        return _merge(request, page, conflict)
    except TemaplanError as refusal:
        page.form.add_error(None, refusal.message)
        return show_form(request, page)
    messages.success(request, said or _("Lagret."))
    return HttpResponseRedirect(then(row))


def show_form(request: HttpRequest, page: FormPage) -> HttpResponse:
    """Show the form; 422 when it was refused, so that nothing takes it for saved."""
    refused = page.form.is_bound and not page.form.is_valid()
    return render(
        request,
        "pages/form.html",
        {"page": page, "form": page.form, "errors": _all_errors(page.form) if refused else []},
        status=422 if refused else 200,
    )


def _all_errors(form: PlanForm) -> list[tuple[str, str]]:
    """Return (address of the field on the page, sentence) for the error summary."""
    found = [("", str(error)) for error in form.non_field_errors()]
    for name, errors in form.errors.items():
        if name in form.fields:
            found += [(_place(form, name), str(error)) for error in errors]
    return found


def _place(form: PlanForm, name: str) -> str:
    """Return where the field is on the page: of a group of choices the first."""
    field = form[name]
    return f"#{field.auto_id}_0" if field.use_fieldset else f"#{field.auto_id}"


def _is_stored_already(conflict: Conflict) -> bool:
    """Tell whether the row already says what was asked for, and why, as after a double click."""
    return all(
        _as_stored(getattr(conflict.current, name)) == _as_stored(value)
        for name, value in conflict.attempted.items()
    ) and (not conflict.reason or conflict.reason == newest_reason(conflict.current))


def _as_stored(value: Any) -> Any:
    rows = value.all() if hasattr(value, "all") else value
    return set(rows) if isinstance(rows, QuerySet | list | tuple | set) else rows


def _merge(request: HttpRequest, page: FormPage, conflict: Conflict) -> HttpResponse:
    """Show both texts field by field; what is sent next stands on the newer revision."""
    return render(
        request,
        "pages/merge.html",
        {
            "page": page,
            "message": conflict.message,
            "fields": differing_fields(page.form, conflict.current),
            "revision": conflict.current.revision,
            "lost_files": lost_files(page.form),
        },
        status=409,
    )
