"""One job on several machines: the crawl of `crawler.job`, with its ledger in Redis (settings JOB and JOB_REDIS)."""
