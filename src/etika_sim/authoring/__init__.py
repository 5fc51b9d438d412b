"""What helps an author: a beginning, a sheet read in, a case shared, a case watched while it is written."""
