"""Menus of numbered lines: the main menu, teaching, writing, and a person's own notes."""
