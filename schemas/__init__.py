"""The records that flow through qingwen: Page -> Article | Rejection | Failure, and the RunReport.

The models are the specification: every field says what it means and when it is None.
"""

from schemas.article import SCHEMA_VERSION, Article, Flag, Image, Precision, Quality, Script
from schemas.credit import Credit, Place, Role
from schemas.decoding import DeclaredBy, DecodeMethod, DecodeReport
from schemas.outcome import Failure, Reason, Rejection, Stage
from schemas.page import Page
from schemas.report import RunReport, SiteCounts

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "Credit",
    "DeclaredBy",
    "DecodeMethod",
    "DecodeReport",
    "Failure",
    "Flag",
    "Image",
    "Page",
    "Place",
    "Precision",
    "Quality",
    "Reason",
    "Rejection",
    "Role",
    "RunReport",
    "Script",
    "SiteCounts",
    "Stage",
]
