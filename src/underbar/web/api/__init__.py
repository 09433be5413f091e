"""The API: JSON in and out over the same services as the pages."""
