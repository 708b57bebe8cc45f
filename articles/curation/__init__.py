"""What editors look at beside the records: worklists, history, conflicts. Reads; every write is an action."""
