"""A sink that is filled many times a second."""

from crawler.sinks import extension


class Often(extension.FillsSink):
    """As the extension, and more often."""

    def _opened(self) -> None:
        self._loop.start(0.1, now=False)
