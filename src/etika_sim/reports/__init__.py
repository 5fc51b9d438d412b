"""Plays in; documents out, to print and to hand over."""
