"""Router: page configuration, access, the shared selection and the pages. No data."""

import streamlit as st

from indicators.screens import access, frame, navigation, selection

frame.configure()
frame.require_warehouse()

page = st.navigation(
    {
        section: [
            st.Page(entry.file, title=entry.title, url_path=entry.url_path, default=entry == navigation.HOME)
            for entry in entries
        ]
        for section, entries in navigation.MENU.items()
    }
)
chosen = selection.choose(frame.today)
access.show_account()
page.run()
frame.footer(chosen)
selection.write_address(chosen)
