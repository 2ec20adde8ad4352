"""The commands of `python -m indicators`: one module each, imported only when it is asked for."""
