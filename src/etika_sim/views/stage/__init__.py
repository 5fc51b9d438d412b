"""The wall: what a class sees of its room, sheet by sheet, as lines that fit a projector."""
