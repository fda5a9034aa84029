"""Drawn cases have no deadline: how long one takes says more of the machine than of the code."""

from hypothesis import settings

settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")
