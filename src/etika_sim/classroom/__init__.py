"""Many voters, one play: a class takes its decisions together."""
