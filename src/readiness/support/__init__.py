"""The message for an exchange's support: what was checked, what blocks, and what is asked.

Made of a recorded scan and the exchange's policy; nothing is asked of anybody.
"""
