"""Router: page configuration, access, the shared selection and the pages. No data."""

import streamlit as st

from indicators.screens import access, as_of, frame, navigation, selection, verification

frame.configure()
access.require_viewing()
frame.require_warehouse()

pages = {
    entry: st.Page(
        entry.file,
        title=entry.title,
        url_path=entry.url_path,
        default=entry == navigation.HOME,
        visibility="visible" if access.in_menu(entry) else "hidden",
    )
    for entries in navigation.MENU.values()
    for entry in entries
}
page = st.navigation(
    {section: [pages[entry] for entry in entries] for section, entries in navigation.MENU.items()}, expanded=True
)
opened = next(entry for entry, offered in pages.items() if offered == page)
chosen = selection.choose()
verification.notice(chosen)
access.show_account()
as_of.banner(chosen.as_of, empty=chosen.state.changed_at is None)
if access.admits(opened, chosen):
    page.run()
frame.footer(chosen)
selection.write_address(chosen)
