"""What the derivatives API answers, as far as anything is judged by it."""
