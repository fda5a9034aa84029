"""The files of figures that come with Temaplan; each is checked before it is used."""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from temaplan.errors import MachineLacks

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class KeptFile:
    """A file as it came, with the checksum it had then."""

    name: str
    sha256: str


class DamagedFile(MachineLacks):
    """A file is not the one that came with Temaplan, so no figure is taken from it."""

    code = "damaged_file"


def content(kept: KeptFile, *, folder: Path = DATA) -> bytes:
    """Return the bytes of a file. Raises `DamagedFile` when they are not as they came."""
    try:
        found = (folder / kept.name).read_bytes()
    except FileNotFoundError as error:
        raise DamagedFile(
            f"Statistikkfilen {kept.name} mangler. Installer Temaplan på nytt."
        ) from error
    if hashlib.sha256(found).hexdigest() != kept.sha256:
        raise DamagedFile(
            f"Statistikkfilen {kept.name} er endret: kontrollsummen stemmer ikke. "
            "Installer Temaplan på nytt."
        )
    return found


def text(kept: KeptFile) -> str:
    """Return a file as text, unpacked, without the mark that some begin with."""
    found = content(kept)
    unpacked = gzip.decompress(found) if kept.name.endswith(".gz") else found
    return unpacked.decode("utf-8-sig")


def combined_sha256(files: tuple[KeptFile, ...]) -> str:
    """Return the checksum of one file, or one checksum for several."""
    if len(files) == 1:
        return files[0].sha256
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in files)
    return hashlib.sha256(sums.encode()).hexdigest()
