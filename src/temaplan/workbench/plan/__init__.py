"""The plan itself: municipality, profile, people, milestones, event log (plan, kommune, milepæl). Stands on nothing."""
