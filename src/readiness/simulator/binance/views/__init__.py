"""What the answers are computed from: state turned into rows."""
