"""The JSON documents that programs may rely on: what they have in common, and their schemas."""
