"""Do now what the worker would do later: pages and files that are ready for the first reader."""

from collections.abc import Iterator

from temaplan.workbench.overview.documents import artefacts, pages, queue, tasks
from temaplan.workbench.overview.documents.catalogue import BUILDERS
from temaplan.workbench.plan.models import Plan

File = tuple[int, str, str, str]  # plan, document, language, format: as `build_file` takes them


def pages_are_missing(plan: Plan) -> bool:
    """Tell whether a plan's pages are of an older state than the plan."""
    return not pages.are_stored(plan)


def make_pages(plan: Plan) -> None:
    """Draw the charts of a plan and store its pages; nobody needs to do it again."""
    tasks.refresh_plan.call(plan.pk)
    queue.forget(tasks.refresh_plan, plan.pk)


def missing_files(plan: Plan) -> Iterator[File]:
    """Yield the files of a plan's documents, in its own written form, that are not made."""
    language = plan.written_language
    for code in BUILDERS:
        content = pages.page(plan, code, language)
        for format_ in artefacts.FORMATS:
            if not artefacts.stored_artefact(plan, code, language, format_, content["hash"]):
                yield plan.pk, code, language, format_


def make_file(file: File) -> None:
    """Make one file."""
    tasks.build_file.call(*file)
