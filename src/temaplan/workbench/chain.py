"""The links of the chain in the order a planner works, which is also the import order."""

CHAIN = ("plan", "actor", "mandate", "evidence", "challenge", "overview")
