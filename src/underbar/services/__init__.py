"""Use cases, one module each. Only these commit diary data: one use case, one transaction.

Every function that is not told otherwise works on the database that `open_database` opened, or on
the one of the process's settings. Errors for the lifter are `ServiceError`; nothing else crosses.
"""
