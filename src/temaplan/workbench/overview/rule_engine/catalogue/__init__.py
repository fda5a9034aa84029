"""The rules R01–R40 as data, in the order of their numbers."""

from temaplan.workbench.overview.rule_engine.catalogue.archive_and_privacy import (
    ARCHIVE_AND_PRIVACY,
)
from temaplan.workbench.overview.rule_engine.catalogue.hearing import HEARING
from temaplan.workbench.overview.rule_engine.catalogue.meetings import MEETINGS
from temaplan.workbench.overview.rule_engine.catalogue.participation import PARTICIPATION
from temaplan.workbench.overview.rule_engine.catalogue.plan_and_decision import PLAN_AND_DECISION
from temaplan.workbench.overview.rule_engine.catalogue.text_and_access import TEXT_AND_ACCESS
from temaplan.workbench.overview.rule_engine.rule import Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *PLAN_AND_DECISION,
            *HEARING,
            *PARTICIPATION,
            *MEETINGS,
            *ARCHIVE_AND_PRIVACY,
            *TEXT_AND_ACCESS,
        ),
        key=lambda rule: rule.id,
    )
)
RULE = {rule.id: rule for rule in RULES}
