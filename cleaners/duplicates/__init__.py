"""Copies of one article (转载) among many: signatures, groups, and the likely original. Needs the extra `dedup`."""

from cleaners.duplicates.groups import DuplicateIndex
from cleaners.duplicates.original import likely_original
from cleaners.duplicates.signature import SIGNATURE_VERSION, signature, similarity

__all__ = ["SIGNATURE_VERSION", "DuplicateIndex", "likely_original", "signature", "similarity"]
