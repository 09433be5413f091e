"""Oura: the Trends CSV, and the CSV and JSON files of an account's export."""
