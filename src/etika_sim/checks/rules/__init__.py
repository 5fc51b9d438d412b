"""One file a warning: `find(draft)` yields what could make a sound case teach badly."""
