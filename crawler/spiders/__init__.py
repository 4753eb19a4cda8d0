"""One file per site. Spiders find article URLs; what is in a page is the business of `cleaners`."""
