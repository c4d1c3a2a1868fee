"""Quality and speed, measured beside named peers; `make bench` fills the README's tables from one run."""
