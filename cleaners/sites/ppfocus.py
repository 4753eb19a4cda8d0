"""人人焦點: Traditional reposts of articles of the mainland press."""

from cleaners.sites.profile import Profile

PROFILE = Profile(
    name="ppfocus",
    title="人人焦點",
    hosts=("ppfocus.com",),
    article_url=r"^/0/[a-z]{2}[0-9a-f]{6,9}\.html$",
    list_url=r"^/channel/[a-z]{2}(?:\?page=\d+)?$",
    end=r"^相[關关]焦[點点]$",
)
