"""Mirrors that copy other sites' pages, convert them and insert readings: 區(qū).

They come and go under many hosts, so the junk they wrap around the copied page is the mark: empty elements, one
inside the other, that all carry the same random id of five characters.
"""

from cleaners.sites.profile import Profile

# Begins with literal text: a search that may skip ahead costs a tenth.
_WRAPPER = r" id=\"([a-z0-9]{5})\"(?:>|&gt;)"
_MORE = r"(?:(?:<|&lt;)(?:/[a-z]{2,8}|[a-z]{2,8} id=\"\1\")(?:>|&gt;)\s?){4}"

PROFILE = Profile(
    name="pinyin_mirror",
    title="拼音镜像",
    marks=(_WRAPPER + _MORE,),
    article_url=r"/\d{2,}[^/]*/[^/?]*\d{4,}[^/?]*\.s?html?$",
    list_url=r"^/[a-z]+/(?:index_\d+\.s?html?)?$",
    # The wrappers also turn up escaped, as text.
    noise=r"(?:</?[a-z]{2,8}(?: id=\"[a-z0-9]{5}\")?>\s*){2,}",
)
