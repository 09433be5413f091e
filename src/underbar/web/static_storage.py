"""The static files under names that change with what is in them."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # the library is untyped
    """WhiteNoise's, with modules that import each other by these names too: no page mixes two versions."""

    support_js_module_import_aggregation = True
