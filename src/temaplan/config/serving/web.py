"""The web process: granian with one worker and threads.

One worker beats two on SQLite, which has one writer anyway, and halves the memory
(docs/explanation). Started by `temaplan serve` as `python -m temaplan.config.serving.web`.
"""

import multiprocessing
import os
import signal
import sys
from typing import Any

from temaplan.config.serving.lifeline import end_with_parent, parent_from_environment

# Requests for a PDF wait for the worker, each in a thread of its own.
THREADS = 12
SECONDS_TO_FINISH = 10


def application() -> Any:
    """Return the WSGI application; called once in the worker process."""
    granian = multiprocessing.parent_process()
    # There is nothing to finish: an action is stored whole or not at all.
    end_with_parent(granian.pid if granian else None, lambda: os._exit(1))
    from temaplan.config.wsgi import application as workbench

    return workbench


def main(host: str, port: int) -> None:
    """Serve until told to stop."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    end_with_parent(parent_from_environment(), lambda: os.kill(os.getpid(), signal.SIGTERM))
    Granian(
        "temaplan.config.serving.web:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=SECONDS_TO_FINISH,
        log_level=LogLevels.error,
        factory=True,
    ).serve()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
