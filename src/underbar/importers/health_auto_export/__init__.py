"""Health Auto Export: the JSON that an iPhone app writes of what Apple Health holds."""
