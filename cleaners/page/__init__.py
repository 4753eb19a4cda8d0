"""What a page prints and carries: nothing here judges."""
