"""Content -> pages to keep, print and hand on, as bytes."""
