"""The whole chain at once: front page, trace, documents (oversikt). Stands on every link."""
