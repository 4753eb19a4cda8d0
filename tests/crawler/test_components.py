"""Components of one's own stand beside qingwen's: a setting that names one takes nothing away."""

import pytest

from crawler.project import project_settings
from tests.crawler.dropping import Dropping

OWN = f"{Dropping.__module__}.{Dropping.__name__}"


@pytest.mark.parametrize(
    "name", ["EXTENSIONS", "DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "ITEM_PIPELINES"]
)
def test_a_component_of_ones_own_takes_the_place_of_none(name: str) -> None:
    without, given = (
        dict(project_settings(own).get_component_priority_dict_with_base(name))
        for own in ({}, {name: {OWN: 543}})
    )
    assert any(component.startswith("crawler.") for component in without)
    assert given == without | {OWN: 543}
