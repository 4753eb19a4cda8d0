"""The records that flow through qingwen: Page -> Record (Article, Rejection or Failure), and the RunReport.

The models are the specification: every field says what it means and when it is None.
"""

from schemas._address import as_address
from schemas.article import SCHEMA_VERSION, Article, Flag, Image, Post, Precision, Quality, Script
from schemas.attachment import Attachment
from schemas.block import Block, Media
from schemas.credit import Credit, Place, Role
from schemas.decoding import DeclaredBy, DecodeMethod, DecodeReport
from schemas.kind import Kind
from schemas.outcome import Failure, Reason, Rejection, Stage
from schemas.page import Page
from schemas.record import KINDS, Record, kind_of
from schemas.report import RunReport, SiteCounts

__all__ = [
    "KINDS",
    "SCHEMA_VERSION",
    "Article",
    "Attachment",
    "Block",
    "Credit",
    "DeclaredBy",
    "DecodeMethod",
    "DecodeReport",
    "Failure",
    "Flag",
    "Image",
    "Kind",
    "Media",
    "Page",
    "Place",
    "Post",
    "Precision",
    "Quality",
    "Reason",
    "Record",
    "Rejection",
    "Role",
    "RunReport",
    "Script",
    "SiteCounts",
    "Stage",
    "as_address",
    "kind_of",
]
