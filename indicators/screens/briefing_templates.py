"""Saving what was arranged on Paparan as a template, replacing it and taking it away."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators import access, warehouse
from indicators.briefing.templates import SAVED, Template, slide_reference, templates
from indicators.catalogue import catalogue
from indicators.screens import decision_forms, html, list_entry, sending
from indicators.screens.selection import Selection
from indicators.vocabulary import Audience
from indicators.wording import briefing as say


def save(
    template: Template, slides: Sequence[str], audience: Audience, chosen: Selection, person: access.Account
) -> None:
    """The form below the slides, which publishes like every other list. slides: those shown, in their order."""
    dataset = catalogue().datasets[SAVED]
    known = templates(warehouse.current(), chosen.kabupaten)
    with st.expander(say.SAVE_TEMPLATE):
        st.html(f'<p class="hint">{html.text(say.TEMPLATE_HINT)}</p>')
        with st.form(f"template/{template.id}/{sending.round_of_files()}", border=False):
            name = st.text_input(say.TEMPLATE_NAME, value=template.label if template.slides else "").strip()
            saved = st.form_submit_button(say.TEMPLATE_SAVE, type="primary", disabled=not slides)
            removed = bool(template.slides) and st.form_submit_button(say.TEMPLATE_REMOVE.format(name=template.label))
        same = next((one for one in known.values() if one.label.casefold() == name.casefold()), None)
        if saved and not name:
            st.error(say.TEMPLATE_NAMELESS)
        elif saved and same and same.slides is None:
            st.error(say.TEMPLATE_SHIPPED)
        else:
            _, words = list_entry.stored(dataset, chosen)
            columns = dataset.columns
            cells = {
                "id": same.id if same else "",
                "name": name,
                "audience": words.cell(columns["audience"], audience),
                "slides": words.cell(columns["slides"], [slide_reference(template.briefing, one) for one in slides]),
            }
            decision_forms.send(
                dataset,
                chosen,
                person,
                None if removed else cells,
                submitted=saved or removed,
                place="template",
                reason=say.REASON_REMOVED if removed else say.REASON_SAVED,
                key=template.id if removed else same.id if same else None,
            )
