"""`qingwen schema`."""

import typer


def schema() -> None:
    """Print the JSON Schema of a line of articles.jsonl."""
    from schemas.json_schema import article_schema

    typer.echo(article_schema(), nl=False)
