"""Sites on the CMS add-on of FastAdmin, in both generations of its default theme (1.1 and 1.5)."""

from cleaners.sites.profile import Profile

PROFILE = Profile(
    name="fastadmin",
    title="FastAdmin CMS",
    marks=(
        "addons/cms/",
        r"id=[\"']floatbtn[\"']|class=[\"'](?:article-text|entry-meta|article-metas)[\"']",
    ),
    # c, t, p: category, tag and single page. A long article id is a hash of at least ten characters.
    article_url=r"^(?:/cms)?/(?:a/[\w-]+|(?![ctp]/|special/)[a-z][\w-]*/(?:\d+|\w{10,}))\.html$",
    list_url=r"^(?:/cms)?/(?:c/)?[a-z][\w-]*\.html(?:\?page=\d+)?$",
    # The outer <p> of .article-text is closed by the editor's first <p>: never select a <p> in it.
    body="div.article-text",
    drop="#floatbtn, #comments, .article-donate, .article-pay, .social-share, .entry-meta, .article-prevnext, "
    ".related-article, aside",
)
