"""What differs between the claims of two versions."""
