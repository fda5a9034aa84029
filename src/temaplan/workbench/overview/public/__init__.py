"""The pages that everybody may read without logging in: plans, documents, trace."""
