"""Everything drawn, and the only code that knows Streamlit's state."""
