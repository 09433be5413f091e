"""The diary as a FHIR R4 Bundle, in plain dicts."""
