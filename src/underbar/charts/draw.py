"""Pictures without a browser, and the browser's own code: both come with vl-convert."""

from __future__ import annotations

from typing import Any

import altair as alt
import vl_convert

VERSION = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
"""Of Vega-Lite: that of Altair's specifications."""


def svg(specification: dict[str, Any]) -> str:
    """The picture of a Vega-Lite specification, as it stands before anybody zooms."""
    drawn: str = vl_convert.vegalite_to_svg(specification, vl_version=VERSION)
    return drawn


def browser_bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed as one module that sets `window.vegaEmbed`."""
    bundle: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", vl_version=VERSION)
    return bundle
