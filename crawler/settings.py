"""Settings of the Scrapy project, each with its reason. What is not here is Scrapy's default.

EXTENSIONS, DOWNLOADER_MIDDLEWARES, SPIDER_MIDDLEWARES and ITEM_PIPELINES are yours. What stands in those that end in
_BASE stays where yours name others: a crawl without its guards neither waits when a host asks it to nor ends.
"""

from scrapy.settings import default_settings as scrapy

BOT_NAME = "qingwen"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
SPIDER_LOADER_CLASS = "crawler.spiders.loader.SiteSpiderLoader"  # a spider for each site file
SITES: list[str] = []  # site files of your own, or folders of them: see docs/add-a-site.md

# --- who we are -------------------------------------------------------------------------------------------------
# Honest, and desktop-compatible: some sites redirect what does not look like a desktop browser to a mobile host.
# Add a way to reach you: -s USER_AGENT="Mozilla/5.0 (X11; Linux x86_64; compatible; qingwen/0.1; +https://you.example)"
USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; compatible; qingwen/0.1)"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    # Scrapy says `en`, which sends some sites to their English edition.
    "Accept-Language": "zh-CN,zh;q=0.9,zh-TW;q=0.8,en;q=0.3",
}
COOKIES_ENABLED = False  # articles need none, and they tie requests together

# --- politeness -------------------------------------------------------------------------------------------------
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "qingwen"  # the name that robots.txt files would use
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # one at a time per host; several hosts go on side by side
DOWNLOAD_DELAY = 1.0  # seconds between requests to a host; a longer Crawl-delay of its robots.txt wins
DOWNLOAD_DELAY_JITTER = 0.0  # jitter would undercut a Crawl-delay by half
RETRY_TIMES = 3  # a busy server gets three more chances, with growing pauses between
RETRY_AFTER_MAX = (
    600  # seconds of the longest pause (Retry-After) that a run waits for; a longer one ends the host
)
CRAWL_HOURS = None  # "22-6": hours in Asia/Shanghai in which the site may be asked; outside, the crawl ends
EXTENSIONS_BASE = scrapy.EXTENSIONS_BASE | {
    # After AutoThrottle (0), which would otherwise lower the delays that robots.txt and Retry-After asked for.
    "crawler.politeness.pace.Pace": 500,
    "crawler.sinks.extension.FillsSink": 500,
    "crawler.downloads.ending.Ending": 500,  # a crawl that is told to end does so within seconds
}

# --- safety -----------------------------------------------------------------------------------------------------
TELNETCONSOLE_ENABLED = False  # on in Scrapy: a console on the process
REMOTE_CONTROL_ENABLED = False  # on in Scrapy: an HTTP server that runs code
DOWNLOAD_VERIFY_CERTIFICATES = True  # off in Scrapy
DOWNLOAD_HANDLERS: dict[str, str | None] = {
    "http": "crawler.downloads.handler.HttpHandler",
    "https": "crawler.downloads.handler.HttpHandler",
    "file": None,
    "data": None,
    "ftp": None,
    "s3": None,
}  # http and https only
PRIVATE_HOSTS_ALLOWED: list[
    str
] = []  # host names and addresses that may be private; proxies are allowed anyway
TWISTED_DNS_RESOLVER = "crawler.safety.resolver.PublicResolver"  # refuses private addresses where it connects
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024  # bytes, also after decompression; Scrapy allows 1 GiB
DOWNLOAD_WARNSIZE = 4 * 1024 * 1024
DOWNLOAD_TIMEOUT = 60  # seconds; three minutes would hold a host's only slot too long
REDIRECT_MAX_TIMES = 5
METAREFRESH_MAXDELAY = 5  # seconds; slower ones are pages that reload themselves
URLLENGTH_LIMIT = 2_000

