"""Names of static files: each carries a digest of its content, also where one module imports another."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # the library is untyped
    """Hashed and compressed. An import of `./store.js` becomes one of the hashed name, so that a module
    is one module whoever asks for it, and never an old one beside a new one."""

    support_js_module_import_aggregation = True
