"""What the plan must answer, and who can do what (utfordring, rolle).

Stands on findings and actors.
"""
