"""Results to their places: files, whole or not at all."""

from digest.deliver.files import Delivery, digest_of, preflight, write_files

__all__ = ["Delivery", "digest_of", "preflight", "write_files"]
