"""Collects the houses' models for Django, nothing else."""

from temaplan.workbench.actor.models import *  # noqa: F403
from temaplan.workbench.challenge.models import *  # noqa: F403
from temaplan.workbench.evidence.models import *  # noqa: F403
from temaplan.workbench.mandate.models import *  # noqa: F403
from temaplan.workbench.overview.models import *  # noqa: F403
from temaplan.workbench.plan.models import *  # noqa: F403
