"""Fetched -> Outcome."""

from datetime import UTC, datetime

from cleaners.cleaner import Cleaner
from crawler.items import Fetched, Outcome
from schemas import Article, Failure, Flag, Page, Rejection, Stage


class CleaningPipeline:
    """Cleans what the spiders fetched; an Outcome that a spider made itself passes."""

    def __init__(self) -> None:
        self._cleaner = Cleaner()

    def process_item(self, item: Fetched | Outcome) -> Outcome:
        """Never raises: a page that breaks the cleaner is a Failure."""
        if isinstance(item, Outcome):
            return item
        try:
            return Outcome(item.site, clean(item, self._cleaner))
        except Exception as error:  # whatever one page does, the crawl goes on and the page is kept
            return Outcome(item.site, _broken(item.pages[0], error))


def clean(item: Fetched, cleaner: Cleaner) -> Article | Rejection:
    """The article of one or several pages. The first page decides whether there is one."""
    results = [cleaner.process(page) for page in item.pages]
    if isinstance(results[0], Rejection):
        return results[0]
    articles = [result for result in results if isinstance(result, Article)]
    article = articles[0] if len(articles) == 1 else _joined(articles)
    whole = item.whole and len(articles) == len(results)
    return article if whole else _truncated(article)


def _joined(articles: list[Article]) -> Article:
    from cleaners.joining import join

    return join(articles)


def _truncated(article: Article) -> Article:
    return article.model_copy(update={"flags": tuple(dict.fromkeys((*article.flags, Flag.TRUNCATED)))})


def _broken(page: Page, error: Exception) -> Failure:
    return Failure(
        url=page.url,
        stage=Stage.CLEAN,
        error=type(error).__name__,
        detail=str(error)[:300],
        failed_at=datetime.now(UTC),
    )
