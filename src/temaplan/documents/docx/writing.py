"""What one Word file needs to keep count of while it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from temaplan.documents.links import Destinations

# Relationships 1 to 5 are the fixed parts of the file, see `parts.py`.
FIRST_FREE = 6
# Lists 1 and 2 are in `numbering.xml`.
FIRST_LIST = 3


@dataclass
class Writing:
    """Names and numbers that must be unique in the file, given in reading order."""

    destinations: Destinations
    words: Mapping[str, str]
    addresses: dict[str, str] = field(default_factory=dict)
    pictures: dict[bytes, str] = field(default_factory=dict)
    number_lists: int = 0
    _bookmarks: dict[str, str] = field(default_factory=dict)
    _marks: int = 0
    _drawings: int = 0

    def address_id(self, address: str) -> str:
        """Return the relationship of a web address."""
        return self.addresses.setdefault(address, self._next_id())

    def picture_id(self, picture: bytes) -> str:
        """Return the relationship of a picture; the same picture is stored once."""
        return self.pictures.setdefault(picture, self._next_id())

    def bookmark(self, anchor: str) -> str:
        """Return Word's name of a place: anchors may be longer than it allows."""
        return self._bookmarks.setdefault(anchor, f"anchor_{len(self._bookmarks) + 1}")

    def next_mark(self) -> int:
        """Return the number of the next bookmark."""
        self._marks += 1
        return self._marks

    def next_drawing(self) -> int:
        """Return the number of the next drawing."""
        self._drawings += 1
        return self._drawings

    def next_list(self) -> int:
        """Return a list of numbers that begins at 1."""
        self.number_lists += 1
        return FIRST_LIST + self.number_lists - 1

    def _next_id(self) -> str:
        return f"rId{FIRST_FREE + len(self.addresses) + len(self.pictures)}"
