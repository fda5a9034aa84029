"""The worker process: draws charts and builds documents, so that the web need not.

Started by `temaplan serve` as `python -m temaplan.config.serving.worker`.
"""

import os
import signal
from uuid import uuid4

from temaplan.config.serving.lifeline import end_with_parent, parent_from_environment

SECONDS_BETWEEN_LOOKS = 0.3


def main() -> None:
    """Take up what a killed worker left, then work until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "temaplan.config.settings")
    import django

    django.setup()
    from django_tasks_db.management.commands.db_worker import Worker

    from temaplan.workbench.overview.documents import queue

    end_with_parent(parent_from_environment(), lambda: os.kill(os.getpid(), signal.SIGTERM))
    name = uuid4().hex
    alive = queue.show_alive(name)
    queue.take_up_what_was_left()
    worker = Worker(
        queue_names=["default"],
        interval=SECONDS_BETWEEN_LOOKS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    worker.configure_signals()
    try:
        worker.run()
    finally:
        if alive is not None:
            alive.close()


if __name__ == "__main__":
    main()
