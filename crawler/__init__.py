"""The Scrapy project: spiders discover, the pipeline hands pages to `cleaners` and keeps account of every one."""
