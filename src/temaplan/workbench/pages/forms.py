"""Forms: one subject a page, forgiving dates, nothing typed is ever lost."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import NotADate, ReadDate, read_date, written_date


class NorwegianDateField(forms.CharField):
    """A date typed as text. Cleans to a `datetime.date`, or None when empty.

    With `months=True` a month alone is allowed and the value is a `ReadDate`.
    """

    def __init__(
        self, *, months: bool = False, year: int | None = None, what: Any = "", **kwargs: Any
    ) -> None:
        self.months, self.year, self.what = months, year, what
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", gettext_lazy("For eksempel 7. juni 2011 eller 07.06.2011."))
        super().__init__(max_length=60, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show a stored date as people write it."""
        if isinstance(value, ReadDate):
            return written_date(value.day, value.precision)
        return written_date(value) if hasattr(value, "year") else value

    def clean(self, value: Any) -> Any:
        """Read the typed text; the refusal says what is wrong with just that date."""
        text = super().clean(value)
        if not text:
            return None
        try:
            read = read_date(text, year=self.year, what=str(self.what))
        except NotADate as error:
            raise forms.ValidationError(error.message) from error
        if self.months:
            return read
        if read.precision == "month":
            raise forms.ValidationError(_("Skriv også dagen i måneden."))
        return read.day


class PlanForm(forms.Form):
    """A form about one row of a plan.

    `first` names the fields asked first, `more` those under «Flere opplysninger».
    A hidden `revision` tells which state of the row the person read, a hidden
    `submission` makes a form that is sent twice store one row.
    """

    first: ClassVar[tuple[str, ...]] = ()
    more: ClassVar[tuple[str, ...]] = ()

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: Any = None,
        *,
        access: Access,
        row: Any = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        self.access, self.row = access, row
        start = {**(self.initial_from(row) if row is not None else {}), **(initial or {})}
        start["revision"] = getattr(row, "revision", None)
        start["submission"] = uuid4()
        super().__init__(
            with_plain_line_ends(data) or None, files or None, initial=start, label_suffix=""
        )
        for name, field in self.fields.items():
            describe(self, name, field)

    def initial_from(self, row: Any) -> dict[str, Any]:
        """Return the row's values for the fields of the same name."""
        names = (name for name in self.base_fields if name not in {"revision", "submission"})
        return {name: _initial(row, name) for name in names if hasattr(row, name)}

    def values(self) -> dict[str, Any]:
        """Return the clean values without the hidden ones."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in {"revision", "submission"}
        }

    @property
    def revision_read(self) -> int:
        """The revision of the row that the person had before them."""
        return int(self.cleaned_data.get("revision") or 0)

    @property
    def submission_key(self) -> UUID | None:
        """The key that marks one filling-in of this form."""
        return self.cleaned_data.get("submission")

    @property
    def asked_first(self) -> list[forms.BoundField]:
        """The fields that stand open on the page."""
        shown = self.first or tuple(
            name for name in self.fields if name not in {*self.more, "revision", "submission"}
        )
        return [self[name] for name in shown if name in self.fields]

    @property
    def asked_later(self) -> list[forms.BoundField]:
        """The fields under «Flere opplysninger»."""
        return [self[name] for name in self.more if name in self.fields]

    @property
    def later_is_open(self) -> bool:
        """Open the folded part when it holds an error or something already filled in."""
        return any(field.errors or field.value() for field in self.asked_later)


def _initial(row: Any, name: str) -> Any:
    value = getattr(row, name)
    if hasattr(value, "all"):
        return [related.pk for related in value.all()]
    return getattr(value, "pk", value)


def describe(form: forms.Form, name: str, field: forms.Field) -> None:
    """Name the field in the refusal, and tell those who cannot see that it is required.

    Django ties hint and error to the field when it is drawn; doing so here would read
    the form before a subclass has filled its lists. A group of choices says nothing,
    since a single choice is never required.
    """
    # The page says what is missing in its own words; a browser would stop the sending.
    form.use_required_attribute = False
    if not field.required or field.widget.is_hidden:
        return
    field.error_messages["required"] = _("Fyll ut «%(label)s».") % {"label": field.label}
    if not field.widget.use_fieldset:
        field.widget.attrs["aria-required"] = "true"


def with_plain_line_ends(data: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Return what was sent with the line ends that rows are stored with.

    A browser sends CRLF. Kept as it is, a text that nobody touched would count as
    changed, and as differing when two people save.
    """
    if not isinstance(data, QueryDict):
        return data
    plain = QueryDict(mutable=True, encoding=data.encoding)
    for name, values in data.lists():
        plain.setlist(name, [value.replace("\r\n", "\n") for value in values])
    return plain
