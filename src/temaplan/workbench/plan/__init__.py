"""The plan itself: municipality, profile, people, milestones, event log. Stands on nothing.

Norwegian: plan, kommune, person, rolle, milepæl, hendelse.
"""