# --- the flow ---------------------------------------------------------------------------------------------------
DOWNLOADER_MIDDLEWARES_BASE = (
    scrapy.DOWNLOADER_MIDDLEWARES_BASE
    | {
        "crawler.safety.middleware.UrlGuard": 10,  # before all others: also robots.txt, redirects and retries pass it
        "crawler.politeness.backoff.HostClosed": 20,
        "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # forgets pages that redirect off site
        "crawler.safety.offsite.OnSite": 50,
        "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
        "crawler.politeness.robots.Robots": 100,
        "crawler.politeness.ward.HostHealth": 540,  # sees what redirects and retries ended with
        # In the places of Scrapy's: pages that they drop and a browser shows.
        "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
        "crawler.downloads.redirects.Refreshes": 580,
        "crawler.downloads.readable.Readable": 585,
        "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
        "crawler.downloads.compression.WholeBodies": 590,
        "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
        "crawler.downloads.redirects.Redirects": 600,
    }
)
SPIDER_MIDDLEWARES_BASE = scrapy.SPIDER_MIDDLEWARES_BASE | {
    "crawler.spiders.errors.CallbackErrors": 10,
    "crawler.politeness.hours.Hours": 900,
}
ITEM_PIPELINES_BASE = {  # yours stand from 200 on: they meet articles, and items of your own
    "crawler.pipelines.cleaning.CleaningPipeline": 100,
    "crawler.pipelines.since.SincePipeline": 120,
    "crawler.media.pipeline.MediaPipeline": 130,
    "crawler.pipelines.writing.WritingPipeline": 140,
    "crawler.pipelines.accounting.AccountingPipeline": 160,
}
CLEANER_WORKERS = (
    1  # child processes that clean, so that no page can stop the crawl; 0: the crawler's own process
)
KINDS = ["article", "gallery"]  # kinds of pages that are taken; `thread`: forum threads, with their replies
FORMATS: list[str] = []  # markdown, html, blocks: what is written of an article's structure beside its text
MEDIA: list[str] = []  # images, attachments: files of articles that are downloaded into JOB/media
MEDIA_MAXSIZE = 64 * 1024 * 1024  # bytes of the largest of them
CONCURRENT_ITEMS = 8  # of one response: Scrapy makes so many tasks for each, a hundred by default
SINCE = None  # ISO date: older articles are rejected, and lists that lead only to such are left
OUTCOMES_DIR = None  # folder for articles.jsonl, rejections.jsonl, failures.jsonl, report.json
REQUEST_FINGERPRINTER_CLASS = "crawler.discovery.canonical.SeenFingerprinter"
# An Article is written as the library writes it: the same JSON as Article.model_dump_json().
FEED_EXPORTERS = dict.fromkeys(("jsonlines", "jsonl", "jl"), "crawler.pipelines.feeds.ArticleLines")
FEED_EXPORT_ENCODING = "utf-8"

# --- the browser (docs/render.md) -------------------------------------------------------------------------------
RENDER = None  # "auto": a page that is an empty shell is asked for once more, with a browser
RENDER_BROWSER = None  # the program; Chromium or Chrome where it is found, else Playwright's own
RENDER_TIMEOUT = 45  # seconds for a page, until it is quiet
RENDER_MEMORY = 1024 * 1024 * 1024  # bytes that a page's process may take; beyond, the page is a failure

# --- durability (see docs/crash-contract.md) --------------------------------------------------------------------
JOB = None  # folder: the crawl survives kill -9, and the next run of the job fetches what is new
SINK = None  # postgresql://user@host/name or sqlite:///file: filled from the job while it goes on (docs/items.md)
JOB_REDIS = None  # redis://host/0: any number of workers on any machines (see docs/cluster.md)
JOB_LEASE = 60  # seconds until the pages of a worker that is silent are given to others
JOB_ATTEMPTS = 3  # of a page whose callback or pipeline raises, before it is a Failure
JOB_ARCHIVE = True  # keep the raw responses as WARC
JOB_RECHECK = (
    86_400  # seconds until a known article is first looked at again; later the older it is. 0: never
)

# --- running ----------------------------------------------------------------------------------------------------
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
ADDONS = {
    "crawler.logs.Logs": 100,
    "crawler.names.SettingNames": 200,
    "crawler.job.addon.JobAddon": 500,
    "crawler.render.addon.RenderAddon": 600,
}
LOG_LEVEL = "INFO"  # DEBUG prints every article
LOG_JSON = False  # one JSON object a line
LOG_FORMATTER = "crawler.logs.ShortMessages"
