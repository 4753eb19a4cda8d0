"""Spiders find article URLs; what is in a page is the business of `cleaners`. Those of sites are made from their files."""
