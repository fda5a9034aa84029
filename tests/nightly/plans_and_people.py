"""Names of the plans and people that the driver makes and the table of pages speaks of."""

# A plan with one row of every kind, one that is saved in, one without any row.
SAMPLE, SAVED_IN, EMPTY = "alle-slag", "to-lagrer", "uten-innhold"
EXAMPLES = ("drammen-2011", "eksempelvik")

# Somebody who may do everything in every municipality, and somebody who may do nothing.
# Everybody else is called as the role they have on the sample plan.
EVERYTHING, WITHOUT_ROLE = "everything", "without_role"
WHOLE_MUNICIPALITY = {"administrator", "operator"}
