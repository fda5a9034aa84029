"""What the sources do not say about a chapter, in the plan's own sentence."""

from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import Writer


def write_silence(writer: Writer, reading: Reading, *links: str) -> bool:
    """Write the sentences about these links of the chain; tell whether there were any."""
    sentences = [reading.plan.silences[link] for link in links if link in reading.plan.silences]
    for sentence in sentences:
        writer.say(sentence, kind="missing")
    return bool(sentences)
