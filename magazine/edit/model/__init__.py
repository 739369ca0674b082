"""The model's editor: stories written by a language model, from evidence only."""
