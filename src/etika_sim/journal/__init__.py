"""Journal: plays and classes laid in the store as they happen, and what can be read off them."""
