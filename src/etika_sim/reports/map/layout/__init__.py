"""Layered graph drawing (Sugiyama, Tagawa and Toda 1981): ranks, ordering, coordinates, routing."""
