"""The version stamped into every record."""

VERSION = "0.1.0"
