"""Statistics from outside: the tables kept here, and files that a person brings.

The only house that will ever fetch from the network. It knows nothing of plans.
"""
