"""Role-play in public-service ethics in the terminal."""

__version__ = "0.1.0"
