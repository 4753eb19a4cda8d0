"""Files that articles show or give: pictures and attachments, kept beside the archive under the digest of their bytes.

`qingwen crawl --media images,attachments`, or the setting MEDIA.
"""
