"""Results as Altair specifications, for the page and the report alike."""
