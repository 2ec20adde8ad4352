"""Chart specifications become figures, pictures and tables; a renderer never computes a number of its own."""
