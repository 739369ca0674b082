"""What is meant when a user does not say."""

DEFAULT_PERIOD = "last-7-days"
DEFAULT_STORIES = 60
"""The story budget: a magazine of some 50 pages."""
DEFAULT_QUESTIONS = 20
"""Of the prelims test, as a weekly has them."""
DEFAULT_EXAM = "upsc-2026"
"""The preset whose style the test has."""
