"""Router: page configuration, access, the shared selection and the pages. No data."""

import streamlit as st

from indicators.screens import access, frame, selection
from indicators.wording import pages as say

frame.configure()
frame.require_warehouse()

page = st.navigation(
    {
        say.SECTION_OVERVIEW: [
            st.Page("pages/overview/summary.py", title=say.SUMMARY, url_path="ringkasan", default=True),
            st.Page("pages/overview/map.py", title=say.MAP, url_path="peta"),
            st.Page("pages/overview/area_profile.py", title=say.AREA_PROFILE, url_path="profil"),
        ],
        say.SECTION_TOPICS: [
            st.Page("pages/topics/mortality.py", title=say.MORTALITY, url_path="kematian"),
            st.Page("pages/topics/stunting.py", title=say.STUNTING, url_path="stunting"),
            st.Page("pages/topics/innovation.py", title=say.INNOVATION, url_path="inovasi"),
        ],
        say.SECTION_STAFF: [
            st.Page("pages/staff/upload.py", title=say.UPLOAD, url_path="unggah"),
            st.Page("pages/staff/history.py", title=say.HISTORY, url_path="riwayat"),
            st.Page("pages/staff/areas.py", title=say.AREAS, url_path="wilayah"),
        ],
        say.SECTION_HELP: [st.Page("pages/help/guide.py", title=say.GUIDE, url_path="panduan")],
    }
)
chosen = selection.choose(frame.today)
access.show_account()
page.run()
frame.footer(chosen)
selection.write_address(chosen)
