"""Entries to other formats: bytes or text out, no clock, no store. docs/exports.md says what each holds."""
