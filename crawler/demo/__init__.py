"""The fixture sites served on loopback and crawled by the real spiders."""
