"""A live class led from this laptop: started, run, checked the day before, found again."""
