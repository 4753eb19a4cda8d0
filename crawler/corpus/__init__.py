"""What is done with the articles of a crawl or a batch: read, group copies, filter, mask, export."""
