"""What the council has ordered (mandat): sources, orders, criteria, deliverables.

Stands on the plan and the actors.
"""
