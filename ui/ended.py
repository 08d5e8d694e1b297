"""The end of a page whose reader has been told why it goes no further."""


class Ended(Exception):
    """Raised where a page ends early; what stands on every page is drawn all the same.

    Streamlit's own ``st.stop`` would let nothing more be drawn in that run.
    """
