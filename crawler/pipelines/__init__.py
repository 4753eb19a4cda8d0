"""From pages to records: cleaning (Fetched -> Outcome), writing, accounting (Outcome -> Article, or dropped).

A pipeline between cleaning and accounting sees every Outcome: each candidate once.
"""
