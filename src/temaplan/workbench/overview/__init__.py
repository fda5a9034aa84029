"""The whole chain at once: front page, trace, documents (oversikt, sporing). Stands on every link."""
