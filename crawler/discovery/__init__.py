"""Where article URLs come from: lists, pagination, sitemaps, feeds. Pure functions over responses and URLs."""
