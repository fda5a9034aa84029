"""Titles that state what a figure shows: each a pure rule from figures to a sentence.

A rule compares figures as they are written, so that a reader who checks the figure
against its title finds the same: what is equal at the written precision is a tie, and
what is written as 0 is no change.
"""
