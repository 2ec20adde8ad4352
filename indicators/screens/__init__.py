"""Shared Streamlit blocks; the only part of the package that knows Streamlit."""
