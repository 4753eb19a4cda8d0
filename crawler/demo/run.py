"""The demo crawl: six spiders, real settings, the fixture sites instead of the internet."""

from pathlib import Path

from scrapy.settings import Settings

import crawler.demo.settings
from crawler.running import Job, Run

# Beside the lists, each site's page that is no article: nothing links to it, and the demo shows what becomes of it.
JOBS = (
    Job(
        "yybnet", {"start": "https://www.yybnet.net/,https://www.yybnet.net/wuzhou/news/201807/7713001.html"}
    ),
    Job("ppfocus", {"start": "https://ppfocus.com/,https://ppfocus.com/0/di0000dead.html"}),
    Job("sanwenwang"),
    Job(
        "pinyin_mirror",
        {
            "start": "http://www.mirror-a.example/xzdt/,"
            "http://www.mirror-a.example/page/2014/0624/6382800.shtml"
        },
    ),
    Job(
        "fastadmin", {"start": "http://cms-old.example/cms/c/news.html,http://cms-new.example/cms/news.html"}
    ),
    Job(
        "generic",
        {
            "url": "http://news.yunhe.example/minsheng/",
            "sitemap": "http://news.yunhe.example/sitemap_index.xml",
            "feed": "http://news.yunhe.example/rss.xml",
        },
    ),
)


def demo_run(server: str, folder: Path) -> Run:
    """The crawl of the fixture server at `server` (host:port) into `folder`, ready to start."""
    settings = Settings()
    settings.setmodule(crawler.demo.settings, priority="project")
    own = {"FIXTURE_SERVER": server, "LOG_FILE": str(folder / "crawl.log"), "LOG_FILE_APPEND": False}
    settings.update(own, priority="cmdline")
    return Run(JOBS, settings, folder)
