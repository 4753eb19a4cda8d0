"""Looking into records."""


def strings(value: object) -> list[str]:
    """Every text in what a record dumps as, keys too."""
    if isinstance(value, dict):
        return [text for item in value.items() for text in strings(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []
