"""Every sentence and number format a user reads, in Bahasa Indonesia; one module per layer that speaks."""
