"""The parts of a Word file in one archive, the same bytes every time."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

# The archive's own first moment; the date of the document is in its properties.
NO_TIME = (1980, 1, 1, 0, 0, 0)
LEVEL = 6
UNIX = 3


def package(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive with the parts in the given order."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = UNIX
            archive.writestr(entry, content)
    return made.getvalue()
