"""Who can act: organisations in the four groups (aktører). Stands on the plan."""
