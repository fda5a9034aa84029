"""The command `temaplan`: standard output carries the result, standard error what happens."""

from temaplan.cli.main import main

__all__ = ["main"]
