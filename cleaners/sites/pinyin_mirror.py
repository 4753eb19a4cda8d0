"""Mirrors that copy other sites' pages, convert them and insert readings: 區(qū).

They come and go under many hosts, so the junk they wrap around the copied page is the mark: empty elements, one
inside the other, that all carry the same random id of five characters.
"""

from cleaners.sites.profile import Profile

# No attribute and no Chinese text between them: a careless page repeats ids as well, but on its list items.
_WRAPPERS = r" id=\"([a-z0-9]{5})\"(?:>|&gt;)(?:[^\"\u4e00-\u9fff]{0,200} id=\"\1\"(?:>|&gt;)){3}"

PROFILE = Profile(
    name="pinyin_mirror",
    title="拼音镜像",
    marks=(_WRAPPERS,),
    article_url=r"/\d{2,}[^/]*/[^/?]*\d{4,}[^/?]*\.s?html?$",
    list_url=r"^/[a-z]+/(?:index_\d+\.s?html?)?$",
    # The wrappers also turn up escaped, as text.
    noise=r"(?:</?[a-z]{2,8}(?: id=\"[a-z0-9]{5}\")?>\s*){2,}",
)
