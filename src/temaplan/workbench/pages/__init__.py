"""Page types: list, object, form, consequence, merge, fault. They know no house."""
