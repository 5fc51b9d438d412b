"""What authors do: create, edit, watch, audit, exchange and accept."""
