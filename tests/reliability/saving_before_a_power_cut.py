"""Driver, run as a program inside an installation: documents with a file, one after the other.

python saving_before_a_power_cut.py FILE NUMBER [careless-database | careless-files]

Saves through the pages, as a person does, and writes the title of each document to FILE
when its answer has come. With the last word it runs less carefully than the program does,
so that a test can show that it would see the loss.
"""

import os
import sys
from pathlib import Path

import django

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from temaplan.workbench.plan.models import Municipality, Plan  # noqa: E402
from tests.fixtures.cast import person_with  # noqa: E402


def main(acknowledgements: Path, number: int, careless: str = "") -> None:
    """Save, and say what has been answered for."""
    municipality = Municipality.objects.create(slug="prove", name="Prøve kommune")
    plan = Plan.objects.create(
        municipality=municipality, slug="prove-plan", title="Plan", plan_type="thematic_plan"
    )
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person_with("planner", plan, whole_municipality=True))
    if careless == "careless-database":
        connection.cursor().execute("PRAGMA synchronous=NORMAL")
    if careless == "careless-files":
        os.fsync = lambda descriptor: None
    heard = os.open(acknowledgements, os.O_WRONLY | os.O_CREAT)
    for each in range(number):
        title = f"Dokument {each}"
        file = SimpleUploadedFile(f"dokument-{each}.txt", f"{title}\n".encode() * 500)
        answer = client.post(
            f"/arbeid/{plan.slug}/mandat/dokumenter/ny/",
            {"title": title, "kind": "other", "upload": file},
        )
        assert answer.status_code == 302, answer.content.decode()
        os.write(heard, f"{title}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
