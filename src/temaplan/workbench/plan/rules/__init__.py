"""What may be done in the plan house, and the sentence when it may not."""
