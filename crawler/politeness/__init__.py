"""How often a host is asked: robots.txt Crawl-delay, pauses after 429 and 503."""
