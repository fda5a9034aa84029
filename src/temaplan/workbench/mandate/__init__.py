"""What the council has ordered: source documents, orders, criteria, deliverables (mandat). Stands on the plan and the actors."""
