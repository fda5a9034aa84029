"""Is a folder free to be written, or an earlier export of the same plan?"""

import tomllib
from pathlib import Path

from temaplan.documents.exchange.plan_folder.writing import CHECKSUMS, HISTORY

_TOP = {"plan.toml", "municipality.toml", CHECKSUMS, HISTORY}


def is_export_of(target: Path, slug: str) -> bool:
    """Tell whether nothing of somebody else's is lost when the folder is replaced.

    True when it is not there, empty, or holds what only an export of this plan writes:
    its history beside the plan's own head. Anything else lying in it counts as foreign.
    """
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return False
    if not target.exists() or not any(target.iterdir()):
        return True
    files = {path.name for path in target.iterdir() if not path.is_dir()}
    if not files <= _TOP or HISTORY not in files:
        return False
    try:
        return tomllib.loads((target / "plan.toml").read_text()).get("slug") == slug
    except (OSError, ValueError):
        return False
