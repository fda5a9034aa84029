"""A plan as a folder that people can read; writing and reading are exact inverses."""

from temaplan.documents.exchange.plan_folder.disk import read_folder, write_folder
from temaplan.documents.exchange.plan_folder.problems import FolderRefused, Problem
from temaplan.documents.exchange.plan_folder.reading import parse
from temaplan.documents.exchange.plan_folder.shapes import FieldShape, KindShape, PlanShapes
from temaplan.documents.exchange.plan_folder.snapshot import KeptFile, PlanSnapshot, suffix_of
from temaplan.documents.exchange.plan_folder.writing import Folder, write

__all__ = [
    "FieldShape",
    "Folder",
    "FolderRefused",
    "KeptFile",
    "KindShape",
    "PlanShapes",
    "PlanSnapshot",
    "Problem",
    "parse",
    "read_folder",
    "suffix_of",
    "write",
    "write_folder",
]
