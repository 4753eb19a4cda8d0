"""From pages to records: cleaning (Fetched -> Outcome), since, writing, accounting (Outcome -> Article, or dropped).

They stand below 200; what users put behind them meets Articles, and items of their own.
"""
