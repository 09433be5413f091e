"""Strong: the CSV of every version since 2016, iOS and Android."""
