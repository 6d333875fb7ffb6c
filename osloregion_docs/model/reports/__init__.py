"""What reports say in words of their own."""
