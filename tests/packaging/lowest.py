"""The core dependencies and rensa at their lower bounds: `python -m tests.packaging.lowest` prints constraints for pip."""

import tomllib
from pathlib import Path


def lowest() -> list[str]:
    """Requirements such as `lxml==6.1.3`."""
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dedup"]]
    return [requirement.replace(">=", "==") for requirement in wanted]


if __name__ == "__main__":
    print(*lowest(), sep="\n")
