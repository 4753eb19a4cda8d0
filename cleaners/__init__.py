"""Clean Chinese articles out of HTML bytes."""
