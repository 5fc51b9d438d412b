"""Our things in; pages out. A page is a tuple of blocks, painted plainly or drawn with Rich."""
