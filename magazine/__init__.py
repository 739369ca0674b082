"""A person's own news articles, printed as a current-affairs magazine.

Three steps, one folder: select (topics and dates), summarise (a model or the
extractive editor), render (PDF). ``magazine.press`` runs them.
"""

__version__ = "0.1.0"
