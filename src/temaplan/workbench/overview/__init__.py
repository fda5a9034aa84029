"""The whole chain seen at once: front page, trace, documents, search (oversikt, sporing). Stands on every link."""
