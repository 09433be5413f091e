"""The database: tables, rows to records and back, migrations. No ORM object leaves it."""
