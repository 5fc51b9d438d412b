"""The store, what the laptop remembers: one append-only log, and the versions of cases that were played."""
