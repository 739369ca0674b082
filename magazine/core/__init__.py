"""The domain: articles, topics, selections, issues. Pure: no IO, no clock, no logging."""
