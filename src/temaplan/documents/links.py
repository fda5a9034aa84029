"""Where the links of a document lead, whichever output they stand in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from temaplan.documents.document import Block, Figure, Heading, Paragraph, PlanDocument, Run, Table

Link = Callable[[str], str]

WEB = ("https://", "http://", "mailto:")
NOTES_ANCHOR = "noter"


def nowhere(target: str) -> str:
    """Know no addresses: words of a file that stands alone have no link."""
    return ""


def anchors_of(block: Block) -> Iterator[str]:
    """Return the places of a block that can be linked to."""
    if isinstance(block, Heading | Paragraph | Table | Figure) and block.anchor:
        yield block.anchor
    if isinstance(block, Figure) and block.table.anchor:
        yield block.table.anchor


@dataclass
class Destinations:
    """Resolves every target of one document, and counts where notes are called."""

    document: PlanDocument
    link: Link = nowhere
    _called: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.anchors = {
            anchor for block in self.document.blocks for anchor in anchors_of(block)
        } | ({NOTES_ANCHOR} if self.document.notes else set())
        self.notes = {note.number for note in self.document.notes}

    def address(self, target: str) -> str:
        """Return the address of a target, or nothing when it leads nowhere."""
        if target.startswith("#"):
            return target if target[1:] in self.anchors else ""
        return target if not target or target.startswith(WEB) else self.link(target)

    def call(self, run: Run) -> str:
        """Return the anchor of this call of a note, or nothing when there is no such note.

        The first call is what the note leads back to.
        """
        if run.note not in self.notes or run.note is None:
            return ""
        times = self._called[run.note] = self._called.get(run.note, 0) + 1
        return call_anchor(run.note) if times == 1 else f"{call_anchor(run.note)}-{times}"

    def is_called(self, number: int) -> bool:
        """Tell whether the text called a note; to be asked after the text is written."""
        return number in self._called


def note_anchor(number: int) -> str:
    """Return the anchor of a note."""
    return f"note-{number}"


def call_anchor(number: int) -> str:
    """Return the anchor of the place where a note is first called."""
    return f"note-{number}-i-teksten"
