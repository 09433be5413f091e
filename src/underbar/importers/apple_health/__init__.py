"""Apple Health's export.xml, gigabytes of which a diary needs a few per cent."""
