"""The depth of headings, so that no output skips a level."""

from collections.abc import Iterator, Sequence

from temaplan.documents.document import Block, Heading

DEEPEST = 5


def with_depth(blocks: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    """Return each block with the depth of its section; 1 is a chapter.

    A heading that skips a level stands one level under the one before it: screen
    readers lose the thread otherwise, and the PDF standard forbids it.
    """
    depth = 0
    for block in blocks:
        if isinstance(block, Heading):
            depth = max(1, min(block.level, depth + 1, DEEPEST))
        yield block, depth
