"""Numbers about classes: pure folds over rooms, and the one gate through which they are told."""
