"""From a request to the bytes of its page: what Scrapy and Twisted would give up over, and a browser would not."""
