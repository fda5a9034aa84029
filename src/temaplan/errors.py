"""Errors that may be shown to people.

Everything derived from `TemaplanError` carries a whole Norwegian sentence that
says what is wrong, where, and what to do. Anything else that is raised is a bug.
"""


class TemaplanError(Exception):
    """A fault that a person can cure.

    `code` is stable English snake case for programs; the text is for people.
    """

    code = "temaplan_error"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = code


class BadInput(TemaplanError):
    """Something that was given to Temaplan cannot be used; nothing was changed (exit 3)."""

    code = "bad_input"


class MachineLacks(TemaplanError):
    """The machine lacks something; the sentence names the cure (exit 4)."""

    code = "machine_lacks"
