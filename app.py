"""Router: page configuration, access, the shared selection and the pages. No data."""

import streamlit as st

from indicators.screens import access, frame, selection
from indicators.wording import pages as say

frame.configure()
frame.require_warehouse()

page = st.navigation(
    {
        say.SECTION_OVERVIEW: [
            st.Page("pages/overview/summary.py", title=say.PAGES["summary"][0], url_path="ringkasan", default=True),
            st.Page("pages/overview/map.py", title=say.PAGES["map"][0], url_path="peta"),
            st.Page("pages/overview/area_profile.py", title=say.PAGES["area_profile"][0], url_path="profil"),
        ],
        say.SECTION_TOPICS: [
            st.Page("pages/topics/mortality.py", title=say.PAGES["mortality"][0], url_path="kematian"),
            st.Page("pages/topics/stunting.py", title=say.PAGES["stunting"][0], url_path="stunting"),
            st.Page("pages/topics/innovation.py", title=say.PAGES["innovation"][0], url_path="inovasi"),
        ],
        say.SECTION_STAFF: [
            st.Page("pages/staff/upload.py", title=say.PAGES["upload"][0], url_path="unggah"),
            st.Page("pages/staff/history.py", title=say.PAGES["history"][0], url_path="riwayat"),
            st.Page("pages/staff/areas.py", title=say.PAGES["areas"][0], url_path="wilayah"),
        ],
        say.SECTION_HELP: [st.Page("pages/help/guide.py", title=say.PAGES["guide"][0], url_path="panduan")],
    }
)
chosen = selection.choose(frame.today)
access.show_account()
page.run()
frame.footer(chosen)
selection.write_address(chosen)
