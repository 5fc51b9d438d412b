"""The trainer's screens: what is projected, and the notes beside it. The host only draws and sends events."""
