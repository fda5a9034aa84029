"""The files of a folder while it is read: which were named, which sums were promised."""

import hashlib
import re
from collections.abc import Iterator

from temaplan.documents.exchange.plan_folder.problems import Problems, quoted
from temaplan.documents.exchange.plan_folder.rows import Row
from temaplan.documents.exchange.plan_folder.shapes import KindShape
from temaplan.documents.exchange.plan_folder.snapshot import KeptFile, suffix_of
from temaplan.documents.exchange.plan_folder.text_files import read_text
from temaplan.documents.exchange.plan_folder.writing import (
    CHECKSUMS,
    HISTORY,
    Folder,
    path_of_row_file,
)

_SUM_LINE = re.compile(r"([0-9a-f]{64})  (.+)", re.ASCII)
_ARMS = re.compile(r"attachments/arms(\.[a-z0-9]{1,8})?", re.ASCII)


class FolderFiles:
    """Gives out the files of a folder, and knows at the end which ones nothing named."""

    def __init__(self, folder: Folder, problems: Problems) -> None:
        self._folder = folder
        self._problems = problems
        self._named = {CHECKSUMS, HISTORY}
        self._to_sum: dict[str, str] = {}

    def take(self, file: str) -> bytes | None:
        """Return a file's bytes; from now on it is named."""
        self._named.add(file)
        return self._folder.get(file)

    def pages(self, shape: KindShape) -> Iterator[str]:
        """Yield the files that hold one row each of a kind."""
        for file in sorted(self._folder):
            folder, _, name = file.rpartition("/")
            if f"{folder}/" == shape.folder and name.endswith(shape.extension):
                yield file

    def arms(self, municipality: Row) -> dict[str, KeptFile]:
        """Return the municipality's coat of arms when it names one."""
        path = municipality.values.pop("arms", None)
        if path is None:
            return {}
        line = municipality.lines.get("arms", 1)
        match = _ARMS.fullmatch(path) if isinstance(path, str) else None
        if match is None:
            self._problems.add(
                municipality.file,
                line,
                f"Stien {quoted(path)} kan ikke brukes. Våpenet må ligge i mappen som "
                "attachments/arms.svg eller attachments/arms.png.",
            )
            return {}
        ref = f"municipality/{municipality.values['slug']}"
        return self._kept(ref, path, match[1] or "", f"{municipality.file}, linje {line},")

    def of_row(self, row: Row) -> dict[str, KeptFile]:
        """Return the file that belongs to a row, for kinds that have one."""
        if not row.shape.record.file_field:
            return {}
        path = path_of_row_file(row.shape, row.values)
        named_by = f"{row.file}, linje {row.line},"
        kept = self._kept(row.ref, path, suffix_of(row.values["name"]), named_by)
        for found in kept.values():
            self._check_row(row, path, found.content)
        return kept

    def sum_of(self, file: str, row: Row, content: bytes) -> None:
        """Remember that a file must be in the list of sums, and check the row's own sum."""
        self._to_sum[file] = _sha256(content)
        self._check_row(row, file, content)

    def _kept(self, ref: str, path: str, suffix: str, named_by: str) -> dict[str, KeptFile]:
        content = self.take(path)
        if content is None:
            self._problems.add(path, 0, f"Fila mangler. {named_by} viser til den.")
            return {}
        self._to_sum[path] = _sha256(content)
        return {ref: KeptFile(suffix, content)}

    def _check_row(self, row: Row, file: str, content: bytes) -> None:
        found = {"sha256": _sha256(content), "size": len(content)}
        for name, value in found.items():
            if name in row.values and row.values[name] not in {value, "", None}:
                self._problems.add(
                    row.file,
                    row.line_of(name),
                    f"«{name}» stemmer ikke med {file}. Hent fila på nytt, eller skriv {value} "
                    "hvis fila er riktig.",
                )

    def check_sums(self) -> None:
        """Compare the list of sums with the files."""
        content = self._folder.get(CHECKSUMS)
        text = read_text(CHECKSUMS, content, self._problems) if content else ""
        listed: set[str] = set()
        for number, line in enumerate((text or "").split("\n"), start=1):
            if line:
                listed.add(self._check_line(number, line, listed))
        for path in sorted(self._to_sum.keys() - listed):
            self._problems.add(
                CHECKSUMS, 0, f"Linjen for {path} mangler. Legg til: {self._to_sum[path]}  {path}"
            )

    def _check_line(self, number: int, line: str, before: set[str]) -> str:
        match = _SUM_LINE.fullmatch(line)
        if match is None:
            self._problems.add(CHECKSUMS, number, "Linjen må være en SHA-256, to blanke og stien.")
            return ""
        path = match[2]
        if path in before:
            self._problems.add(CHECKSUMS, number, f"{path} står to ganger. Behold den ene.")
        elif path not in self._to_sum:
            self._problems.add(
                CHECKSUMS,
                number,
                f"Stien {quoted(path)} er ikke et vedlegg eller en resultatfil i mappen. "
                "Ta linjen bort, eller legg til fila.",
            )
        elif self._to_sum[path] != match[1]:
            self._problems.add(
                CHECKSUMS,
                number,
                f"Kontrollsummen stemmer ikke med {path}. Hent fila på nytt, eller skriv "
                f"{self._to_sum[path]} hvis fila er riktig.",
            )
        return path

    def note_unnamed(self) -> None:
        """Note every file that nothing names, so that none is lost in silence."""
        for file in sorted(self._folder.keys() - self._named):
            self._problems.add(
                file, 0, "Ingenting i planen nevner denne fila. Flytt den ut av mappen."
            )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
