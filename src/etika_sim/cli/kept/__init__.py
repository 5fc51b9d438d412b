"""What is kept on this laptop, for the one who owns it: read, exported, printed, deleted."""
