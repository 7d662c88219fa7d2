"""What each exchange can be asked: one folder per exchange, each with the same parts."""
