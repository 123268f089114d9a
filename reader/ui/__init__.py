"""What is seen and touched: the only part that knows Qt."""
