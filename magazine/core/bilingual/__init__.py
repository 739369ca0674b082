"""Hindi and English side by side: how names sound, what bodies are called, which words are common."""
