"""The app: pages, API, offline. It asks the services and shows what they say; it decides nothing."""
