"""Front door of the atlas: a run of the page for a reader, or the server that will have readers."""

import streamlit as st

if __name__ == "__main__":
    from ui import front

    front.draw()
else:  # `streamlit run app.py` takes the server from here, before there is any reader
    from ui import serving

    app = st.App("app.py", lifespan=serving.lifespan, middleware=serving.middleware())
