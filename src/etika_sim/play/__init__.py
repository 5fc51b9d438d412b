"""A scenario and some choices in; where you stand and how you did out."""
