"""One module a page: it asks a service, and hands a template what it shows."""
