"""What lies on the tables of a class: sheets to print, so that a session survives a dark screen."""
