"""地方网: print-paper articles of the cities' dailies, by city and county."""

from cleaners.sites.profile import Profile

PROFILE = Profile(
    name="yybnet",
    title="地方网",
    hosts=("yybnet.net",),
    marks=("新闻,讲述家乡的故事。有观点、有态度",),
    article_url=r"^/[a-z]+/news/\d{6}/\d+(?:_\d+)?\.html$",
    list_url=r"^/[a-z]+/(?:[a-z]+/)?(?:list_\d+\.html)?$",
    # The teaser of another article and a slogan stand inside the article's own container.
    end=r"^(?:新闻推荐|[\u4e00-\u9fff]{2,8}新闻[,，]讲述家乡的故事.*)$",
    residue=((r"\\(?=[’”'\"])", ""),),
)
