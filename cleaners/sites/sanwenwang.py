"""散文网: essays and reports sent in by readers."""

from cleaners.sites.profile import Profile

PROFILE = Profile(
    name="sanwenwang",
    title="散文网",
    hosts=("sanwenwang.com", "sanwen.net", "sanwen8.cn"),
    marks=("首发散文网",),
    article_url=r"^/(?:subject/\d+/?|(?:sanwen|suibi|zawen|a)/[a-z]{7,8}\.html)$",
    list_url=r"^/(?:sanwen|suibi|zawen)/(?:index_\d+\.html)?$",
    body="div.content",
    drop=".adcontent, .adsbygoogle, .tags, .share, .copyright, .postcomment, li[id^=c] > div",
    noise=r"[（(]\s*文章阅读网[:：]\s*www\.sanwen\.net\s*[)）]",
    canonical=r"首发散文网[:：]\s*(https?://\S+)",
    # A copier that drops the hidden span's style leaves its text in the paragraph.
    residue=((r"[（(]\s*文章阅读网[:：]\s*www\.sanwen\.net\s*[)）]", ""),),
)
