"""Send a text to somebody: by the phone's own menu where the browser offers it, else by WhatsApp."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

_WHATSAPP = "https://wa.me/?text="
_STYLE = """
a { display: block; padding: 0.6rem 1rem; text-align: center; text-decoration: none; font: inherit;
  color: var(--st-text-color); border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius); }
a:hover, a:focus-visible { color: var(--st-primary-color); border-color: var(--st-primary-color); }
"""
# A page may share only over HTTPS and only when pressed; who closes the menu has decided, so nothing else opens then.
_SCRIPT = """
export default ({ parentElement, data }) => {
  const link = parentElement.querySelector("a");
  link.textContent = navigator.share ? data.share : data.label;
  link.href = data.link;
  link.onclick = (event) => {
    if (!navigator.share) return;
    event.preventDefault();
    navigator.share({ text: data.text }).catch((error) => error.name !== "AbortError" && open(data.link, "_blank"));
  };
};
"""


def show(text: str, *, label: str, share: str) -> None:
    """The button. label: where it opens WhatsApp; share: where it opens the phone's own menu."""
    # Declared anew in each run, which costs nothing: a session of a test has a list of components of its own.
    button = st.components.v2.component(
        "send_button", html='<a target="_blank" rel="noopener"></a>', css=_STYLE, js=_SCRIPT
    )
    button(data={"text": text, "link": _WHATSAPP + quote(text), "label": label, "share": share}, key="send")
