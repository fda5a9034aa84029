"""Driver, run as a program inside an installation: its worker, and the rows of its queue.

The task itself is replaced: here it only shows that it has begun and stands still, or
does nothing at all. What is tried is the queue.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any


def instead(*arguments: Any) -> None:
    """Show that the task has begun, and stand still; or do nothing."""
    begun = os.environ.get("STAND_STILL")
    if begun:
        Path(begun).write_text("")
        time.sleep(60)


def work() -> None:
    """Run the worker as `serve` does."""
    import django

    django.setup()
    from temaplan.config.serving import worker
    from temaplan.workbench.overview.documents import tasks

    object.__setattr__(tasks.refresh_plan, "func", instead)
    worker.main()


def rows() -> None:
    """Print the rows of the queue."""
    import django

    django.setup()
    from django_tasks_db.models import DBTaskResult

    found = [
        {"task": row.task_path, "status": row.status, "attempts": len(row.worker_ids)}
        for row in DBTaskResult.objects.order_by("enqueued_at")
    ]
    print(json.dumps(found))


def take_up() -> None:
    """Do what a worker does when it starts; print how many tasks were made ready."""
    import django

    django.setup()
    from temaplan.workbench.overview.documents import queue

    print(queue.take_up_what_was_left())


if __name__ == "__main__":
    {"work": work, "rows": rows, "take_up": take_up}[sys.argv[1]]()
