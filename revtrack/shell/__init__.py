"""What the command line shares: operands, options, input, output, progress and exit codes."""
