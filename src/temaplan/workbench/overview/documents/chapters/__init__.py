"""The chapters that the documents are put together from, each written once."""
