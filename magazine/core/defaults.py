"""What is meant when a user does not say."""

DEFAULT_PERIOD = "last-7-days"
DEFAULT_STORIES = 60
"""The story budget: a magazine of some 50 pages."""
