"""One module per subcommand; only these and `cli` print."""
