"""Measurements of speed and size. They report; nothing here fails a build."""
